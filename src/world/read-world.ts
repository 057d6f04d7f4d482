import type { PresentCatalog } from '../catalog/entities.ts';
import { rowScope } from '../catalog/listing-row.ts';
import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { Connections } from '../connections.ts';
import type { Endings } from '../endings.ts';
import type { QuerySources } from '../lineage/sources.ts';
import type { TableCatalog } from '../lineage/table-catalog.ts';
import { type ListedWorkspace, type ListOptions, listWorkspace } from '../mode/list-workspace.ts';
import { type Recall, readChildren } from '../mode/read-children.ts';
import { setAsideUnreached } from '../mode/set-aside-unreached.ts';
import { webUrls } from '../mode/web-urls.ts';
import type { Workspace } from '../mode/workspace.ts';
import type { ServerFacts } from '../openmetadata/connect.ts';
import { readPresentCatalog } from '../openmetadata/read-catalog.ts';
import { recallReports } from '../plan/recall-reports.ts';
import type { RunOptions } from '../run-options.ts';
import { type Admission, createAdmissions } from './admissions.ts';
import { type RememberedAnswers, rememberAnswers } from './remembered-answers.ts';
import { createTracers } from './tracers.ts';
import { viewOf } from './view-of.ts';

/** Both servers as they were read, once, for one configuration or several that share them. */
export interface World {
  readonly server: ServerFacts;
  readonly present: PresentCatalog;
  /** Mode as a run of the configuration alone would have read it. */
  workspaceOf(config: WorkflowConfig): Workspace;
  /** What the configuration makes of every report that was listed, by token. */
  admissionsOf(config: WorkflowConfig): ReadonlyMap<string, Admission>;
  /** The tables that its queries read, and what of the catalog could not be asked for them. */
  lineageOf(config: WorkflowConfig): Promise<{
    readonly sources: readonly QuerySources[];
    readonly unread: readonly string[];
  }>;
  /** The catalog's database services, asked for once. */
  readonly databaseServices: TableCatalog['services'];
  readonly answers: RememberedAnswers;
}

/**
 * Reads Mode and the catalog side by side, with all that any of the configurations lets in. They name the same workspace and the same
 * service; the first is the run's own, and says how Mode is read.
 */
export async function readWorld(
  configs: readonly [WorkflowConfig, ...WorkflowConfig[]],
  server: ServerFacts,
  options: RunOptions,
  connections: Connections,
  endings: Endings,
): Promise<World> {
  const { host, command, shard = null, now = Date.now } = options;
  const { mode, discovery, openMetadata } = connections;
  const [config] = configs;
  const { capabilities } = server;
  const onProgress = (stage: string, done: number, total: number | null) => host.progress(stage, done, total);
  const any = (wants: (config: WorkflowConfig) => boolean): boolean => configs.some(wants);
  const admissions = createAdmissions(configs);

  const [listed, present] = await host.group('List Mode and the catalog', () =>
    Promise.all([
      listWorkspace(mode, {
        filter: any((each) => each.mode.filterQueryParam === 'all') ? 'all' : 'custom',
        leaveOut: admissions.leaveOut,
        includeMembers: any(({ source }) => source.includeOwners),
        includeDatasets: any(({ source }) => source.includeDataModels),
        ...discoveryOptions(configs, discovery, host),
        shard,
        onProgress,
      }),
      readPresentCatalog(openMetadata, capabilities, {
        serviceName: config.serviceName,
        usage: any(({ source }) => source.includeUsage),
        onProgress,
      }),
    ]),
  );

  const isIncremental = ({ source }: WorkflowConfig) => source.incremental || command === 'sweep';
  if (isIncremental(config) && !capabilities.sourceHash)
    host.warning(`OpenMetadata ${server.version} keeps no marks (1.4 does): every report is read anew.`);
  const remember = (each: WorkflowConfig): Recall =>
    capabilities.sourceHash ? memoryOf(each, listed, present, now()) : () => null;
  const tracers = createTracers(configs, listed, {
    openMetadata,
    admissions,
    signal: endings.sending,
    onProgress,
  });
  const remembered = configs.map((each) => ({
    admitted: admissions.of(each),
    recall: isIncremental(each) ? remember(each) : () => null,
  }));
  const isNews = remember(config);
  const read = await host.group('Read the reports', () =>
    readChildren(listed, {
      recall: (report) => recallForAll(report, remembered),
      isNews: (report) => isNews(report) === null,
      onQueries: tracers.add,
      onProgress,
    }),
  );
  endings.readingDone();

  const views = configs.map((each) => {
    const view = configs.length === 1 ? read : viewOf(read, each, admissions.of(each));
    return { each, workspace: setAsideUnreached(view) };
  });
  const workspaceOf = (wanted: WorkflowConfig): Workspace =>
    views.find(({ each }) => each === wanted)?.workspace ?? read;
  return {
    server,
    present,
    workspaceOf,
    admissionsOf: admissions.of,
    async lineageOf(each) {
      const { reports, recalled } = workspaceOf(each);
      const tokens = new Set([...reports, ...recalled].map(({ token }) => token));
      const { sources, unread } = await tracers.lineageOf(each);
      return { sources: sources.filter(({ reportToken }) => tokens.has(reportToken)), unread };
    },
    databaseServices: tracers.databaseServices,
    answers: rememberAnswers(connections, onProgress),
  };
}

const memoryOf = (
  config: WorkflowConfig,
  listed: ListedWorkspace,
  present: PresentCatalog,
  now: number,
): Recall =>
  recallReports(present, listed, {
    scope: rowScope(config, now),
    urls: webUrls(config.mode),
    overrideMetadata: config.source.overrideMetadata,
  });

/** A report is not read anew when it need not be for any configuration that lets it in. */
function recallForAll(
  report: Parameters<Recall>[0],
  configs: readonly { readonly admitted: ReadonlyMap<string, Admission>; readonly recall: Recall }[],
): ReturnType<Recall> {
  const recalled = configs
    .filter(({ admitted }) => (admitted.get(report.token)?.state ?? 'in') === 'in')
    .map(({ recall }) => recall(report));
  return recalled.includes(null) ? null : (recalled[0] ?? null);
}

/** How Discovery is used; nothing where it is not. */
function discoveryOptions(
  configs: readonly [WorkflowConfig, ...WorkflowConfig[]],
  client: Connections['discovery'],
  host: RunOptions['host'],
): Pick<ListOptions, 'discovery'> {
  const [{ source }] = configs;
  if (client === null || source.modeRead === 'rest') return {};
  return {
    discovery: {
      client,
      read: source.modeRead,
      chartDetails: source.chartDetails,
      knowArchived: configs.some((each) => !each.source.includeDraftDashboard),
      includeViewCounts: configs.some((each) => each.source.includeUsage),
      includeDiscoveryOnlyCollections: source.includeDiscoveryOnlyCollections,
      onInfo: (text) => host.info(text),
      onWarning: (text) => host.warning(text),
    },
  };
}
