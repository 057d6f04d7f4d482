import type { Asset, Edge } from './catalog.ts';

const SWEEPS = 4;

/** The layers with their assets where few edges cross: each at the mean height of its neighbours (the barycentre method). */
export function inOrder(
  layers: readonly (readonly Asset[])[],
  edges: readonly Edge[],
): readonly (readonly Asset[])[] {
  const neighbours = new Map<Asset, Asset[]>(layers.flat().map((asset) => [asset, []]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const height = new Map<Asset, number>();
  const place = (layer: readonly Asset[]): void => {
    // From 0 to 1, so that a long layer and a short one are alike.
    for (const [index, asset] of layer.entries()) height.set(asset, (index + 0.5) / layer.length);
  };
  for (const layer of layers) place(layer);
  let ordered = layers;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    ordered = ordered.map((layer) => {
      const mean = new Map(layer.map((asset) => [asset, meanHeight(asset, neighbours, height)] as const));
      const sorted = [...layer].sort((one, other) => (mean.get(one) ?? 0) - (mean.get(other) ?? 0));
      place(sorted);
      return sorted;
    });
  return ordered;
}

function meanHeight(
  asset: Asset,
  neighbours: ReadonlyMap<Asset, readonly Asset[]>,
  height: ReadonlyMap<Asset, number>,
): number {
  const near = neighbours.get(asset) ?? [];
  if (near.length === 0) return height.get(asset) ?? 0;
  return near.reduce((sum, one) => sum + (height.get(one) ?? 0), 0) / near.length;
}
