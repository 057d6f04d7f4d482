import type { PresentCatalog, WantedCatalog } from './catalog/entities.ts';
import { leaveToOthers } from './catalog/leave-to-others.ts';
import { rowScope } from './catalog/listing-row.ts';
import { wantedCatalog } from './catalog/map-workspace.ts';
import { reportFilter } from './catalog/report-filter.ts';
import { mapConcurrently } from './concurrency/map-concurrently.ts';
import type { Shard } from './config/shard.ts';
import type { Finding, WorkflowConfig } from './config/workflow-config.ts';
import type { Connections } from './connections.ts';
import type { Endings } from './endings.ts';
import { idlePatterns } from './findings/idle-patterns.ts';
import { unknownServices } from './findings/unknown-services.ts';
import { createTracer } from './lineage/create-tracer.ts';
import { type QueryVerdict, verdictOf } from './lineage/sources.ts';
import type { TableCatalog } from './lineage/table-catalog.ts';
import { type ListOptions, listWorkspace } from './mode/list-workspace.ts';
import type { ModeClient } from './mode/mode-client.ts';
import { readChildren } from './mode/read-children.ts';
import { setAsideUnreached } from './mode/set-aside-unreached.ts';
import { webUrls } from './mode/web-urls.ts';
import type { Workspace } from './mode/workspace.ts';
import { connect, type ServerFacts } from './openmetadata/connect.ts';
import { findOwners, type Owner } from './openmetadata/find-owners.ts';
import { readPresentCatalog } from './openmetadata/read-catalog.ts';
import { readUpstreamEdges } from './openmetadata/read-edges.ts';
import { createTableCatalog } from './openmetadata/table-catalog.ts';
import { watchTables } from './openmetadata/watch-tables.ts';
import { applyPlan } from './plan/apply-plan.ts';
import { makePlan } from './plan/diff.ts';
import { edgesToRead } from './plan/diff-edges.ts';
import { goneReports } from './plan/gone-reports.ts';
import type { Outcome } from './plan/outcome.ts';
import type { Plan } from './plan/plan.ts';
import { recallReports } from './plan/recall-reports.ts';
import type { RunOptions } from './run-options.ts';

/** What a run has found out so far; what it did not reach stays null. */
export interface Progress {
  server: ServerFacts | null;
  workspace: Workspace | null;
  sources: readonly QueryVerdict[];
  plan: Plan | null;
  /** By e-mail; null when owners are not asked for. */
  owners: ReadonlyMap<string, Owner> | null;
  outcome: Outcome | null;
  /** What only the two servers could tell of the configuration. */
  findings: readonly Finding[];
}

export const nothingFound = (): Progress => ({
  server: null,
  workspace: null,
  sources: [],
  plan: null,
  owners: null,
  outcome: null,
  findings: [],
});

/** The way of the data: Mode and the catalog are read side by side, then lineage, the wanted catalog, the plan, and its application. */
export async function makeTrue(
  config: WorkflowConfig,
  options: RunOptions,
  connections: Connections,
  found: Progress,
  endings: Endings,
  onConnected: (server: ServerFacts) => void = () => {},
): Promise<void> {
  const { host } = options;
  const { openMetadata } = connections;
  const server = await host.group('Connect', () => connect(openMetadata));
  found.server = server;
  onConnected(server);
  host.debug(`OpenMetadata ${server.version}, as ${server.user.name}`);

  await makePlanOfAll(config, server, options, connections, found, endings);
  const { plan } = found;
  if (plan === null || options.command === 'plan') return;
  found.outcome = await host.group('Write the catalog', () =>
    applyPlan(plan, openMetadata, server.capabilities, {
      bulkSize: config.bulkSize,
      signal: endings.sending,
      deleting: endings.deleting,
      onProgress: (stage, done, total) => host.progress(stage, done, total),
    }),
  );
}

