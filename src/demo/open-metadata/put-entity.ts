import type { Answer } from '../stand-in-server.ts';
import {
  addEntity,
  type Caller,
  type CatalogServer,
  entityById,
  entityFqn,
  parentOf,
} from './catalog-server.ts';
import { KINDS, type KindName } from './entity-kinds.ts';
import { isObject, type JsonObject } from './json-shape.ts';
import { putAnswer } from './put-answer.ts';
import { initialValues, updateValues } from './put-values.ts';
import { checkValues } from './read-create-request.ts';
import { readOwners, readTags } from './references.ts';
import { alreadyExists, invalid } from './refusals.ts';
import { readRelations, writeRelations } from './relations.ts';
import type { Entity } from './store.ts';
import { type Change, greater, moveVersion, touch } from './version.ts';

export interface PutResult {
  readonly entity: Entity;
  readonly answer: Answer;
}

/** PUT or POST of a create request whose shape was checked before. */
export function putEntity(
  server: CatalogServer,
  caller: Caller,
  type: KindName,
  body: JsonObject,
  method: 'PUT' | 'POST' = 'PUT',
): PutResult {
  checkValues(type, body, server.features);
  const parent = holder(server, type, body);
  const owners = readOwners(server, body);
  const tags = readTags(server, body, caller);
  const relations = readRelations(server, type, body);
  const sent = {
    tags,
    contents: relations !== undefined && 'contents' in relations ? relations.contents : undefined,
  };
  const name = String(body.name);
  const existing = server.store.byFqn(type, entityFqn(type, name, parent));
  if (existing === undefined) {
    const entity = addEntity(server, type, name, parent, caller.name);
    entity.values = initialValues(type, body, entity.fqn);
    entity.owners = owners ?? [];
    entity.tags = tags ?? [];
    writeRelations(entity, relations);
    return { entity, answer: putAnswer(server, caller, entity, 'entityCreated', body, sent) };
  }
  if (method === 'POST') throw alreadyExists();
  const update = updateValues(existing, body, caller);
  let change: Change = greater(update.change, existing.deleted ? 'minor' : 'none');
  if (owners !== undefined && owners.length > 0 && !sameEntities(owners, existing.owners)) {
    existing.owners = owners;
    change = greater(change, 'minor');
  }
  const added = (tags ?? []).filter(({ tagFQN }) => !existing.tags.some((tag) => tag.tagFQN === tagFQN));
  if (added.length > 0) {
    existing.tags = [...existing.tags, ...added];
    change = greater(change, 'minor');
  }
  if (writeRelations(existing, relations)) change = greater(change, 'minor');
  existing.values = update.values;
  existing.deleted = false;
  if (change !== 'none') moveVersion(server, existing, caller, change);
  else if (update.touched) touch(server, existing, caller);
  const event = change === 'none' ? 'entityNoChange' : 'entityUpdated';
  return { entity: existing, answer: putAnswer(server, caller, existing, event, body, sent) };
}

function holder(server: CatalogServer, type: KindName, body: JsonObject): Entity | null {
  const { parent } = KINDS[type];
  if (parent === null) return null;
  const given = body[parent.field];
  // A pipeline names its service by reference, everything else by name.
  if (isObject(given)) return entityById(server, parent.type, String(given.id));
  if (typeof given !== 'string') throw invalid(`${parent.field} must not be null`);
  return parentOf(server, parent.type, given);
}

function sameEntities(a: readonly Entity[], b: readonly Entity[]): boolean {
  return a.length === b.length && a.every((entity) => b.includes(entity));
}
