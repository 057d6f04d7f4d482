import type { Caller } from './catalog-server.ts';
import { type Column, completeColumns, mergeColumns } from './columns.ts';
import type { KindName } from './entity-kinds.ts';
import { isObject, type JsonObject, objectsOf } from './json-shape.ts';
import { badRequest } from './refusals.ts';
import type { Entity } from './store.ts';
import { type Change, greater } from './version.ts';

/** Fields of create requests that are identity or relation, not value. */
const NOT_VALUES: ReadonlySet<string> = new Set([
  'name',
  'service',
  'database',
  'databaseSchema',
  'classification',
  'parent',
  'parents',
  'teams',
  'roles',
  'users',
  'owner',
  'owners',
  'tags',
  'domain',
  'domains',
  'dataProducts',
  'reviewers',
  'charts',
  'dataModels',
  'dashboards',
]);

/** Stored at birth, and when a PUT brings a deleted entity back; otherwise a PUT never stores them. */
const FIXED: ReadonlySet<string> = new Set(['project', 'dashboardType', 'dataModelType', 'extension']);

const DEFAULTS: Partial<Record<KindName, JsonObject>> = {
  dashboard: { dashboardType: 'Dashboard' },
  database: { default: false },
  table: { processedLineage: false },
  user: { isBot: false, isAdmin: false, allowImpersonation: false, personaPreferences: [] },
  classification: { provider: 'user', disabled: false, mutuallyExclusive: false },
  tag: { provider: 'user', disabled: false, deprecated: false, mutuallyExclusive: false },
  ingestionPipeline: { provider: 'user', loggerLevel: 'INFO', deployed: false, enabled: true },
};

export function initialValues(type: KindName, body: JsonObject, fqn: string): Record<string, unknown> {
  const given = Object.entries(body).filter(([field, value]) => !NOT_VALUES.has(field) && value !== null);
  const values: Record<string, unknown> = {
    ...DEFAULTS[type],
    ...(STATUS_FREE.has(type) ? {} : { entityStatus: 'Unprocessed' }),
    ...Object.fromEntries(given),
  };
  if (Array.isArray(body.columns)) values.columns = completeColumns(objectsOf(body.columns), fqn);
  return values;
}

const STATUS_FREE: ReadonlySet<KindName> = new Set(['user', 'team', 'ingestionPipeline']);

/**
 * What a PUT makes of the values. Left out means null, except: a bot's PUT keeps a description that is there, `FIXED` fields keep
 * what they were, a service keeps its type. A `sourceHash` alone is stored but is no change.
 */
export function updateValues(
  entity: Entity,
  body: JsonObject,
  caller: Caller,
): { readonly values: Record<string, unknown>; readonly change: Change; readonly touched: boolean } {
  const before = entity.values;
  const sent = initialValues(entity.type, body, entity.fqn);
  checkConnection(before.connection, sent.connection);
  const values: Record<string, unknown> = { ...sent };
  for (const field of Object.keys(before))
    if ((FIXED.has(field) && !entity.deleted) || KEPT.has(field)) values[field] = before[field];
  for (const field of FIXED) if (!(field in before) && !entity.deleted) delete values[field];
  if (caller.isBot && before.description) values.description = before.description;
  let change: Change = 'none';
  const columns = before.columns;
  if (Array.isArray(columns)) {
    // Only completeColumns and mergeColumns write this value.
    const merge = mergeColumns(columns as Column[], (sent.columns ?? []) as Column[]);
    values.columns = merge.columns;
    change = merge.change;
  }
  for (const field of new Set([...Object.keys(before), ...Object.keys(values)])) {
    if (field === 'columns' || field === 'sourceHash') continue;
    if (JSON.stringify(before[field]) !== JSON.stringify(values[field])) change = greater(change, 'minor');
  }
  return { values, change, touched: before.sourceHash !== values.sourceHash };
}

const KEPT: ReadonlySet<string> = new Set(['entityStatus', 'serviceType']);

/**
 * Leaving out the connection is fine only where none is stored: recorded is a 400 from the depths of the server. A field that the
 * connection's schema does not have is refused too.
 */
function checkConnection(before: unknown, sent: unknown): void {
  if (before !== undefined && sent === undefined)
    throw badRequest(
      'Cannot invoke "org.openmetadata.schema.ServiceConnectionEntityInterface.getConfig()" because the return value of "org.openmetadata.schema.ServiceEntityInterface.getConnection()" is null',
    );
  const config = isObject(sent) && isObject(sent.config) ? sent.config : {};
  if (config.type !== 'Mode') return;
  const unknown = Object.keys(config).find((field) => !MODE_CONNECTION.has(field));
  if (unknown !== undefined)
    throw badRequest(
      `Failed to unmask 'Mode' connection stored in DB due to an unrecognized field: '${unknown}'`,
    );
}

const MODE_CONNECTION: ReadonlySet<string> = new Set([
  'type',
  'hostPort',
  'accessToken',
  'accessTokenPassword',
  'workspaceName',
  'filterQueryParam',
  'dashboardFilterPattern',
  'chartFilterPattern',
  'dataModelFilterPattern',
  'projectFilterPattern',
  'supportsMetadataExtraction',
]);
