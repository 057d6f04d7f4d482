import type { Answer } from '../stand-in-server.ts';
import { type Caller, type CatalogServer, entityById } from './catalog-server.ts';
import { type Column, columnFqns } from './columns.ts';
import { isKindName } from './entity-kinds.ts';
import { LINEAGE_SOURCES } from './enums.ts';
import {
  isObject,
  type JsonObject,
  objectsOf,
  refuseOutside,
  refuseUnknown,
  stringsOf,
} from './json-shape.ts';
import { badRequest, invalid, notFound } from './refusals.ts';
import type { Entity } from './store.ts';

const EDGE = 'org.openmetadata.schema.type.EntitiesEdge';
const EDGE_FIELDS: ReadonlySet<string> = new Set(['fromEntity', 'toEntity', 'description', 'lineageDetails']);

/** PUT /lineage: one edge for a pair of entities, its details replaced as a whole; the answer is empty. */
export function putLineage(server: CatalogServer, caller: Caller, body: unknown): Answer {
  if (!isObject(body)) throw badRequest('Unable to process JSON');
  refuseUnknown(body, new Set(['edge']), 'org.openmetadata.schema.api.lineage.AddLineage');
  const edge = body.edge;
  if (!isObject(edge)) throw invalid('edge must not be null');
  refuseUnknown(edge, EDGE_FIELDS, EDGE);
  // Unlike everywhere else, a field that lineageDetails does not have is ignored.
  const given = isObject(edge.lineageDetails) ? edge.lineageDetails : {};
  refuseOutside(given.source, LINEAGE_SOURCES, 'org.openmetadata.schema.type.LineageDetails', 'source');
  for (const end of [edge.fromEntity, edge.toEntity])
    if (!isObject(end) || typeof end.id !== 'string') throw invalid('id must not be null');
  const from = endOf(server, edge.fromEntity);
  const to = endOf(server, edge.toEntity);
  const { sqlQuery, description, pipeline } = given;
  const at = server.now();
  server.store.putEdge({
    from,
    to,
    details: {
      ...(sqlQuery ? { sqlQuery } : {}),
      columnsLineage: knownColumns(objectsOf(given.columnsLineage), from, to),
      ...(description ? { description } : {}),
      ...(pipeline ? { pipeline } : {}),
      source: given.source ?? 'Manual',
      createdAt: at,
      createdBy: caller.name,
      updatedAt: at,
      updatedBy: caller.name,
    },
  });
  return { status: 200 };
}

function endOf(server: CatalogServer, end: unknown): Entity {
  if (!isObject(end)) throw invalid('id must not be null');
  const id = String(end.id);
  if (!isKindName(end.type)) throw notFound(String(end.type), id);
  return entityById(server, end.type, id);
}

/** Columns that either end does not have, in exactly that case, are dropped without a word. */
function knownColumns(lineage: readonly JsonObject[], from: Entity, to: Entity): JsonObject[] {
  const sources = columnsOf(from);
  const targets = columnsOf(to);
  return lineage.flatMap((entry) => {
    const fromColumns = stringsOf(entry.fromColumns).filter((column) => sources.has(column));
    const known = fromColumns.length > 0 && targets.has(String(entry.toColumn));
    return known ? [{ ...entry, fromColumns }] : [];
  });
}

/** A dashboard's charts serve as its columns. */
function columnsOf(entity: Entity): ReadonlySet<string> {
  if (entity.type === 'dashboard')
    return new Set([...entity.contents].filter(({ type }) => type === 'chart').map(({ fqn }) => fqn));
  const columns = entity.values.columns;
  // Only completeColumns and mergeColumns write this value.
  return new Set(Array.isArray(columns) ? columnFqns(columns as Column[]) : []);
}
