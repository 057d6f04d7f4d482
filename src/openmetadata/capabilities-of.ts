import { EXIT, IngestError } from '../errors.ts';
import type { Capabilities } from './capabilities.ts';

const OLDEST = [1, 3] as const;

/**
 * What a server of a version (`1.12.6`, `1.13.4-SNAPSHOT`) can do; one newer than any known is taken for the newest.
 * What appeared somewhere between two releases that are known is claimed from the later one on.
 */
export function capabilitiesOf(version: string): Capabilities {
  const [major, minor] = parse(version);
  const since = (atMajor: number, atMinor: number): boolean =>
    major > atMajor || (major === atMajor && minor >= atMinor);
  if (!since(...OLDEST)) {
    throw unsupported(version, `only ${OLDEST.join('.')} and newer are supported`);
  }
  return {
    ownersField: since(1, 5) ? 'owners' : 'owner',
    sourceHash: since(1, 4),
    dataModelSourceUrl: since(1, 11),
    chartDashboards: since(1, 11),
    bulk: since(1, 11),
    stepSummary: since(1, 4),
    stoppedState: since(1, 12),
    // Mode's own type came in some 2.0.x; before that, the type that every version has.
    dataModelTypes: since(2, 0) ? ['ModeDataModel', 'SupersetDataModel'] : ['SupersetDataModel'],
  };
}

function parse(version: string): readonly [number, number] {
  const match = /^v?(\d{1,6})\.(\d{1,6})(?!\d)/.exec(version);
  if (match === null) throw unsupported(version, 'that is no version of OpenMetadata');
  return [Number(match[1]), Number(match[2])];
}

const unsupported = (version: string, why: string): IngestError =>
  new IngestError(
    'openmetadata-version',
    `The server says it is OpenMetadata ${version.slice(0, 40)}: ${why}.`,
    {
      next: 'Upgrade OpenMetadata, or point hostPort at a newer server.',
      exitCode: EXIT.configuration,
    },
  );
