import { Buffer } from 'node:buffer';
import type { Answer } from '../stand-in-server.ts';
import { ancestors, type Caller, type CatalogServer, type Include, included } from './catalog-server.ts';
import { KINDS, type Kind, type KindName } from './entity-kinds.ts';
import { isObject } from './json-shape.ts';
import { presentEntity, relationsOf } from './present-entity.ts';
import { badRequest, invalid } from './refusals.ts';
import { byNameThenId, type Entity } from './store.ts';

/** GET of a collection: by name, ten a page unless told otherwise, with cursors both ways. */
export function listEntities(
  server: CatalogServer,
  caller: Caller,
  type: KindName,
  query: URLSearchParams,
): Answer {
  const limit = Number(query.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 0) throw invalid('limit must be greater than or equal to 0');
  if (limit > 1_000_000) throw invalid('limit must be less than or equal to 1000000');
  const include = readInclude(query);
  const relations = readFields(server, KINDS[type], query);
  const all = server.store.all(type).filter((entity) => included(entity, include) && belongs(entity, query));
  const { start, end } = pageOf(all, limit, query);
  const page = all.slice(start, end);
  const first = page[0];
  const last = page.at(-1);
  return {
    status: 200,
    json: {
      data: page.map((entity) => presentEntity(server, entity, caller, relations)),
      paging: {
        ...(start > 0 && first !== undefined ? { before: cursorOf(first) } : {}),
        ...(end < all.length && last !== undefined ? { after: cursorOf(last) } : {}),
        total: all.length,
      },
    },
  };
}

function pageOf(all: readonly Entity[], limit: number, query: URLSearchParams) {
  const after = query.get('after');
  const before = query.get('before');
  if (before !== null) {
    const cursor = readCursor(before);
    const end = all.filter((entity) => byNameThenId(entity, cursor) < 0).length;
    return { start: Math.max(0, end - limit), end };
  }
  const cursor = after === null ? undefined : readCursor(after);
  const start = cursor === undefined ? 0 : all.filter((entity) => byNameThenId(entity, cursor) <= 0).length;
  return { start, end: Math.min(all.length, start + limit) };
}

/** `?service=` takes a raw name and an FQN alike; an unknown one matches nothing. */
function belongs(entity: Entity, query: URLSearchParams): boolean {
  return ['service', 'database', 'databaseSchema', 'parent'].every((param) => {
    const wanted = query.get(param);
    return (
      wanted === null ||
      ancestors(entity).some(
        ({ field, entity: holder }) =>
          (field === param || param === 'parent') && (holder.name === wanted || holder.fqn === wanted),
      )
    );
  });
}

export function readInclude(query: URLSearchParams): Include {
  const include = query.get('include') ?? 'non-deleted';
  if (include === 'non-deleted' || include === 'deleted' || include === 'all') return include;
  throw badRequest(`query param include must be one of [all, deleted, non-deleted]`);
}

/** The relations that `fields=` asks for; a name that this version does not know is refused. */
export function readFields(server: CatalogServer, kind: Kind, query: URLSearchParams): readonly string[] {
  const known = new Set(relationsOf(server, kind));
  const plain = new Set([
    'lifeCycle',
    'certification',
    ...(server.features.sourceHash ? ['sourceHash'] : []),
  ]);
  const asked = (query.get('fields') ?? '').split(',').filter((field) => field !== '');
  if (asked.includes('*')) return [...known];
  for (const field of asked)
    if (!known.has(field) && !plain.has(field)) throw badRequest(`Invalid field name ${field}`);
  return asked.filter((field) => known.has(field));
}

function cursorOf({ name, id }: Entity): string {
  return Buffer.from(JSON.stringify({ name, id })).toString('base64');
}

function readCursor(text: string): { readonly name: string; readonly id: string } {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    if (isObject(value)) return { name: String(value.name), id: String(value.id) };
  } catch {
    // Refused below, like every other text that is no cursor.
  }
  throw badRequest('Invalid cursor');
}
