import type { BaseFacts } from './base/comparison.ts';
import type { PresentCatalog } from './catalog/entities.ts';
import type { Shard } from './config/shard.ts';
import type { WorkflowConfig } from './config/workflow-config.ts';
import type { Connections } from './connections.ts';
import type { Endings } from './endings.ts';
import { IngestError } from './errors.ts';
import type { Workspace } from './mode/workspace.ts';
import { connect, type ServerFacts } from './openmetadata/connect.ts';
import { applyPlan } from './plan/apply-plan.ts';
import type { Outcome } from './plan/outcome.ts';
import type { RunOptions } from './run-options.ts';
import { admissionChanges } from './world/admission-changes.ts';
import { nothingPlanned, type Planned, planWorld } from './world/plan-world.ts';
import { readWorld, type World } from './world/read-world.ts';

/** What a run has found out so far; what it did not reach stays null. */
export interface Progress extends Planned {
  server: ServerFacts | null;
  outcome: Outcome | null;
  /** What the configuration of the base branch makes of the same world; null unless that was asked for. */
  base: BaseFacts | null;
}

export const nothingFound = (): Progress => ({
  ...nothingPlanned(),
  server: null,
  outcome: null,
  base: null,
});

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

/** Up to the plan. The world is held in here alone, so that it is let go before the writing, which takes longest. */
async function readAndPlan(
  config: WorkflowConfig,
  server: ServerFacts,
  options: RunOptions,
  connections: Connections,
  found: Progress,
  endings: Endings,
): Promise<void> {
  const { host, shard = null, base = null } = options;
  const others = base === null ? [] : [base];
  const world = await readWorld([config, ...others], server, options, connections, endings);
  found.workspace = world.workspaceOf(config);
  host.debug(whatWasRead(found.workspace, world.present));
  if (isEmpty(found.workspace, shard)) return;
  await planWorld(world, config, options, found);
  for (const finding of found.findings) host.finding(finding);
  if (base !== null) found.base = await planBase(world, { base, config }, options);
}

/** The plan of the base branch's configuration. That it fails costs the run nothing but the comparison. */
async function planBase(
  world: World,
  { base, config }: { readonly base: WorkflowConfig; readonly config: WorkflowConfig },
  options: RunOptions,
): Promise<BaseFacts> {
  const planned = nothingPlanned();
  const changes = admissionChanges(world, base, config);
  try {
    await planWorld(world, base, options, planned);
    return { ...changes, plan: planned.plan, problem: null };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return { ...changes, plan: null, problem: error.message };
  }
}

/**
 * True when Mode was read in full and showed no report at all: too little access looks just like this. A shard may have none of its
 * own; there it is the lack of any collection that tells.
 */
const isEmpty = (workspace: Workspace, shard: Shard | null): boolean =>
  (shard === null || workspace.collections.items.length === 0) &&
  workspace.reports.length === 0 &&
  workspace.recalled.length === 0 &&
  workspace.leftOut.length === 0 &&
  workspace.notReached === undefined &&
  workspace.collections.state === 'complete' &&
  workspace.collections.items.every((collection) => collection.reports.state === 'complete');

const whatWasRead = (workspace: Workspace, present: PresentCatalog): string =>
  [
    `Mode: ${workspace.collections.items.length} collections, ${workspace.reports.length} reports and datasets read, ${workspace.recalled.length} unchanged, ${workspace.leftOut.length} left out`,
    `the catalog: ${present.dashboards.size} dashboards, ${present.charts.size} charts, ${present.dataModels.size} data models`,
  ].join('; ');
