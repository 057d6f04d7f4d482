/** OpenMetadata's entity types, as references and lineage edges name them. */
export type KindName =
  | 'databaseService'
  | 'database'
  | 'databaseSchema'
  | 'table'
  | 'dashboardService'
  | 'chart'
  | 'dashboard'
  | 'dashboardDataModel'
  | 'user'
  | 'team'
  | 'classification'
  | 'tag'
  | 'ingestionPipeline';

export interface Kind {
  readonly type: KindName;
  /** Below `/api/v1/`. */
  readonly path: string;
  /** The type that holds it, and the field that names the holder in a create request and in answers. */
  readonly parent: { readonly type: KindName; readonly field: string } | null;
  /** Java class of the create request, as error messages name it. */
  readonly createClass: string;
  /** What only `fields=` brings into a GET. */
  readonly relations: readonly string[];
  /** Relations that the answer to a creating PUT shows although nobody asked; an updating one adds `owners`. */
  readonly shown: readonly string[];
}

const COMMON = ['owners', 'followers', 'tags', 'domains', 'dataProducts', 'extension', 'votes'];

function kind(
  type: KindName,
  path: string,
  parent: Kind['parent'],
  createClass: string,
  more: { relations?: readonly string[]; shown?: readonly string[] } = {},
): Kind {
  return {
    type,
    path,
    parent,
    createClass: `org.openmetadata.schema.api.${createClass}`,
    relations: [...COMMON, ...(more.relations ?? [])],
    shown: more.shown ?? ['domains'],
  };
}

/** Every type that the stand-in keeps. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  databaseService: kind(
    'databaseService',
    'services/databaseServices',
    null,
    'services.CreateDatabaseService',
    { shown: [] },
  ),
  database: kind(
    'database',
    'databases',
    { type: 'databaseService', field: 'service' },
    'data.CreateDatabase',
    { relations: ['databaseSchemas', 'usageSummary'] },
  ),
  databaseSchema: kind(
    'databaseSchema',
    'databaseSchemas',
    { type: 'database', field: 'database' },
    'data.CreateDatabaseSchema',
    { relations: ['tables', 'usageSummary'], shown: ['owners', 'domains'] },
  ),
  table: kind('table', 'tables', { type: 'databaseSchema', field: 'databaseSchema' }, 'data.CreateTable', {
    relations: ['columns', 'tableConstraints', 'schemaDefinition', 'usageSummary', 'queries'],
    shown: ['owners', 'domains'],
  }),
  dashboardService: kind(
    'dashboardService',
    'services/dashboardServices',
    null,
    'services.CreateDashboardService',
    { shown: [] },
  ),
  chart: kind('chart', 'charts', { type: 'dashboardService', field: 'service' }, 'data.CreateChart', {
    relations: ['dashboards'],
    shown: ['domains', 'dashboards'],
  }),
  dashboard: kind(
    'dashboard',
    'dashboards',
    { type: 'dashboardService', field: 'service' },
    'data.CreateDashboard',
    {
      relations: ['charts', 'dataModels', 'usageSummary'],
      shown: ['charts', 'dataModels', 'domains'],
    },
  ),
  dashboardDataModel: kind(
    'dashboardDataModel',
    'dashboard/datamodels',
    { type: 'dashboardService', field: 'service' },
    'data.CreateDashboardDataModel',
  ),
  user: kind('user', 'users', null, 'teams.CreateUser', {
    relations: ['teams', 'roles', 'profile', 'personas', 'owns', 'follows'],
    shown: [],
  }),
  team: kind('team', 'teams', null, 'teams.CreateTeam', {
    relations: ['users', 'parents', 'children', 'userCount', 'profile'],
    shown: [],
  }),
  classification: kind('classification', 'classifications', null, 'classification.CreateClassification', {
    relations: ['termCount', 'usageCount'],
    shown: [],
  }),
  tag: kind('tag', 'tags', { type: 'classification', field: 'classification' }, 'classification.CreateTag', {
    relations: ['children', 'usageCount'],
    shown: ['domains', 'owners', 'reviewers'],
  }),
  ingestionPipeline: kind(
    'ingestionPipeline',
    'services/ingestionPipelines',
    { type: 'dashboardService', field: 'service' },
    'services.ingestionPipelines.CreateIngestionPipeline',
    { relations: ['pipelineStatuses'] },
  ),
};

export function isKindName(type: unknown): type is KindName {
  return typeof type === 'string' && Object.hasOwn(KINDS, type);
}
