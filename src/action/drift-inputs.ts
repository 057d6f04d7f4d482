import { hoursOf } from '../config/settings.ts';
import { wrong, yesNo } from './input-values.ts';

export interface DriftInputs {
  /** Hours since the last ingestion that succeeded; null for any. */
  readonly maxAgeHours: number | null;
  readonly driftIssue: boolean;
}

export function readDriftInputs(text: (name: string) => string, command: string): DriftInputs {
  const [span, issue] = [text('max-age'), text('drift-issue')];
  for (const name of ['max-age', 'drift-issue'])
    if (text(name) !== '' && text(name) !== 'false' && command !== 'drift')
      throw wrong(name, 'is given', `It is for a drift, and command is ${command}.`);
  const maxAgeHours = span === '' ? null : hoursOf(span);
  if (span !== '' && maxAgeHours === null)
    throw wrong('max-age', `is ${JSON.stringify(span)}`, 'It takes a span such as 24h or 7d.');
  return {
    maxAgeHours,
    driftIssue: yesNo('drift-issue', issue || 'false'),
  };
}
