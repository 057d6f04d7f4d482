import { type CatalogServer, entityByFqn } from './catalog-server.ts';
import { isKindName } from './entity-kinds.ts';
import { edgesAround, liveEdges } from './lineage-graph.ts';
import { notFound } from './refusals.ts';
import { searchDocument } from './search-document.ts';
import type { Edge, Entity } from './store.ts';

/** GET /lineage/getLineage: the graph as the search engine keeps it, nodes by FQN and edges by `from--->to`. */
export function lineageFromSearch(server: CatalogServer, query: URLSearchParams): Record<string, unknown> {
  const type = query.get('type');
  const name = query.get('fqn') ?? '';
  if (!isKindName(type)) throw notFound(String(type), name);
  const entity = entityByFqn(server, type, name);
  const { upstream, downstream } = edgesAround(server, entity, {
    upstream: Number(query.get('upstreamDepth') ?? '1'),
    downstream: Number(query.get('downstreamDepth') ?? '1'),
  });
  const nodes: Record<string, unknown> = {};
  for (const [node, depth] of depthsOf(entity, upstream, downstream))
    nodes[node.fqn] = {
      entity: searchDocument(server, node),
      paging: pagingOf(server, depth, node),
      nodeDepth: depth,
    };
  return { nodes, upstreamEdges: byDocId(upstream), downstreamEdges: byDocId(downstream) };
}

/** How far each node is from the start: negative upstream. Edges come level by level, nearest first. */
function depthsOf(
  start: Entity,
  upstream: readonly Edge[],
  downstream: readonly Edge[],
): ReadonlyMap<Entity, number> {
  const depths = new Map([[start, 0]]);
  for (const { from, to } of upstream) if (!depths.has(from)) depths.set(from, (depths.get(to) ?? 0) - 1);
  for (const { from, to } of downstream) if (!depths.has(to)) depths.set(to, (depths.get(from) ?? 0) + 1);
  return depths;
}

function pagingOf(server: CatalogServer, depth: number, node: Entity): Record<string, number> {
  const edges = liveEdges(server);
  if (depth < 0) return { entityUpstreamCount: edges.filter(({ to }) => to === node).length };
  return depth > 0 ? { entityDownstreamCount: edges.filter(({ from }) => from === node).length } : {};
}

function byDocId(edges: readonly Edge[]): Record<string, unknown> {
  const end = ({ id, type, fqn }: Entity) => ({ id, type, fullyQualifiedName: fqn });
  return Object.fromEntries(
    edges.map(({ from, to, details }) => {
      const { columnsLineage, sqlQuery: _sql, ...rest } = details;
      const docId = `${from.fqn}--->${to.fqn}`;
      return [
        docId,
        {
          fromEntity: end(from),
          toEntity: end(to),
          columns: columnsLineage,
          ...rest,
          docId,
          docUniqueId: `${from.id}--->${to.id}`,
        },
      ];
    }),
  );
}
