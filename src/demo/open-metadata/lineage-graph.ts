import type { CatalogServer } from './catalog-server.ts';
import { referenceTo } from './references.ts';
import type { Edge, Entity } from './store.ts';

export interface Depths {
  readonly upstream: number;
  readonly downstream: number;
}

/** What stands around an entity: its edges up to the given depths, without those to deleted ends. */
export function edgesAround(server: CatalogServer, entity: Entity, depths: Depths) {
  const live = liveEdges(server);
  return {
    upstream: walk(live, entity, depths.upstream, 'to', 'from'),
    downstream: walk(live, entity, depths.downstream, 'from', 'to'),
  };
}

export function liveEdges(server: CatalogServer): readonly Edge[] {
  return server.store.edges().filter(({ from, to }) => !from.deleted && !to.deleted);
}

/** Edges level by level, nearest first. */
function walk(
  edges: readonly Edge[],
  start: Entity,
  depth: number,
  near: 'from' | 'to',
  far: 'from' | 'to',
): Edge[] {
  const found = new Set<Edge>();
  let level = new Set([start]);
  for (let step = 0; step < depth && level.size > 0; step += 1) {
    const next = new Set<Entity>();
    for (const edge of edges) {
      if (!level.has(edge[near]) || found.has(edge)) continue;
      found.add(edge);
      next.add(edge[far]);
    }
    level = next;
  }
  return [...found];
}

/** GET /lineage/{type}/…: entity, nodes, and edges by id. */
export function lineageAnswer(
  server: CatalogServer,
  entity: Entity,
  depths: Depths,
): Record<string, unknown> {
  const { upstream, downstream } = edgesAround(server, entity, depths);
  const nodes = new Set([...upstream, ...downstream].flatMap(({ from, to }) => [from, to]));
  nodes.delete(entity);
  const present = ({ from, to, details }: Edge) => ({
    fromEntity: from.id,
    toEntity: to.id,
    lineageDetails: details,
  });
  return {
    entity: referenceTo(server, entity),
    nodes: [...nodes].map((node) => referenceTo(server, node)),
    upstreamEdges: upstream.map(present),
    downstreamEdges: downstream.map(present),
  };
}
