import type { WantedCatalog } from '../catalog/entities.ts';
import { leaveToOthers } from '../catalog/leave-to-others.ts';
import { rowScope } from '../catalog/listing-row.ts';
import { wantedCatalog } from '../catalog/map-workspace.ts';
import type { Finding, WorkflowConfig } from '../config/workflow-config.ts';
import { idlePatterns } from '../findings/idle-patterns.ts';
import { unknownServices } from '../findings/unknown-services.ts';
import { type QueryVerdict, verdictOf } from '../lineage/sources.ts';
import type { Workspace } from '../mode/workspace.ts';
import type { Owner } from '../openmetadata/find-owners.ts';
import { makePlan } from '../plan/diff.ts';
import { edgesToRead } from '../plan/diff-edges.ts';
import { goneReports } from '../plan/gone-reports.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanOptions } from '../plan/plan-options.ts';
import type { RunOptions } from '../run-options.ts';
import type { World } from './read-world.ts';

/** What a configuration makes of a world; what was not reached is null. */
export interface Planned {
  workspace: Workspace | null;
  sources: readonly QueryVerdict[];
  /** By e-mail; null when owners are not asked for. */
  owners: ReadonlyMap<string, Owner> | null;
  plan: Plan | null;
  /** What only the two servers could tell of the configuration. */
  findings: readonly Finding[];
}

export const nothingPlanned = (): Planned => ({
  workspace: null,
  sources: [],
  owners: null,
  plan: null,
  findings: [],
});

/** From the world to the plan of one configuration: lineage, the wanted catalog, and what it lacks. `found` is filled on the way. */
export async function planWorld(
  world: World,
  config: WorkflowConfig,
  { host, shard = null, limits, now = Date.now }: RunOptions,
  found: Planned,
): Promise<void> {
  const { present, server, answers } = world;
  const { source } = config;
  const workspace = world.workspaceOf(config);
  found.workspace = workspace;
  const { sources, unread } = await host.group('Trace lineage', () => world.lineageOf(config));
  found.sources = sources.map(verdictOf);

  const options: PlanOptions = {
    overrideMetadata: source.overrideMetadata,
    overrideLineage: source.overrideLineage,
    markDeletedDashboards: source.markDeletedDashboards,
    markDeletedDataModels: source.markDeletedDataModels,
    capabilities: server.capabilities,
    guards: limits,
    isShard: shard !== null,
    ...(source.includeUsage ? { usage: { now: now() } } : {}),
  };
  const whole = wantedCatalog({ config, workspace, sources, scope: rowScope(config, now()), unread });
  const mapped = shard === null ? whole : leaveToOthers(whole, present, workspace, shard);
  // One that is not proven gone is kept (contract 1).
  const wanted = keeping(mapped, await answers.stillThere(goneReports(mapped, present, options)));

  const emails = [...wanted.dashboards, ...wanted.dataModels].flatMap((entity) => entity.ownerEmail ?? []);
  found.owners = source.includeOwners ? await answers.owners(emails) : null;
  const presentEdges = await answers.edgesInto(edgesToRead(wanted, present, options));
  host.debug(`${presentEdges.size} entities of which the edges were read: no mark vouches for theirs`);
  found.plan = makePlan({ wanted, present, presentEdges, owners: found.owners ?? new Map(), options });
  // A shard sees a part of the names.
  found.findings = [
    ...(shard === null ? idlePatterns(config, workspace) : []),
    ...(await servicesNotThere(config, world)),
  ];
}

/** The services are asked for only when some are named, and once a run. That they cannot be read is told with the lineage. */
async function servicesNotThere(
  config: WorkflowConfig,
  { databaseServices }: Pick<World, 'databaseServices'>,
): Promise<readonly Finding[]> {
  if (config.source.databasePrefixes.length === 0) return [];
  const services = await databaseServices().catch(() => null);
  return services === null
    ? []
    : unknownServices(
        config,
        services.map(({ name }) => name),
      );
}

const keeping = (wanted: WantedCatalog, there: ReadonlyMap<string, string>): WantedCatalog =>
  there.size === 0 ? wanted : { ...wanted, keepReports: new Map([...wanted.keepReports, ...there]) };
