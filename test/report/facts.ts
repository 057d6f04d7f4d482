import type { EntityKind } from '../../src/catalog/entities.ts';
import { EXIT } from '../../src/errors.ts';
import type { QuerySources, Verdict } from '../../src/lineage/sources.ts';
import type { Collection, Query, Report, Workspace } from '../../src/mode/workspace.ts';
import type { Outcome, StepFailure } from '../../src/plan/outcome.ts';
import type { EdgeStep, EntityStep, Plan } from '../../src/plan/plan.ts';
import type { RunFacts } from '../../src/report/run-report.ts';

const MODE = 'https://app.mode.com/acme';

export const complete = <T>(items: readonly T[]) => ({ state: 'complete', items }) as const;

export const collection = (token: string, name: string): Collection => ({
  token,
  name,
  description: '',
  kind: 'custom',
  restricted: false,
  reports: complete([]),
  datasets: complete([]),
});

export const query = (token: string, name: string | null): Query => ({
  token,
  name,
  sql: 'select 1',
  connectionId: '1',
  url: `${MODE}/queries/${token}`,
  charts: complete([]),
});

export const report = (
  token: string,
  name: string | null,
  collectionToken: string | null,
  queries: readonly Query[] = [],
): Report => ({
  token,
  name,
  description: '',
  kind: 'report',
  collectionToken,
  archived: false,
  url: `${MODE}/reports/${token}`,
  creator: null,
  creatorEmail: null,
  createdAt: null,
  editedAt: null,
  lastSavedAt: null,
  lastRunAt: null,
  viewCount: null,
  queryCount: null,
  chartCount: null,
  hasImportedDatasets: null,
  queries: complete(queries),
  importedBy: complete([]),
});

export const workspace = (parts: Partial<Workspace> = {}): Workspace => ({
  name: 'acme',
  keyScope: 'workspace',
  collections: complete([]),
  connections: complete([]),
  definitions: complete([]),
  members: complete([]),
  reports: [],
  recalled: [],
  leftOut: [],
  notices: [],
  ...parts,
});

const step = (kind: EntityKind, name: string, parts: Partial<EntityStep>): EntityStep => ({
  action: 'create',
  kind,
  fqn: kind === 'dashboardDataModel' ? `mode_acme.model."${name}"` : `mode_acme.${name}`,
  name,
  displayName: name,
  url: `${MODE}/reports/${name}`,
  parent: null,
  project: null,
  changes: [],
  reason: '',
  id: null,
  patch: [],
  body: null,
  put: false,
  hash: null,
  mark: null,
  ...parts,
});

export const dashboard = (token: string, displayName: string, parts: Partial<EntityStep> = {}) =>
  step('dashboard', token, { displayName, ...parts });

export const chart = (of: string, token: string, displayName: string, parts: Partial<EntityStep> = {}) =>
  step('chart', token, { displayName, parent: `mode_acme.${of}`, ...parts });

export const dataModel = (of: string, token: string, displayName: string, parts: Partial<EntityStep> = {}) =>
  step('dashboardDataModel', `${of}.${token}`, { displayName, parent: `mode_acme.${of}`, ...parts });

export const edge = (from: string, to: string, parts: Partial<EdgeStep> = {}): EdgeStep => ({
  action: 'add',
  from: { kind: from.startsWith('mode_acme.') ? 'dashboardDataModel' : 'table', fqn: from },
  to: { kind: to.startsWith('mode_acme.model') ? 'dashboardDataModel' : 'dashboard', fqn: to },
  sql: null,
  columns: [],
  description: null,
  conditional: false,
  reason: '',
  ...parts,
});

export const modelFqn = (of: string, token: string): string => `mode_acme.model."${of}.${token}"`;

export const plan = (parts: Partial<Plan> = {}): Plan => ({
  service: { action: 'unchanged', name: 'mode_acme', fqn: 'mode_acme', id: 'b0a1' },
  tags: [],
  charts: [],
  dataModels: [],
  dashboards: [],
  edges: [],
  usage: null,
  guard: { state: 'clear', reasons: [], deletions: 0 },
  complete: true,
  incomplete: [],
  ...parts,
});

export const sources = (
  reportToken: string,
  queryToken: string,
  verdict: Verdict,
  reason = '',
  parts: Partial<QuerySources> = {},
): QuerySources => ({
  reportToken,
  queryToken,
  verdict,
  reason,
  linked: [],
  unlinked: [],
  columns: null,
  diagnostics: [],
  complete: true,
  ...parts,
});

/** What became of one step; a failure without a reason has one of ours. */
interface Result {
  readonly key: string;
  readonly what: StepFailure['what'];
  readonly ok: boolean;
  readonly error?: string;
  readonly status?: number;
}

export const outcome = ({
  results = [],
  interrupted = false,
}: {
  readonly results?: readonly Result[];
  readonly interrupted?: boolean;
} = {}): Outcome => ({
  failures: results
    .filter(({ ok }) => !ok)
    .map(({ key, what, error = 'No reason was given.', status }) => ({
      key,
      what,
      error,
      ...(status === undefined ? {} : { status }),
    })),
  succeeded: {
    usage: results.filter(({ ok, what }) => ok && what === 'usage').length,
    others: results.filter(({ ok, what }) => ok && what !== 'usage').length,
  },
  reached: interrupted ? new Set(results.map(({ key }) => key)) : null,
});

export const facts = (parts: Partial<RunFacts> = {}): RunFacts => ({
  command: 'ingest',
  configPath: 'ingestion/mode.yml',
  serviceName: 'mode_acme',
  workspace: workspace(),
  sources: [],
  plan: plan(),
  outcome: outcome(),
  findings: [],
  error: null,
  status: 'done',
  exitCode: EXIT.done,
  servers: {
    mode: 'https://app.mode.com',
    openMetadata: 'https://catalog.acme.example/api',
    openMetadataVersion: '1.12.6',
  },
  calls: { mode: 42, openMetadata: 37, writes: 12 },
  startedAt: Date.UTC(2026, 10, 2, 6, 0, 0),
  finishedAt: Date.UTC(2026, 10, 2, 6, 0, 14, 200),
  ...parts,
});
