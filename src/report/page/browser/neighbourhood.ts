import { isChange } from '../../action-words.ts';
import type { Asset, Edge } from './catalog.ts';
import { inOrder } from './in-order.ts';

/** How far the drawing goes from what was chosen: one step, the whole way up and down, or also to what else those touch. */
export const REACHES = ['direct', 'whole', 'around'] as const;
export type Reach = (typeof REACHES)[number];

/** The layers, from left to right. */
export const LAYERS = ['table', 'dashboardDataModel', 'dashboard'] as const;
export type Layer = (typeof LAYERS)[number];

export interface Drawn {
  readonly layers: readonly {
    readonly kind: Layer;
    readonly shown: readonly Asset[];
    readonly more: number;
  }[];
  readonly edges: readonly Edge[];
}

/** What is to be drawn around an asset: of each layer at most so many, what changes before what does not. */
export function neighbourhood(centre: Asset, reach: Reach, most: Readonly<Record<Layer, number>>): Drawn {
  const reached = [...reachedFrom(centre, reach)];
  const weight = (asset: Asset): number =>
    asset === centre
      ? Number.POSITIVE_INFINITY
      : (changes(asset) ? 1e6 : 0) + asset.upstream.length + asset.downstream.length;
  const layers = LAYERS.map((kind) => {
    const all = reached
      .filter((asset) => asset.kind === kind)
      .sort((one, other) => weight(other) - weight(one));
    return { kind, shown: all.slice(0, most[kind]), more: Math.max(0, all.length - most[kind]) };
  });
  const visible = new Set(layers.flatMap(({ shown }) => shown));
  const edges = [...visible].flatMap((asset) => asset.downstream.filter(({ to }) => visible.has(to)));
  const ordered = inOrder(
    layers.map(({ shown }) => shown),
    edges,
  );
  return { layers: layers.map((layer, index) => ({ ...layer, shown: ordered[index] ?? [] })), edges };
}

const changes = ({ action }: Asset): boolean =>
  action !== '' && isChange({ action, failed: action === 'failed' });

function reachedFrom(centre: Asset, reach: Reach): ReadonlySet<Asset> {
  const steps = reach === 'direct' ? 1 : LAYERS.length;
  const reached = new Set([...walk(centre, 'upstream', steps), ...walk(centre, 'downstream', steps)]);
  if (reach === 'around')
    for (const asset of [...reached])
      for (const edge of [...asset.upstream, ...asset.downstream]) reached.add(edge.from).add(edge.to);
  return reached;
}

/** An asset and all that it is made from, or that is made from it. */
export function walk(start: Asset, way: 'upstream' | 'downstream', steps: number): ReadonlySet<Asset> {
  const reached = new Set([start]);
  let last = [start];
  for (let step = 0; step < steps && last.length > 0; step += 1) {
    last = last
      .flatMap((asset) => asset[way].map(({ from, to }) => (way === 'upstream' ? from : to)))
      .filter((asset) => !reached.has(asset));
    for (const asset of last) reached.add(asset);
  }
  return reached;
}
