import type { Answer } from '../stand-in-server.ts';
import type { Caller, CatalogServer } from './catalog-server.ts';
import { KINDS } from './entity-kinds.ts';
import { applyJsonPatch } from './json-patch.ts';
import { isObject, type JsonObject, objectsOf } from './json-shape.ts';
import { changedRelations, presentEntity, relationsOf } from './present-entity.ts';
import { readOwners, readReferences, readTags } from './references.ts';
import { badRequest, forbidden, preconditionFailed } from './refusals.ts';
import { writeRelations } from './relations.ts';
import type { Entity } from './store.ts';
import { type Change, etagOf, moveVersion, touch } from './version.ts';

/** A JSON patch on what the entity looks like with all its relations. */
export function patchEntity(
  server: CatalogServer,
  caller: Caller,
  entity: Entity,
  patch: unknown,
  ifMatch: string | undefined,
): Answer {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(entity))
    throw preconditionFailed(etagOf(entity));
  refuseBotsDisplayName(caller, patch);
  const relations = relationsOf(server, KINDS[entity.type]);
  const before = presentEntity(server, entity, caller, relations);
  const after = applyJsonPatch(before, patch);
  if (!isObject(after)) throw badRequest('Unable to process JSON');
  // Within one user's session (no If-Match) successive patches count as one version.
  const sameSession = ifMatch === undefined && entity.updatedBy === caller.name && entity.version > 0.1;
  const { change, touched } = writeBack(server, caller, entity, before, after);
  if (change !== 'none' && !sameSession) moveVersion(server, entity, caller, change);
  else if (change !== 'none' || touched) touch(server, entity, caller);
  return {
    status: 200,
    headers: {
      'x-openmetadata-change': change === 'none' ? 'entityNoChange' : 'entityUpdated',
      etag: etagOf(entity),
    },
    json: presentEntity(server, entity, caller, changedRelations(server, KINDS[entity.type])),
  };
}

function refuseBotsDisplayName(caller: Caller, patch: unknown): void {
  if (!caller.isBot || !objectsOf(patch).some(({ path }) => path === '/displayName')) return;
  throw forbidden(
    `Principal: CatalogPrincipal{name='${caller.name}'} operation EditDisplayName denied by role IngestionBotRole, policy DefaultBotPolicy, rule DisplayName-Deny`,
  );
}

/** Stored without counting as a change. */
const QUIET: ReadonlySet<string> = new Set(['sourceHash', 'project', 'dashboardType', 'dataModelType']);
/** Never stored. */
const FIXED: ReadonlySet<string> = new Set(['serviceType', 'entityStatus']);
/** Values that a patch may add where there were none. */
const ADDABLE = [
  'displayName',
  'description',
  'extension',
  'sourceHash',
  'sourceUrl',
  'project',
  'chartType',
  'sql',
  'columns',
];

function writeBack(
  server: CatalogServer,
  caller: Caller,
  entity: Entity,
  before: JsonObject,
  after: JsonObject,
): { readonly change: Change; readonly touched: boolean } {
  const differs = (field: string) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  // All references are looked up before anything is written.
  const tags = differs('tags') ? (readTags(server, after, caller) ?? []) : undefined;
  const owners = differs('owners') || differs('owner') ? (readOwners(server, after) ?? []) : undefined;
  const contents =
    differs('charts') || differs('dataModels')
      ? new Set([
          ...readReferences(server, after.charts, 'chart'),
          ...readReferences(server, after.dataModels, 'dashboardDataModel'),
        ])
      : undefined;
  let change: Change = tags !== undefined || owners !== undefined ? 'minor' : 'none';
  if (tags !== undefined) {
    // Labels that stay keep the day they were applied.
    const old = new Map(entity.tags.map((label) => [label.tagFQN, label]));
    entity.tags = tags.map((label) => old.get(label.tagFQN) ?? label);
  }
  if (owners !== undefined) entity.owners = owners;
  if (contents !== undefined && writeRelations(entity, { contents })) change = 'minor';
  let touched = false;
  for (const field of new Set([...ADDABLE, ...Object.keys(entity.values)])) {
    if (FIXED.has(field) || !differs(field)) continue;
    entity.values = { ...entity.values, [field]: after[field] };
    if (QUIET.has(field)) touched = true;
    else change = 'minor';
  }
  return { change, touched };
}
