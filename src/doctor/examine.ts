import type { WorkflowConfig } from '../config/workflow-config.ts';
import { connectBoth } from '../connections.ts';
import { IngestError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { type Check, checksAbout } from './check.ts';
import { examineDiscovery } from './examine-discovery.ts';
import { examineLineage } from './examine-lineage.ts';
import { examineMode } from './examine-mode.ts';
import { examineOpenMetadata } from './examine-open-metadata.ts';

/** Asks both servers what a run needs to know. Writes nothing. One that cannot be asked does not hide the other. */
export async function examine(
  config: WorkflowConfig,
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    readonly host: Host;
    readonly now: number;
  },
): Promise<readonly Check[]> {
  const { host, now } = options;
  const connections = connectBoth(config, { ...options, onRetry: (note) => host.info(note) });
  const onProgress = (stage: string, done: number, total: number | null) => host.progress(stage, done, total);
  try {
    const [mode, discovery, openMetadata] = await Promise.all([
      asked('Mode', examineMode(connections.mode, config, onProgress)),
      examineDiscovery(connections.discovery, config),
      asked('OpenMetadata', examineOpenMetadata(connections.openMetadata, config, now)),
    ]);
    const of = (part: { readonly checks: readonly Check[] } | Check) =>
      'checks' in part ? part.checks : [part];
    const checks = [...of(mode), ...discovery, ...of(openMetadata)];
    const lineage =
      'checks' in mode && 'checks' in openMetadata
        ? examineLineage(mode.connections, openMetadata.services, config.source.databasePrefixes)
        : [];
    return [...checks, ...lineage];
  } finally {
    connections.close();
  }
}

/** What was found, or what stood in the way. */
const asked = <Found>(about: Check['about'], work: Promise<Found>): Promise<Found | Check> =>
  work.catch((problem: unknown) => {
    if (!(problem instanceof IngestError)) throw problem;
    return checksAbout(about).error(problem.message, problem.next, problem.exitCode);
  });
