import type { BaseFacts } from './base/comparison.ts';
import type { PresentCatalog } from './catalog/entities.ts';
import type { Shard } from './config/shard.ts';
import type { WorkflowConfig } from './config/workflow-config.ts';
import type { Connections } from './connections.ts';
import type { Endings } from './endings.ts';
import { IngestError } from './errors.ts';
import { readFreshness } from './ingestion-pipeline/freshness.ts';
import type { Workspace } from './mode/workspace.ts';
import type { ServerFacts } from './openmetadata/connect.ts';
import { makePlanFile } from './plan/make-plan-file.ts';
import { planSettings } from './plan/plan-settings.ts';
import { refusal } from './plan/what-moved.ts';
import type { Progress } from './progress.ts';
import type { RunOptions } from './run-options.ts';
import { admissionChanges } from './world/admission-changes.ts';
import { nothingPlanned, planWorld } from './world/plan-world.ts';
import { readWorld, type World } from './world/read-world.ts';

/** Up to the plan. The world is held in here alone, so that it is let go before the writing, which takes longest. */
export async function readAndPlan(
  config: WorkflowConfig,
  server: ServerFacts,
  options: RunOptions,
  connections: Connections,
  found: Progress,
  endings: Endings,
): Promise<void> {
  const { host, shard = null, base = null, drift = null, now = Date.now } = options;
  const others = base === null ? [] : [base];
  const world = await readWorld([config, ...others], server, options, connections, endings);
  found.workspace = world.workspaceOf(config);
  host.debug(whatWasRead(found.workspace, world.present));
  if (isEmpty(found.workspace, shard)) return;
  await planWorld(world, config, options, found);
  keepForApproval(found, config, options);
  if (drift !== null) {
    found.freshness = await readFreshness(config, connections.openMetadata, { now: now(), ...drift });
    host.info(found.freshness.told);
    if (found.freshness.finding !== null) found.findings = [...found.findings, found.freshness.finding];
  }
  for (const finding of found.findings) host.finding(finding);
  if (base !== null) found.base = await planBase(world, { base, config }, options);
}

/**
 * Digests of all steps are for those who compare. What is not done must not be told as done: then there is no plan.
 * @throws IngestError when another plan was approved.
 */
function keepForApproval(
  found: Progress,
  config: WorkflowConfig,
  { command, approved = null, now = Date.now }: RunOptions,
): void {
  if (found.plan === null || (command !== 'plan' && approved === null)) return;
  found.planFile = makePlanFile(found.plan, {
    settings: planSettings(config),
    workspace: config.mode.workspaceName,
    createdAt: new Date(now()),
  });
  const refused = approved === null ? null : refusal(approved, found.planFile);
  if (refused === null) return;
  found.plan = null;
  throw refused;
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
