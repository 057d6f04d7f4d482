import type { Answer } from '../stand-in-server.ts';
import { type Caller, type CatalogServer, entityByFqn, entityById } from './catalog-server.ts';
import { isKindName } from './entity-kinds.ts';
import { applyJsonPatch } from './json-patch.ts';
import { isObject } from './json-shape.ts';
import { type Depths, lineageAnswer } from './lineage-graph.ts';
import { putLineage } from './put-lineage.ts';
import { methodNotAllowed, noSuchEdge, noSuchPath, notFound, notFoundText, unhandled } from './refusals.ts';
import { lineageFromSearch } from './search-lineage.ts';
import type { Edge, Entity } from './store.ts';

/** Everything below /lineage. `searchWorks` is false on a server without a search engine. */
export function answerLineage(
  server: CatalogServer,
  caller: Caller,
  method: string,
  rest: readonly string[],
  query: URLSearchParams,
  body: unknown,
  searchWorks: boolean,
): Answer {
  const [first = '', second = '', third = '', fourth = '', , sixth = ''] = rest;
  if (rest.length === 0) {
    if (method !== 'PUT') throw methodNotAllowed();
    const answer = putLineage(server, caller, body);
    // Recorded without a search engine: the edge is stored, and then the index fails.
    if (!searchWorks) throw unhandled();
    return answer;
  }
  if (first === 'getLineage') {
    if (!searchWorks) throw unhandled();
    return { status: 200, json: lineageFromSearch(server, query) };
  }
  if (first === 'getLineageEdge') return getEdge(server, second, third);
  if (method === 'GET') {
    const entity =
      second === 'name'
        ? entityByFqn(server, kindOf(first, third), third)
        : entityById(server, kindOf(first, second), second);
    return { status: 200, json: lineageAnswer(server, entity, readDepths(query)) };
  }
  if (method === 'DELETE' && rest.length === 4 && third === 'type')
    return deleteBySource(server, entityById(server, kindOf(first, second), second, 'all'), fourth);
  const edge =
    rest.length === 6
      ? edgeBetween(
          server,
          entityByFqn(server, kindOf(first, third), third),
          entityByFqn(server, kindOf(fourth, sixth), sixth),
        )
      : rest.length === 4
        ? server.store.edge(second, fourth)
        : undefined;
  if (method === 'DELETE' && (rest.length === 4 || rest.length === 6)) {
    if (edge === undefined) throw noSuchEdge();
    server.store.removeEdge(edge);
    return { status: 200 };
  }
  if (method === 'PATCH' && rest.length === 4) return patchEdge(server, caller, edge, body);
  throw noSuchPath();
}

function kindOf(type: string, key: string) {
  if (!isKindName(type)) throw notFound(type, key);
  return type;
}

function edgeBetween(server: CatalogServer, from: Entity, to: Entity): Edge | undefined {
  return server.store.edge(from.id, to.id);
}

function getEdge(server: CatalogServer, fromId: string, toId: string): Answer {
  if (!server.features.lineageEdge) throw noSuchPath();
  const edge = server.store.edge(fromId, toId);
  if (edge === undefined) throw notFoundText(`Lineage edge not found between ${fromId} and  ${toId}`);
  return { status: 200, json: { edge: edge.details } };
}

/** Removes the entity's upstream edges of that source; edges of another source stay. */
function deleteBySource(server: CatalogServer, entity: Entity, source: string): Answer {
  if (!server.features.lineageDeleteBySource) throw noSuchPath();
  for (const edge of server.store.edges())
    if (edge.to === entity && edge.details.source === source) server.store.removeEdge(edge);
  return { status: 200 };
}

function patchEdge(server: CatalogServer, caller: Caller, edge: Edge | undefined, patch: unknown): Answer {
  if (!server.features.lineageEdge) throw methodNotAllowed();
  if (edge === undefined) throw noSuchEdge();
  const patched = applyJsonPatch(edge.details, patch);
  if (isObject(patched)) edge.details = { ...patched, updatedAt: server.now(), updatedBy: caller.name };
  return { status: 200, headers: { 'x-openmetadata-change': 'entityUpdated' }, json: edge.details };
}

function readDepths(query: URLSearchParams): Depths {
  const depth = (name: string) => Math.min(3, Math.max(0, Number(query.get(name) ?? '1')));
  return { upstream: depth('upstreamDepth'), downstream: depth('downstreamDepth') };
}
