import type { Answer, RecordedRequest } from '../stand-in-server.ts';
import { putBulk } from './bulk.ts';
import { type Caller, type CatalogServer, entityByFqn, entityById, type Include } from './catalog-server.ts';
import { deleteEntity, restoreEntity } from './delete-entity.ts';
import { deleteStale } from './delete-stale.ts';
import { KINDS, type KindName } from './entity-kinds.ts';
import { isObject } from './json-shape.ts';
import { listEntities, readFields, readInclude } from './list-entities.ts';
import { patchEntity } from './patch-entity.ts';
import { presentEntity } from './present-entity.ts';
import { putEntity } from './put-entity.ts';
import { checkShape } from './read-create-request.ts';
import { invalid, methodNotAllowed, noSuchPath } from './refusals.ts';
import { etagOf } from './version.ts';

/** What every collection of entities has in common. `rest` is the path below the collection. */
export function answerEntities(
  server: CatalogServer,
  caller: Caller,
  type: KindName,
  rest: readonly string[],
  query: URLSearchParams,
  { method, body, headers }: RecordedRequest,
): Answer {
  const [first, second] = rest;
  if (first === undefined) {
    if (method === 'GET') return listEntities(server, caller, type, query);
    if (method !== 'PUT' && method !== 'POST') throw methodNotAllowed();
    return putEntity(server, caller, type, checkShape(type, body, server.features), method).answer;
  }
  if (first === 'bulk' && method === 'PUT') return putBulk(server, caller, type, body, query);
  if (first === 'restore' && method === 'PUT') {
    if (!isObject(body) || typeof body.id !== 'string') throw invalid('id must not be null');
    return restoreEntity(server, caller, entityById(server, type, body.id, 'all'));
  }
  if (first === 'deleteStale' && method === 'DELETE' && server.features.deleteStale)
    return deleteStale(server, caller, type, body);
  const byName = first === 'name' && second !== undefined;
  if (rest.length > (byName ? 2 : 1) || (!byName && !UUID.test(first))) throw noSuchPath();
  const find = (include: Include) =>
    byName ? entityByFqn(server, type, second, include) : entityById(server, type, first, include);
  if (method === 'GET') {
    const relations = readFields(server, KINDS[type], query);
    const entity = find(readInclude(query));
    return {
      status: 200,
      headers: { etag: etagOf(entity) },
      json: presentEntity(server, entity, caller, relations),
    };
  }
  if (method === 'DELETE') return deleteEntity(server, caller, find('all'), query);
  if (method !== 'PATCH' || (byName && !server.features.patchByName)) throw methodNotAllowed();
  const ifMatch = headers['if-match'];
  return patchEntity(server, caller, find('non-deleted'), body, ifMatch?.toString());
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
