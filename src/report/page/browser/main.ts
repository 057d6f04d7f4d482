import type { PageData } from '../page-data.ts';
import { type Asset, readCatalog } from './catalog.ts';
import { changesPanel, isChanged } from './changes-panel.ts';
import { collectionsPanel } from './collections-panel.ts';
import { comparisonBox } from './comparison-box.ts';
import { button, element } from './element.ts';
import { header, totals } from './header.ts';
import { helpDialog } from './help.ts';
import { keptPanel } from './kept-panel.ts';
import { firstAsset, lineagePanel } from './lineage-panel.ts';
import { queriesPanel } from './queries.ts';
import { searchBox } from './search-box.ts';
import { createTabs } from './tabs.ts';
import { trouble } from './trouble.ts';

// The program wrote it: its shape is `PageData`.
const data = JSON.parse(document.querySelector('#data')?.textContent ?? '{}') as PageData;
const { run } = data;
const catalog = readCatalog(data);
const title = run.facts.find(([what]) => what === 'Service')?.[1] ?? '';
document.title = [run.title, title].filter(Boolean).join(': ');

/** The address remembers what is looked at: it can be handed on, and the browser's Back works. */
const centre = (asset: Asset): void => {
  const hash = `#${encodeURIComponent(asset.fqn)}`;
  if (location.hash === hash) follow();
  else location.hash = hash;
};
const lineage = lineagePanel(catalog, centre);
const tabs = createTabs([
  { id: 'lineage', title: 'Lineage', count: null, make: () => lineage.node },
  {
    id: 'changes',
    title: run.command === 'plan' ? 'Would change' : 'Changes',
    count: catalog.assets.filter(isChanged).length + catalog.edges.filter(isChanged).length,
    make: () => changesPanel(catalog, centre),
  },
  {
    id: 'queries',
    title: 'Queries to mend',
    count: catalog.queries.filter(({ verdict }) => verdict !== 'no-tables').length,
    make: () => queriesPanel(run, catalog.queries, centre),
  },
  {
    id: 'kept',
    title: 'Kept and left out',
    count: run.skipped.length,
    make: () => keptPanel(run),
  },
  {
    id: 'collections',
    title: 'Collections',
    count: null,
    make: () => collectionsPanel(catalog, centre),
  },
]);
const search = searchBox(catalog.assets, centre);
const help = helpDialog();

function fqnInHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

function follow(): void {
  const asset = catalog.byFqn.get(fqnInHash());
  if (asset === undefined) return;
  tabs.show('lineage');
  lineage.show(asset);
}

document.body.append(
  element('a', { class: 'skip', href: '#search' }, 'Go to the search'),
  header(run),
  element('main', {}, trouble(run), comparisonBox(run), totals(run), search.node, tabs.node),
  element(
    'footer',
    {},
    'This page holds all it shows: it loads nothing and sends nothing. ',
    button({ class: 'link' }, () => help.showModal(), 'Keys: ?'),
  ),
  help,
);
const first = firstAsset(catalog);
tabs.show(first === null ? 'changes' : 'lineage');
if (first !== null) lineage.show(first);
follow();

addEventListener('hashchange', follow);
addEventListener('beforeprint', () => {
  tabs.showAll();
  document.body.classList.add('printing');
  lineage.redraw();
});
addEventListener('afterprint', () => {
  document.body.classList.remove('printing');
  lineage.redraw();
});
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target instanceof HTMLInputElement) return;
  const tab = ['lineage', 'changes', 'queries', 'kept', 'collections'][Number(event.key) - 1];
  if (event.key === '/') search.focus();
  else if (event.key === '?') help.showModal();
  else if (tab !== undefined) tabs.show(tab);
  else return;
  event.preventDefault();
});
document.body.dataset.ready = String(Math.round(performance.now()));
