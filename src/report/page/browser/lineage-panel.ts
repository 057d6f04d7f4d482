import type { Asset, Catalog } from './catalog.ts';
import { isChanged } from './changes-panel.ts';
import { details } from './details.ts';
import { button, element } from './element.ts';
import { createGraph } from './graph.ts';
import { REACHES, type Reach } from './neighbourhood.ts';

export interface LineagePanel {
  readonly node: HTMLElement;
  show(asset: Asset): void;
  redraw(): void;
}

const REACH_TITLES: Readonly<Record<Reach, string>> = {
  direct: 'One step',
  whole: 'Whole way',
  around: 'And around',
};

/** The drawing and, beside it, what is known of the box that was clicked. */
export function lineagePanel(catalog: Catalog, centre: (asset: Asset) => void): LineagePanel {
  const aside = element('aside', { 'aria-live': 'polite', 'aria-label': 'What was chosen' });
  const tell = (asset: Asset) => aside.replaceChildren(details(asset, centre));
  const graph = createGraph((column) => catalog.byFqn.get(column)?.name ?? column, {
    selected: tell,
    centred: centre,
  });
  const reaches = REACHES.map((reach) =>
    button(
      { class: 'chip', 'aria-pressed': String(reach === 'whole') },
      () => {
        for (const [index, chip] of reaches.entries())
          chip.setAttribute('aria-pressed', String(REACHES[index] === reach));
        graph.reach(reach);
      },
      REACH_TITLES[reach],
    ),
  );
  const node = element(
    'div',
    { class: 'lineage' },
    element(
      'div',
      { class: 'drawing' },
      element(
        'div',
        { class: 'bar-line' },
        element('div', { class: 'chips', role: 'group', 'aria-label': 'How far' }, ...reaches),
        legend(catalog.edges),
      ),
      element('div', { class: 'scroll' }, graph.node),
    ),
    aside,
  );
  // Boxes move when the window does.
  new ResizeObserver(() => graph.redraw()).observe(graph.node);
  return {
    node,
    show(asset) {
      // A chart stands in its dashboard.
      graph.centre(asset.kind === 'chart' ? (asset.parent ?? asset) : asset);
      tell(asset);
    },
    redraw: graph.redraw,
  };
}

/** The kinds of line that there are. */
const legend = (edges: Catalog['edges']): HTMLElement =>
  element(
    'ul',
    { class: 'legend' },
    ...[
      ['add', 'new'],
      ['change', 'changed'],
      ['remove', 'removed'],
      ['failed', 'not written'],
      ['conditional', 'only in a Liquid branch'],
    ]
      .filter(([kind]) =>
        edges.some((edge) => edge.action === kind || (kind === 'conditional' && edge.conditional)),
      )
      .map(([kind, word]) => element('li', {}, element('i', { class: `stroke ${kind}` }), word ?? '')),
  );

/** Where the page begins: at the dashboard, or else the data model, that changes and has the most lineage. */
export function firstAsset({ assets }: Catalog): Asset | null {
  const weight = (asset: Asset) =>
    (asset.kind === 'dashboard' ? 2e6 : 0) + (isChanged(asset) ? 1e6 : 0) + asset.upstream.length;
  const made = assets.filter(({ upstream }) => upstream.length > 0);
  return made.reduce<Asset | null>(
    (best, asset) => (best === null || weight(asset) > weight(best) ? asset : best),
    null,
  );
}
