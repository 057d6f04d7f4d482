import type { Asset, Edge } from './catalog.ts';
import type { GraphNode } from './graph-node.ts';

/** Moves the focus as an arrow says: up and down within a box's columns and its layer, left upstream, right downstream. */
export function moveFocus(
  key: string,
  here: GraphNode,
  nodes: ReadonlyMap<Asset, GraphNode>,
  edges: readonly Edge[],
): boolean {
  const target = targetOf(key, here, nodes, edges);
  if (target === null) return false;
  target?.focus();
  return true;
}

/** Undefined where there is nothing that way, null for another key. */
function targetOf(
  key: string,
  here: GraphNode,
  nodes: ReadonlyMap<Asset, GraphNode>,
  edges: readonly Edge[],
): HTMLElement | undefined | null {
  if (key === 'ArrowLeft') {
    const edge = edges.find(({ to }) => to === here.asset);
    return edge && nodes.get(edge.from)?.box;
  }
  if (key === 'ArrowRight') {
    const edge = edges.find(({ from }) => from === here.asset);
    return edge && nodes.get(edge.to)?.box;
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown' && key !== 'Home' && key !== 'End') return null;
  const stops = [...(here.node.parentElement?.querySelectorAll<HTMLElement>('.box, .column') ?? [])];
  if (key === 'Home') return stops[0];
  if (key === 'End') return stops.at(-1);
  // From a box's toggle as from the box.
  const active = document.activeElement;
  const at = active instanceof HTMLElement ? stops.indexOf(active) : -1;
  return stops[(at === -1 ? stops.indexOf(here.box) : at) + (key === 'ArrowUp' ? -1 : 1)];
}
