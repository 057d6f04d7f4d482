import { groupBy } from './group-by.ts';

interface Ends {
  readonly from: string;
  readonly to: string;
}

/**
 * At most `most` edges for a drawing: all when they fit; else the largest connected part, cut to size from its busiest node outwards,
 * and then whatever further parts still fit whole, the larger first.
 */
export function pickEdges<Edge extends Ends>(edges: readonly Edge[], most: number): readonly Edge[] {
  if (edges.length <= most) return edges;
  const parts = connectedParts(edges).sort((one, other) => other.length - one.length);
  const [largest = [], ...others] = parts;
  const picked = largest.length <= most ? [...largest] : around(largest, most);
  for (const part of others) {
    if (picked.length + part.length <= most) picked.push(...part);
  }
  return picked;
}

/**
 * At most `most` edges for a drawing of changes: those that change, then as many as fit of what else the same queries and dashboards read
 * and of what reads them.
 */
export function pickChanges<Edge extends Ends>(
  edges: readonly Edge[],
  changes: readonly Edge[],
  most: number,
): readonly Edge[] {
  const picked = new Set(pickEdges(changes, most));
  const touched = new Set([...picked].map(({ to }) => to));
  const beside = edges.filter((edge) => touched.has(edge.from) || touched.has(edge.to));
  for (const edge of beside) if (picked.size < most) picked.add(edge);
  return [...picked];
}

/** Every edge once, with those that it can be reached from. */
function connectedParts<Edge extends Ends>(edges: readonly Edge[]): Edge[][] {
  const parents = new Map<string, string>();
  const root = (node: string): string => {
    let at = node;
    for (;;) {
      const parent = parents.get(at) ?? at;
      if (parent === at) break;
      parents.set(at, parents.get(parent) ?? parent);
      at = parent;
    }
    return at;
  };
  for (const { from, to } of edges) parents.set(root(from), root(to));
  return [...groupBy(edges, ({ from }) => root(from)).values()];
}

/** A node with hundreds of edges would be a picture of nothing else. */
const MOST_OF_ONE_NODE = 6;

/** At most `most` edges, breadth first from the node that has the most, and only some of each node. */
function around<Edge extends Ends>(edges: readonly Edge[], most: number): Edge[] {
  const byNode = groupBy(
    edges.flatMap((edge) => [
      { node: edge.from, edge },
      { node: edge.to, edge },
    ]),
    ({ node }) => node,
  );
  let busiest = '';
  for (const [node, ends] of byNode) {
    if (ends.length > (byNode.get(busiest)?.length ?? 0)) busiest = node;
  }
  const picked = new Set<Edge>();
  const seen = new Set([busiest]);
  for (const node of seen) {
    const fresh = (byNode.get(node) ?? []).filter(({ edge }) => !picked.has(edge));
    for (const { edge } of fresh.slice(0, MOST_OF_ONE_NODE)) {
      if (picked.size === most) return [...picked];
      picked.add(edge);
      seen.add(edge.from).add(edge.to);
    }
  }
  return [...picked];
}
