import { grouped } from '../../words.ts';
import { actionMark, actionWord, KIND_TITLES } from './badges.ts';
import type { Asset, Edge } from './catalog.ts';
import { button, element } from './element.ts';

const MOST_COLUMNS = 12;

export interface GraphNode {
  readonly asset: Asset;
  readonly node: HTMLElement;
  /** The box that takes the focus. */
  readonly box: HTMLButtonElement;
  /** The boxes of its columns, while they are shown. */
  readonly columns: ReadonlyMap<string, HTMLButtonElement>;
}

export interface NodeWishes {
  readonly open: boolean;
  /** Whether all its columns are to be shown. */
  readonly whole: boolean;
  readonly select: (column: string | null) => void;
  readonly centre: () => void;
  readonly toggle: () => void;
  readonly showAll: () => void;
}

/** An asset in the drawing: its box, and below it, on demand, its columns (of a dashboard: its charts). */
export function graphNode(
  asset: Asset,
  edges: readonly Edge[],
  nameOf: (column: string) => string,
  wishes: NodeWishes,
): GraphNode {
  const names = columnsOf(asset, edges);
  const what = asset.kind === 'dashboard' ? 'charts' : 'columns';
  const box = button(
    { class: 'box', tabindex: '-1', 'aria-label': label(asset), title: asset.name },
    () => wishes.select(null),
    element('span', { class: 'name' }, shortName(asset)),
    element('span', { class: 'where' }, below(asset)),
    actionMark(asset.action),
  );
  box.addEventListener('dblclick', wishes.centre);
  const toggle =
    names.length === 0
      ? null
      : button(
          {
            class: 'toggle',
            tabindex: '-1',
            'aria-expanded': String(wishes.open),
            'aria-label': `${what} of ${asset.name}`,
            title: `${grouped(names.length)} ${what}`,
          },
          wishes.toggle,
          grouped(names.length),
        );
  const shown = !wishes.open ? [] : wishes.whole ? names : names.slice(0, MOST_COLUMNS);
  const columns = new Map(
    shown.map((name) => [
      name,
      button({ class: 'column', tabindex: '-1' }, () => wishes.select(name), nameOf(name)),
    ]),
  );
  const left = wishes.open ? names.length - shown.length : 0;
  const node = element(
    'div',
    { class: `node ${asset.kind} ${asset.action}` },
    element('div', { class: 'head' }, box, toggle),
    columns.size > 0 &&
      element(
        'div',
        { class: 'columns', role: 'group', 'aria-label': `${what} of ${asset.name}` },
        ...columns.values(),
        left > 0 && button({ class: 'more', tabindex: '-1' }, wishes.showAll, `${grouped(left)} more`),
      ),
  );
  return { asset, node, box, columns };
}

/** Those that have lineage in the drawing, in the order of their first edge. */
export function columnsOf(asset: Asset, edges: readonly Edge[]): readonly string[] {
  const names = new Set<string>();
  for (const edge of edges) {
    if (edge.from === asset) for (const { from } of edge.columns) names.add(from);
    if (edge.to === asset) for (const { to } of edge.columns) names.add(to);
  }
  return [...names];
}

/** A table's schema stands below it. */
const shortName = ({ kind, name }: Asset): string =>
  kind === 'table' ? name.slice(name.indexOf('.') + 1) : name;

const below = (asset: Asset): string => {
  const { kind, fqn, parent, project } = asset;
  // What comes before the name; one with a dot is quoted in an FQN, and shown whole.
  if (kind === 'table')
    return fqn.endsWith(`.${shortName(asset)}`) ? fqn.slice(0, -shortName(asset).length - 1) : fqn;
  return parent?.name ?? project;
};

const label = ({ kind, name, action, upstream, downstream }: Asset): string =>
  [
    `${KIND_TITLES[kind].one} ${name}`,
    ...(action === '' ? [] : [actionWord(action)]),
    `${upstream.length} upstream`,
    `${downstream.length} downstream`,
  ].join(', ');
