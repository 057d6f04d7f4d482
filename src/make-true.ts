import type { WorkflowConfig } from './config/workflow-config.ts';
import type { Connections } from './connections.ts';
import type { Endings } from './endings.ts';
import { connect, type ServerFacts } from './openmetadata/connect.ts';
import { applyPlan } from './plan/apply-plan.ts';
import type { Progress } from './progress.ts';
import { readAndPlan } from './read-and-plan.ts';
import type { RunOptions } from './run-options.ts';

/** The way of the data: both servers are read, then comes the plan of what the catalog lacks, and its application. */
export async function makeTrue(
  config: WorkflowConfig,
  options: RunOptions,
  connections: Connections,
  found: Progress,
  endings: Endings,
  onConnected: (server: ServerFacts) => void = () => {},
): Promise<void> {
  const { host, command } = options;
  const { openMetadata } = connections;

  const server = await host.group('Connect', () => connect(openMetadata));
  found.server = server;
  onConnected(server);
  host.debug(`OpenMetadata ${server.version}, as ${server.user.name}`);

  await readAndPlan(config, server, options, connections, found, endings);

  const { plan } = found;
  if (command === 'plan' || plan === null) return;
  found.outcome = await host.group('Write the catalog', () =>
    applyPlan(plan, openMetadata, server.capabilities, {
      bulkSize: config.bulkSize,
      signal: endings.sending,
      deleting: endings.deleting,
      onProgress: (stage, done, total) => host.progress(stage, done, total),
    }),
  );
}
