import type { KindName } from './entity-kinds.ts';
import type { Features } from './features.ts';

/** The properties that a create request may have; any other is refused as unrecognised. */
export function createFields(type: KindName, features: Features): ReadonlySet<string> {
  const owners = features.owners ? 'owners' : 'owner';
  const domains = features.domains ? 'domains' : 'domain';
  const hash = features.sourceHash ? ['sourceHash'] : [];
  const reviewers = features.reviewers ? ['reviewers'] : [];
  const products = features.sourceHash ? ['dataProducts'] : [];
  const governed = features.owners ? [owners, domains] : [];
  // Automatic classification came together with bulk requests, as far as is known.
  const automatic = (...fields: readonly string[]) => (features.bulk ? ['reviewers', ...fields] : []);
  const named = ['name', 'displayName', 'description'];
  const asset = [...named, owners, domains, 'tags', 'lifeCycle', ...products, ...hash, ...reviewers];
  return new Set(
    {
      databaseService: [...named, 'serviceType', 'connection', owners, domains, 'dataProducts', 'tags'],
      database: [...asset, 'service', 'default', 'sourceUrl', 'retentionPeriod', 'extension'],
      databaseSchema: [...asset, 'database', 'sourceUrl', 'retentionPeriod', 'extension'],
      table: [
        ...asset,
        'databaseSchema',
        'columns',
        'tableType',
        'tableConstraints',
        'tablePartition',
        'schemaDefinition',
        'sourceUrl',
        'retentionPeriod',
        'fileFormat',
        'extension',
      ],
      dashboardService: [
        ...named,
        'serviceType',
        'connection',
        owners,
        domains,
        'tags',
        ...products,
        ...(features.chartDashboards ? ['ingestionRunner'] : []),
      ],
      chart: [
        ...asset,
        'service',
        'dataProducts',
        'chartType',
        'sourceUrl',
        ...(features.chartDashboards ? ['dashboards', 'extension'] : []),
      ],
      dashboard: [
        ...asset,
        'service',
        'dataProducts',
        'dashboardType',
        'sourceUrl',
        'project',
        'charts',
        'dataModels',
        'extension',
      ],
      dashboardDataModel: [
        ...asset,
        'service',
        'serviceType',
        'dataModelType',
        'columns',
        'sql',
        'project',
        ...(features.dataModelSourceUrl ? ['sourceUrl', 'extension'] : []),
      ],
      user: [...named, 'email', 'isBot', 'isAdmin', 'teams', 'roles', 'timezone', 'profile', domains],
      team: [...named, 'teamType', 'email', 'parents', 'users', 'profile', 'isJoinable', owners, domains],
      classification: [
        ...named,
        'mutuallyExclusive',
        'provider',
        ...governed,
        ...automatic('autoClassificationConfig'),
      ],
      tag: [
        ...named,
        'classification',
        'parent',
        'mutuallyExclusive',
        'associatedTags',
        'provider',
        'style',
        ...governed,
        ...automatic('autoClassificationEnabled', 'autoClassificationPriority', 'recognizers'),
      ],
      ingestionPipeline: [
        ...named,
        'service',
        'pipelineType',
        'sourceConfig',
        'airflowConfig',
        'loggerLevel',
        owners,
        domains,
        // Known from the schemas of 1.13; those of before were not at hand.
        ...(features.bulk ? ['raiseOnError', 'provider', 'processingEngine', 'enableStreamableLogs'] : []),
      ],
    }[type],
  );
}

/** The properties without which a create request is refused. */
export const REQUIRED: Readonly<Record<KindName, readonly string[]>> = {
  databaseService: ['name', 'serviceType'],
  database: ['name', 'service'],
  databaseSchema: ['name', 'database'],
  table: ['name', 'databaseSchema', 'columns'],
  dashboardService: ['name', 'serviceType'],
  chart: ['name', 'service'],
  dashboard: ['name', 'service'],
  dashboardDataModel: ['name', 'service', 'dataModelType', 'columns'],
  user: ['name', 'email'],
  team: ['name', 'teamType'],
  classification: ['name', 'description'],
  tag: ['name', 'description'],
  ingestionPipeline: ['name', 'service', 'pipelineType', 'sourceConfig', 'airflowConfig'],
};

export const COLUMN_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'displayName',
  'dataType',
  'arrayDataType',
  'dataLength',
  'precision',
  'scale',
  'dataTypeDisplay',
  'description',
  'fullyQualifiedName',
  'tags',
  'constraint',
  'ordinalPosition',
  'jsonSchema',
  'children',
  'profile',
  'customMetrics',
  'extension',
]);

export const TAG_LABEL_FIELDS: ReadonlySet<string> = new Set([
  'tagFQN',
  'name',
  'displayName',
  'description',
  'style',
  'source',
  'labelType',
  'state',
  'href',
  'reason',
  'appliedAt',
  'appliedBy',
  'metadata',
]);

export const REFERENCE_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'type',
  'name',
  'fullyQualifiedName',
  'description',
  'displayName',
  'deleted',
  'inherited',
  'href',
]);
