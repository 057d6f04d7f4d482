import { wantedCatalog } from './catalog/map-workspace.ts';
import { reportFilter } from './catalog/report-filter.ts';
import type { WorkflowConfig } from './config/workflow-config.ts';
import { type Connections, connectBoth, type RequestLimits } from './connections.ts';
import { EXIT, IngestError } from './errors.ts';
import type { Host } from './host/host.ts';
import type { QuerySources } from './lineage/sources.ts';
import { traceWorkspace } from './lineage/trace-workspace.ts';
import { readWorkspace } from './mode/read-workspace.ts';
import type { Workspace } from './mode/workspace.ts';
import { connect, type ServerFacts } from './openmetadata/connect.ts';
import { findOwners } from './openmetadata/find-owners.ts';
import { readPresentCatalog } from './openmetadata/read-catalog.ts';
import { readUpstreamEdges } from './openmetadata/read-edges.ts';
import { createTableCatalog } from './openmetadata/table-catalog.ts';
import { watchTables } from './openmetadata/watch-tables.ts';
import { applyPlan } from './plan/apply-plan.ts';
import { makePlan } from './plan/diff.ts';
import { edgesToRead } from './plan/diff-edges.ts';
import type { Outcome } from './plan/outcome.ts';
import type { Plan } from './plan/plan.ts';
import type { DeletionLimits } from './plan/plan-options.ts';
import type { RunFacts } from './report/run-report.ts';
import { requestCounts } from './request-counts.ts';
import { endedWith } from './run-status.ts';

export interface RunOptions {
  readonly command: 'plan' | 'ingest';
  readonly host: Host;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly limits: DeletionLimits;
  readonly detailedExitCode: boolean;
  readonly requests?: RequestLimits;
}

/** What a run has found out so far; what it did not reach stays null. */
interface Progress {
  server: ServerFacts | null;
  workspace: Workspace | null;
  sources: readonly QuerySources[];
  plan: Plan | null;
  outcome: Outcome | null;
}

/** One run, from the validated configuration to all that its reports tell. It throws nothing that a user can cause. */
export async function run(config: WorkflowConfig, options: RunOptions): Promise<RunFacts> {
  const startedAt = Date.now();
  const found: Progress = { server: null, workspace: null, sources: [], plan: null, outcome: null };
  const connections = connectBoth(config, {
    env: options.env,
    signal: options.signal,
    onRetry: (note) => options.host.info(note),
    ...(options.requests === undefined ? {} : { requests: options.requests }),
  });
  const facts = (end: Pick<RunFacts, 'status' | 'exitCode' | 'error'>): RunFacts => ({
    command: options.command,
    configPath: config.path,
    serviceName: config.serviceName,
    workspace: found.workspace,
    sources: found.sources,
    plan: found.plan,
    outcome: found.outcome,
    findings: [],
    ...end,
    servers: {
      mode: config.mode.hostPort,
      openMetadata: config.openMetadata.hostPort,
      openMetadataVersion: found.server?.version ?? null,
    },
    calls: requestCounts(connections),
    startedAt,
    finishedAt: Date.now(),
  });
  try {
    await makeTrue(config, options, connections, found);
    if (found.plan === null) return facts({ ...EMPTY, error: null });
    return facts({
      ...endedWith(found.plan, found.outcome, {
        successThreshold: config.workflow.successThreshold,
        raiseOnError: config.workflow.raiseOnError,
        detailedExitCode: options.detailedExitCode,
      }),
      error: null,
    });
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return facts({
      status: 'failed',
      exitCode: error.exitCode,
      error: { code: error.code, message: error.message, next: error.next },
    });
  } finally {
    connections.close();
  }
}

const EMPTY = { status: 'empty', exitCode: EXIT.emptySource } as const;

/** The way of the data: Mode and the catalog are read side by side, then lineage, the wanted catalog, the plan, and its application. */
async function makeTrue(
  config: WorkflowConfig,
  { host, command, limits, signal }: RunOptions,
  { mode, openMetadata }: Connections,
  found: Progress,
): Promise<void> {
  const { source } = config;
  const onProgress = (stage: string, done: number, total: number | null) => host.progress(stage, done, total);

  const server = await host.group('Connect', () => connect(openMetadata));
  found.server = server;

  const [workspace, present] = await host.group('Read Mode and the catalog', () =>
    Promise.all([
      readWorkspace(mode, {
        filter: config.mode.filterQueryParam,
        leaveOut: reportFilter(config),
        includeMembers: source.includeOwners,
        includeDatasets: source.includeDataModels,
        onProgress,
      }),
      readPresentCatalog(openMetadata, server.capabilities, {
        serviceName: config.serviceName,
        onProgress,
      }),
    ]),
  );
  found.workspace = workspace;
  if (isEmpty(workspace)) return;

  const tables = watchTables(createTableCatalog(openMetadata));
  found.sources = await host.group('Trace lineage', () =>
    traceWorkspace(workspace, tables, { prefixes: source.databasePrefixes, onProgress }),
  );
  const wanted = wantedCatalog({ config, workspace, sources: found.sources, unread: tables.unread() });

  const emails = [...wanted.dashboards, ...wanted.dataModels].flatMap((entity) => entity.ownerEmail ?? []);
  const owners = source.includeOwners ? await findOwners(openMetadata, emails) : new Map();
  const planOptions = {
    overrideMetadata: source.overrideMetadata,
    overrideLineage: source.overrideLineage,
    markDeletedDashboards: source.markDeletedDashboards,
    markDeletedDataModels: source.markDeletedDataModels,
    capabilities: server.capabilities,
    guards: limits,
  };
  const presentEdges = await readUpstreamEdges(
    openMetadata,
    edgesToRead(wanted, present, planOptions),
    onProgress,
  );
  found.plan = makePlan({ wanted, present, presentEdges, owners, options: planOptions });

  if (command === 'plan') return;
  const plan = found.plan;
  found.outcome = await host.group('Write the catalog', () =>
    applyPlan(plan, openMetadata, server.capabilities, { bulkSize: config.bulkSize, signal, onProgress }),
  );
}

/** True when Mode was read in full and showed no report at all: too little access looks just like this. */
const isEmpty = (workspace: Workspace): boolean =>
  workspace.reports.length === 0 &&
  workspace.leftOut.length === 0 &&
  workspace.collections.state === 'complete' &&
  workspace.collections.items.every((collection) => collection.reports.state === 'complete');
