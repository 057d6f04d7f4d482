import type { WorkflowConfig } from '../config/workflow-config.ts';
import { type Connections, connectBoth } from '../connections.ts';
import { EXIT, type ExitCode, IngestError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { type Check, checksAbout } from './check.ts';
import { examineLineage } from './examine-lineage.ts';
import { examineMode } from './examine-mode.ts';
import { examineOpenMetadata } from './examine-open-metadata.ts';

/** What the doctor found. */
export interface Examination {
  readonly checks: readonly Check[];
  readonly exitCode: ExitCode;
}

/** Asks both servers what a run needs to know. Writes nothing. One that cannot be asked does not hide the other. */
export async function examine(
  config: WorkflowConfig,
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    readonly host: Host;
    readonly now: number;
  },
): Promise<Examination> {
  const { host } = options;
  const connections = connectBoth(config, { ...options, onRetry: (note) => host.info(note) });
  const failures: IngestError[] = [];
  const examined = <T>(about: Check['about'], work: Promise<T>): Promise<T | Check> =>
    work.catch((problem: unknown) => {
      if (!(problem instanceof IngestError)) throw problem;
      failures.push(problem);
      return checksAbout(about).error(problem.message, problem.next);
    });
  try {
    const [mode, openMetadata] = await askBoth(connections, config, options, examined);
    const checks = [mode, openMetadata].flatMap((part) => ('checks' in part ? part.checks : [part]));
    const lineage =
      'checks' in mode && 'checks' in openMetadata
        ? examineLineage(mode.connections, openMetadata.services, config.source.databasePrefixes)
        : [];
    return verdict([...checks, ...lineage], failures);
  } finally {
    connections.close();
  }
}

const askBoth = (
  { mode, openMetadata }: Connections,
  config: WorkflowConfig,
  { host, now }: { readonly host: Host; readonly now: number },
  examined: <T>(about: Check['about'], work: Promise<T>) => Promise<T | Check>,
) =>
  Promise.all([
    examined(
      'Mode',
      examineMode(mode, config, (stage, done, total) => host.progress(stage, done, total)),
    ),
    examined('OpenMetadata', examineOpenMetadata(openMetadata, config, now)),
  ]);

function verdict(checks: readonly Check[], failures: readonly IngestError[]): Examination {
  const [first] = failures;
  if (first !== undefined) return { checks, exitCode: first.exitCode };
  const failed = checks.some(({ state }) => state === 'error');
  return { checks, exitCode: failed ? EXIT.partial : EXIT.done };
}
