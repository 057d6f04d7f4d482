import type {
  PresentCatalog,
  PresentChart,
  PresentDashboard,
  PresentDataModel,
  PresentEdge,
  WantedCatalog,
  WantedChart,
  WantedDashboard,
  WantedDataModel,
  WantedEdge,
} from '../../src/catalog/entities.ts';
import type { Capabilities } from '../../src/openmetadata/capabilities.ts';
import { makePlan } from '../../src/plan/diff.ts';
import type { PlanOptions } from '../../src/plan/plan-options.ts';

export const CAPABILITIES: Capabilities = {
  ownersField: 'owners',
  sourceHash: true,
  dataModelSourceUrl: true,
  chartDashboards: true,
  bulk: true,
  stepSummary: true,
  stoppedState: true,
  dataModelTypes: ['SupersetDataModel'],
};

export const OPTIONS: PlanOptions = {
  overrideMetadata: false,
  overrideLineage: false,
  markDeletedDashboards: true,
  markDeletedDataModels: true,
  capabilities: CAPABILITIES,
  guards: { maxDeletions: null, maxDeletionShare: 0.25 },
};

export const chart = (name: string, change: Partial<WantedChart> = {}): WantedChart => ({
  kind: 'chart',
  name,
  fqn: `mode.${name}`,
  displayName: `Chart ${name}`,
  description: '',
  sourceUrl: `https://app.mode.com/acme/reports/r1/viz/${name}`,
  tags: [],
  chartType: 'Bar',
  dashboard: 'mode.r1',
  ...change,
});

export const model = (name: string, change: Partial<WantedDataModel> = {}): WantedDataModel => ({
  kind: 'dashboardDataModel',
  name,
  fqn: `mode.model."${name}"`,
  displayName: `Query ${name}`,
  description: '',
  sourceUrl: `https://app.mode.com/acme/reports/r1/queries/${name}`,
  tags: [],
  sql: 'select * from sales.orders',
  columns: [],
  dashboard: 'mode.r1',
  ownerEmail: null,
  connection: '1',
  row: null,
  ...change,
});

export const dashboard = (name: string, change: Partial<WantedDashboard> = {}): WantedDashboard => ({
  kind: 'dashboard',
  name,
  fqn: `mode.${name}`,
  displayName: `Report ${name}`,
  description: '',
  sourceUrl: `https://app.mode.com/acme/reports/${name}`,
  tags: [],
  project: 'Sales',
  charts: { fqns: [], complete: true },
  dataModels: { fqns: [], complete: true },
  ownerEmail: null,
  row: `row of ${name}`,
  views: null,
  ...change,
});

export const tableEdge = (
  table: string,
  to: WantedDataModel,
  change: Partial<WantedEdge> = {},
): WantedEdge => ({
  from: { kind: 'table', fqn: table, id: `id of ${table}` },
  to: { kind: 'dashboardDataModel', fqn: to.fqn },
  sql: to.sql,
  columns: [],
  conditional: false,
  ...change,
});

export const wantedCatalog = (change: Partial<WantedCatalog> = {}): WantedCatalog => ({
  service: { name: 'mode', fqn: 'mode' },
  tags: [],
  charts: [],
  dataModels: [],
  dashboards: [],
  edges: [],
  edgesUnknown: new Set(),
  keep: new Map(),
  keepReports: new Map(),
  dataModelsOff: null,
  reports: new Set(),
  projects: new Set(['Sales']),
  complete: true,
  incomplete: [],
  ...change,
});

type Present = PresentChart | PresentDataModel | PresentDashboard;
type Changes = Omit<Partial<PresentChart>, 'kind'> &
  Omit<Partial<PresentDataModel>, 'kind'> &
  Omit<Partial<PresentDashboard>, 'kind'>;

/** The present catalog as it is after `wanted` was applied to an empty one, changed as given by FQN. */
export function presentAfter(
  wanted: WantedCatalog,
  changes: Readonly<Record<string, Changes>> = {},
): PresentCatalog {
  const plan = makePlan({
    wanted,
    present: NOTHING,
    presentEdges: new Map(),
    owners: new Map(),
    options: OPTIONS,
  });
  const hashes = new Map(
    [...plan.charts, ...plan.dataModels, ...plan.dashboards].map((step) => [
      step.fqn,
      step.mark ?? step.hash,
    ]),
  );
  const common = (entity: WantedChart | WantedDataModel | WantedDashboard) => ({
    id: `id of ${entity.fqn}`,
    name: entity.name,
    fqn: entity.fqn,
    displayName: entity.displayName,
    description: entity.description === '' ? null : entity.description,
    sourceUrl: entity.sourceUrl,
    sourceHash: hashes.get(entity.fqn) ?? null,
    deleted: false,
    tags: entity.tags,
    owners: [],
  });
  const map = <Entity extends Present>(entities: readonly Entity[]) =>
    new Map(entities.map((entity) => [entity.fqn, { ...entity, ...changes[entity.fqn] }]));
  return {
    service: { id: 'id of mode', name: 'mode', fqn: 'mode', deleted: false },
    charts: map(
      wanted.charts.map((entity) => ({
        ...common(entity),
        kind: 'chart' as const,
        chartType: entity.chartType,
        dashboards: [entity.dashboard],
      })),
    ),
    dataModels: map(
      wanted.dataModels.map((entity) => ({
        ...common(entity),
        kind: 'dashboardDataModel' as const,
        sql: entity.sql,
        dataModelType: 'SupersetDataModel',
        columns: [],
      })),
    ),
    dashboards: map(
      wanted.dashboards.map((entity) => ({
        ...common(entity),
        kind: 'dashboard' as const,
        project: entity.project,
        charts: entity.charts.fqns,
        dataModels: entity.dataModels.fqns,
        usage: null,
      })),
    ),
    tags: new Set(wanted.tags.map((tag) => tag.fqn)),
  };
}

export const NOTHING: PresentCatalog = {
  service: null,
  charts: new Map(),
  dataModels: new Map(),
  dashboards: new Map(),
  tags: new Set(),
};

export const presentEdge = (edge: WantedEdge, change: Partial<PresentEdge> = {}): PresentEdge => ({
  from: { kind: edge.from.kind, fqn: edge.from.fqn, id: edge.from.id ?? '' },
  source: 'DashboardLineage',
  description: null,
  sql: edge.sql,
  columns: edge.columns,
  ...change,
});
