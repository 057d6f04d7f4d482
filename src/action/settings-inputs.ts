import { MINUTES, readMinutes } from '../config/minutes.ts';
import { hoursOf, type Settings } from '../config/settings.ts';
import { MODE_READS } from '../config/workflow-config.ts';
import { oneOf, wrong, yesNo } from './input-values.ts';

/** The inputs that take the place of the file's own settings; one left empty leaves them. */
export function readSettings(text: (name: string) => string): Settings {
  const given = <Key extends keyof Settings>(
    key: Key,
    name: string,
    read: (name: string, value: string) => Settings[Key],
  ) => (text(name) === '' ? {} : { [key]: read(name, text(name)) });
  return {
    ...given('incremental', 'incremental', yesNo),
    ...given('modeRead', 'mode-read', (name, value) => oneOf(name, value, MODE_READS)),
    ...given('fullEveryHours', 'full-every', hours),
    ...given('timeBudget', 'time-budget', minutes),
    ...given('registerRun', 'register-run', yesNo),
  };
}

function hours(name: string, value: string): number {
  const span = hoursOf(value);
  if (span === null) throw wrong(name, `is ${JSON.stringify(value)}`, 'It takes a span such as 24h or 7d.');
  return span;
}

function minutes(name: string, value: string): number {
  const budget = readMinutes(value);
  if (budget === null) throw wrong(name, `is ${JSON.stringify(value)}`, `It takes minutes: ${MINUTES}.`);
  return budget;
}
