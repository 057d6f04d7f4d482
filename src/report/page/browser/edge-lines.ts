import type { Asset, Edge } from './catalog.ts';
import { drawing } from './element.ts';
import type { GraphNode } from './graph-node.ts';
import { spotKey, type Trail } from './trail.ts';

/** The lines between the boxes as they stand: of an edge one line, or where both ends show their columns one for each pair. */
export function edgeLines(
  field: HTMLElement,
  nodes: ReadonlyMap<Asset, GraphNode>,
  edges: readonly Edge[],
  trail: Trail | null,
): SVGSVGElement {
  const origin = field.getBoundingClientRect();
  const svg = drawing('svg', {
    class: 'lines',
    width: field.scrollWidth,
    height: field.scrollHeight,
    'aria-hidden': 'true',
  });
  const line = (from: Element, to: Element, kind: string): void => {
    const [start, end] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
    const [x1, y1] = [start.right - origin.left, start.top + start.height / 2 - origin.top];
    const [x2, y2] = [end.left - origin.left, end.top + end.height / 2 - origin.top];
    const bend = Math.max(24, (x2 - x1) / 2);
    svg.append(
      drawing('path', {
        class: kind,
        d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
      }),
    );
  };
  for (const edge of edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const kind = `edge ${edge.action} ${edge.conditional ? 'conditional' : ''}`;
    const isOn = trail?.edges.has(edge) ?? false;
    line(from.box, to.box, `${kind} ${trail === null ? '' : isOn ? 'on' : 'off'}`);
    for (const pair of edge.columns) {
      const [start, end] = [from.columns.get(pair.from), to.columns.get(pair.to)];
      if (start === undefined && end === undefined) continue;
      const lit =
        trail?.spots.has(spotKey({ asset: edge.from, column: pair.from })) &&
        trail.spots.has(spotKey({ asset: edge.to, column: pair.to }));
      line(start ?? from.box, end ?? to.box, `edge pair ${lit ? 'on' : 'off'}`);
    }
  }
  return svg;
}
