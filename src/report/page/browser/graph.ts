import { plural } from '../../words.ts';
import { KIND_TITLES } from './badges.ts';
import type { Asset, Edge } from './catalog.ts';
import { edgeLines } from './edge-lines.ts';
import { button, element } from './element.ts';
import { type GraphNode, graphNode } from './graph-node.ts';
import { moveFocus } from './move-focus.ts';
import { type Layer, neighbourhood, type Reach } from './neighbourhood.ts';
import { type Spot, spotKey, trailOf } from './trail.ts';

const FIRST = 12;
const NEXT = 24;

export interface Graph {
  readonly node: HTMLElement;
  /** Draws the neighbourhood of an asset. */
  centre(asset: Asset): void;
  reach(reach: Reach): void;
  /** Lines are measured: they are drawn anew when the boxes have moved. */
  redraw(): void;
}

/**
 * The drawing of what surrounds one asset, in three layers. The boxes are HTML, laid out by the browser; the lines are SVG. A click
 * lights up what is upstream and downstream of a box or a column.
 */
export function createGraph(
  nameOf: (column: string) => string,
  told: { readonly selected: (asset: Asset) => void; readonly centred: (asset: Asset) => void },
): Graph {
  const field = element('div', { class: 'graph', role: 'group', 'aria-label': 'Lineage' });
  let centre: Asset | null = null;
  let reach: Reach = 'whole';
  let most: Record<Layer, number> = { table: FIRST, dashboardDataModel: FIRST, dashboard: FIRST };
  let chosen: Spot | null = null;
  const open = new Set<Asset>();
  const whole = new Set<Asset>();
  let nodes: ReadonlyMap<Asset, GraphNode> = new Map();
  let edges: readonly Edge[] = [];

  const light = (): void => {
    const trail = chosen === null ? null : trailOf(chosen, edges);
    for (const { asset, node, box, columns } of nodes.values()) {
      node.classList.toggle('off', trail !== null && !trail.assets.has(asset));
      node.classList.toggle('centre', asset === centre);
      box.setAttribute('aria-pressed', String(chosen?.asset === asset && chosen.column === null));
      for (const [column, each] of columns) {
        each.classList.toggle('on', trail?.spots.has(spotKey({ asset, column })) ?? false);
        each.setAttribute('aria-pressed', String(chosen?.asset === asset && chosen.column === column));
      }
    }
    field.querySelector('.lines')?.remove();
    field.prepend(edgeLines(field, nodes, edges, trail));
  };

  const select = (asset: Asset, column: string | null): void => {
    chosen = chosen?.asset === asset && chosen.column === column ? null : { asset, column };
    light();
    told.selected(asset);
  };
  const draw = (focus: Asset | null): void => {
    if (centre === null) return;
    const drawn = neighbourhood(centre, reach, most);
    edges = drawn.edges;
    const made = new Map<Asset, GraphNode>();
    const layers = drawn.layers.map(({ kind, shown, more }) =>
      element(
        'div',
        { class: 'layer', role: 'group', 'aria-label': KIND_TITLES[kind].many },
        element('h3', {}, KIND_TITLES[kind].many),
        element(
          'div',
          { class: 'boxes' },
          ...shown.map((asset) => {
            const node = graphNode(asset, edges, nameOf, {
              open: open.has(asset),
              whole: whole.has(asset),
              select: (column) => select(asset, column),
              centre: () => told.centred(asset),
              toggle() {
                if (!open.delete(asset)) open.add(asset);
                draw(asset);
              },
              showAll() {
                whole.add(asset);
                draw(asset);
              },
            });
            made.set(asset, node);
            return node.node;
          }),
          more > 0 &&
            button(
              { class: 'more' },
              () => {
                most = { ...most, [kind]: most[kind] + NEXT };
                draw(shown[0] ?? null);
              },
              `${plural(more, 'more', 'more')}`,
            ),
          shown.length === 0 && element('p', { class: 'none' }, 'none'),
        ),
      ),
    );
    nodes = made;
    field.replaceChildren(...layers);
    const entry = made.get(focus ?? centre) ?? [...made.values()][0];
    if (entry !== undefined) entry.box.tabIndex = 0;
    light();
    if (focus !== null) made.get(focus)?.box.focus();
  };

  field.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = [...nodes.values()].find(({ node }) => node.contains(event.target as Node));
    if (event.key === 'Escape' && chosen !== null) {
      chosen = null;
      light();
    } else if (here === undefined) return;
    else if (event.key === 'c') here.node.querySelector<HTMLElement>('.toggle')?.click();
    else if (event.key === 'f') told.centred(here.asset);
    else if (!moveFocus(event.key, here, nodes, edges)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  field.addEventListener('focusin', ({ target }) => {
    // One stop for the Tab key: where the focus was last.
    if (target instanceof HTMLElement && target.closest('.node') !== null)
      for (const each of field.querySelectorAll<HTMLElement>('.node button'))
        each.tabIndex = each === target ? 0 : -1;
  });

  return {
    node: field,
    centre(asset) {
      centre = asset;
      chosen = { asset, column: null };
      most = { table: FIRST, dashboardDataModel: FIRST, dashboard: FIRST };
      open.clear();
      whole.clear();
      draw(null);
    },
    reach(next) {
      reach = next;
      draw(null);
    },
    redraw: light,
  };
}
