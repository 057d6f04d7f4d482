import type { Asset, Edge } from './catalog.ts';

/** A column of an asset; the asset itself when it has none. */
export interface Spot {
  readonly asset: Asset;
  readonly column: string | null;
}

/** What lies up and down the stream of a spot within a drawing: keys of spots, and the edges on the way. */
export interface Trail {
  readonly spots: ReadonlySet<string>;
  readonly assets: ReadonlySet<Asset>;
  readonly edges: ReadonlySet<Edge>;
}

export const spotKey = ({ asset, column }: Spot): string => `${asset.fqn}\n${column ?? ''}`;

/** The trail of an asset along edges, of a column along the columns that it is made from and that are made from it. */
export function trailOf(start: Spot, edges: readonly Edge[]): Trail {
  const spots = new Map([[spotKey(start), start]]);
  const used = new Set<Edge>();
  for (const way of ['upstream', 'downstream'] as const) {
    let last: readonly Spot[] = [start];
    const seen = new Set<string>([spotKey(start)]);
    while (last.length > 0) {
      const next: Spot[] = [];
      for (const spot of last)
        for (const edge of edges) {
          const near = stepsFrom(spot, edge, way);
          if (near.length > 0) used.add(edge);
          next.push(...near);
        }
      last = next.filter((spot) => !seen.has(spotKey(spot)));
      for (const spot of last) {
        seen.add(spotKey(spot));
        spots.set(spotKey(spot), spot);
      }
    }
  }
  return {
    spots: new Set(spots.keys()),
    assets: new Set([...spots.values()].map(({ asset }) => asset)),
    edges: used,
  };
}

function stepsFrom({ asset, column }: Spot, edge: Edge, way: 'upstream' | 'downstream'): readonly Spot[] {
  const [here, there] = way === 'upstream' ? [edge.to, edge.from] : [edge.from, edge.to];
  if (here !== asset) return [];
  if (column === null) return [{ asset: there, column: null }];
  return edge.columns
    .filter((pair) => (way === 'upstream' ? pair.to : pair.from) === column)
    .map((pair) => ({ asset: there, column: way === 'upstream' ? pair.from : pair.to }));
}