/** Up to the plan. On its own, so that what was read for the plan is let go before the writing, which takes longest. */
async function makePlanOfAll(
  config: WorkflowConfig,
  server: ServerFacts,
  { host, command, shard = null, limits, now = Date.now }: RunOptions,
  { mode, discovery, openMetadata }: Connections,
  found: Progress,
  endings: Endings,
): Promise<void> {
  const { source } = config;
  const onProgress = (stage: string, done: number, total: number | null) => host.progress(stage, done, total);

  const [listed, present] = await host.group('List Mode and the catalog', () =>
    Promise.all([
      listWorkspace(mode, {
        filter: config.mode.filterQueryParam,
        leaveOut: reportFilter(config),
        includeMembers: source.includeOwners,
        includeDatasets: source.includeDataModels,
        ...discoveryOptions(config, discovery, host),
        shard,
        onProgress,
      }),
      readPresentCatalog(openMetadata, server.capabilities, {
        serviceName: config.serviceName,
        usage: source.includeUsage,
        onProgress,
      }),
    ]),
  );
  const scope = rowScope(config, now());
  const isIncremental = source.incremental || command === 'sweep';
  if (isIncremental && !server.capabilities.sourceHash)
    host.warning(`OpenMetadata ${server.version} keeps no marks (1.4 does): every report is read anew.`);
  const remember = server.capabilities.sourceHash
    ? recallReports(present, listed, {
        scope,
        urls: webUrls(config.mode),
        overrideMetadata: source.overrideMetadata,
      })
    : () => null;
  const catalogTables = createTableCatalog(openMetadata);
  const tables = watchTables(catalogTables);
  const tracer = createTracer(listed, tables, {
    prefixes: source.databasePrefixes,
    signal: endings.sending,
    onProgress,
  });
  const read = await host.group('Read the reports', () =>
    readChildren(listed, {
      recall: isIncremental ? remember : () => null,
      isNews: (report) => remember(report) === null,
      onQueries: tracer.add,
      onProgress,
    }),
  );
  endings.readingDone();
  const workspace = setAsideUnreached(read);
  found.workspace = workspace;
  host.debug(whatWasRead(workspace, present));
  if (isEmpty(workspace, shard)) return;
  const traced = await host.group('Trace lineage', () => tracer.sources());
  const late = new Set(workspace.notReached?.map(({ token }) => token));
  const sources = traced.filter(({ reportToken }) => !late.has(reportToken));
  found.sources = sources.map(verdictOf);

  const planOptions = {
    overrideMetadata: source.overrideMetadata,
    overrideLineage: source.overrideLineage,
    markDeletedDashboards: source.markDeletedDashboards,
    markDeletedDataModels: source.markDeletedDataModels,
    capabilities: server.capabilities,
    guards: limits,
    isShard: shard !== null,
    ...(source.includeUsage ? { usage: { now: now() } } : {}),
  };
  const whole = wantedCatalog({
    config,
    workspace,
    sources,
    scope,
    unread: tables.unread(),
  });
  const mapped = shard === null ? whole : leaveToOthers(whole, present, workspace, shard);
  const wanted = await keepWhatIsThere(mapped, goneReports(mapped, present, planOptions), mode);

  const emails = [...wanted.dashboards, ...wanted.dataModels].flatMap((entity) => entity.ownerEmail ?? []);
  found.owners = source.includeOwners ? await findOwners(openMetadata, emails) : null;
  const presentEdges = await readUpstreamEdges(
    openMetadata,
    edgesToRead(wanted, present, planOptions),
    onProgress,
  );
  const owners = found.owners ?? new Map();
  host.debug(`${presentEdges.size} entities of which the edges were read: no mark vouches for theirs`);
  found.plan = makePlan({ wanted, present, presentEdges, owners, options: planOptions });
  // A shard sees a part of the names.
  found.findings = [
    ...(shard === null ? idlePatterns(config, workspace) : []),
    ...(await servicesNotThere(config, catalogTables)),
  ];
  for (const finding of found.findings) host.finding(finding);
}

/** The services are asked for only when some are named, and once a run. That they cannot be read is told with the lineage. */
async function servicesNotThere(
  config: WorkflowConfig,
  tables: Pick<TableCatalog, 'services'>,
): Promise<readonly Finding[]> {
  if (config.source.databasePrefixes.length === 0) return [];
  const services = await tables.services().catch(() => null);
  return services === null
    ? []
    : unknownServices(
        config,
        services.map(({ name }) => name),
      );
}

/** How Discovery is used; nothing where it is not. */
function discoveryOptions(
  { source }: WorkflowConfig,
  client: Connections['discovery'],
  host: RunOptions['host'],
): Pick<ListOptions, 'discovery'> {
  if (client === null || source.modeRead === 'rest') return {};
  return {
    discovery: {
      client,
      read: source.modeRead,
      chartDetails: source.chartDetails,
      knowArchived: !source.includeDraftDashboard,
      includeViewCounts: source.includeUsage,
      includeDiscoveryOnlyCollections: source.includeDiscoveryOnlyCollections,
      onInfo: (text) => host.info(text),
      onWarning: (text) => host.warning(text),
    },
  };
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

/** Asks Mode for each report that is about to be deleted; one that is not proven gone is kept (contract 1). */
async function keepWhatIsThere(
  wanted: WantedCatalog,
  tokens: readonly string[],
  mode: ModeClient,
): Promise<WantedCatalog> {
  const asked = await mapConcurrently(
    tokens,
    ASKED_AT_ONCE,
    async (token) => [token, await mode.stillThere(token)] as const,
  );
  const there = asked.filter((answer): answer is readonly [string, string] => answer[1] !== null);
  return there.length === 0 ? wanted : { ...wanted, keepReports: new Map([...wanted.keepReports, ...there]) };
}

const ASKED_AT_ONCE = 8;

const whatWasRead = (workspace: Workspace, present: PresentCatalog): string =>
  [
    `Mode: ${workspace.collections.items.length} collections, ${workspace.reports.length} reports and datasets read, ${workspace.recalled.length} unchanged, ${workspace.leftOut.length} left out`,
    `the catalog: ${present.dashboards.size} dashboards, ${present.charts.size} charts, ${present.dataModels.size} data models`,
  ].join('; ');
