import { groupBy } from '../../group-by.ts';
import { grouped, plural } from '../../words.ts';
import type { PageRun } from '../page-data.ts';
import type { Asset, Query } from './catalog.ts';
import { button, element, outLink } from './element.ts';
import { longList } from './long-list.ts';

/** The verdict on one query, why, and what mends it. */
export const verdictBox = ({ title, verdict, reason, next, diagnostics }: Query): HTMLElement =>
  element(
    'div',
    { class: `verdict-box ${verdict}` },
    element('b', {}, title),
    element('p', {}, reason),
    ...diagnostics.map(({ message, line, code }) =>
      element(
        'p',
        { class: 'diagnostic' },
        line > 0 ? element('b', {}, `line ${line}: `) : null,
        message,
        ' ',
        element('code', {}, code),
      ),
    ),
    next === '' ? null : element('p', { class: 'fix' }, element('b', {}, 'Fix: '), next),
  );

/** How many queries have which verdict; the tables to ingest; then the queries by what would mend them. */
export function queriesPanel(
  run: PageRun,
  queries: readonly Query[],
  centre: (asset: Asset) => void,
): HTMLElement {
  const total = run.verdicts.reduce((sum, [, , count]) => sum + count, 0);
  const groups = [...groupBy(queries, ({ verdict }) => verdict)].sort(
    ([one], [other]) => rank(one) - rank(other),
  );
  const bar = element('div', { class: 'bar tall', 'aria-hidden': 'true' });
  for (const [verdict, title, count] of run.verdicts) {
    if (count === 0) continue;
    const piece = element('i', { class: `v-${verdict}`, title: `${title}: ${count}` });
    piece.style.flexGrow = String(count);
    bar.append(piece);
  }
  return element(
    'div',
    {},
    total === 0 ? element('p', { class: 'none' }, 'No query was read.') : bar,
    element(
      'ul',
      { class: 'legend' },
      ...run.verdicts
        .filter(([, , count]) => count > 0)
        .map(([verdict, title, count]) =>
          element(
            'li',
            {},
            element('i', { class: `dot v-${verdict}` }),
            element('b', {}, grouped(count)),
            ` ${verdict === 'linked' ? 'Linked' : title}`,
          ),
        ),
    ),
    run.missingTables.length > 0 &&
      element(
        'details',
        { class: 'group', open: run.missingTables.length <= 10 },
        element(
          'summary',
          {},
          element('strong', {}, 'Ingest these first'),
          ` · ${plural(run.missingTables.length, 'table')} that the catalog lacks`,
        ),
        missing(run.missingTables),
      ),
    ...groups.map(([, group]) => {
      const { title = '', next = '', verdict = '' } = group[0] ?? {};
      const body = element('details', {
        class: 'group',
        open: group.length <= 10 && verdict !== 'no-tables',
      });
      body.append(
        element(
          'summary',
          {},
          element('i', { class: `dot v-${verdict}` }),
          element('strong', {}, title),
          ` · ${plural(group.length, 'query', 'queries')}`,
          next === '' ? null : element('span', { class: 'fix' }, next),
        ),
        longList(group, (query) => row(query, centre)),
      );
      return body;
    }),
  );
}

const ORDER = [
  'unparsed',
  'no-connection',
  'ambiguous',
  'not-in-catalog',
  'partly-linked',
  'linked',
  'no-tables',
];
const rank = (verdict: string): number => (ORDER.indexOf(verdict) + ORDER.length) % ORDER.length;

const row = (query: Query, centre: (asset: Asset) => void): HTMLElement => {
  const { asset } = query;
  return element(
    'div',
    { class: 'row' },
    element(
      'div',
      { class: 'row-head' },
      element('span', { class: 'where' }, `${query.report} › `),
      asset === null ? query.name : button({ class: 'link' }, () => centre(asset), query.name),
      query.url === '' ? null : outLink('Mode ↗', query.url),
    ),
    element('p', {}, query.reason),
    ...query.diagnostics.map(({ message, line, code }) =>
      element(
        'p',
        { class: 'diagnostic' },
        line > 0 ? element('b', {}, `line ${line}: `) : null,
        message,
        ' ',
        element('code', {}, code),
      ),
    ),
  );
};

function missing(tables: PageRun['missingTables']): HTMLElement {
  const most = tables[0]?.[1] ?? 1;
  return longList(
    tables,
    ([name, queries]) => {
      const bar = element('i', { class: 'measure', 'aria-hidden': 'true' });
      bar.style.inlineSize = `${Math.max(2, (100 * queries) / most)}%`;
      return element(
        'div',
        { class: 'missing' },
        element('code', {}, name),
        element('span', { class: 'track' }, bar),
        element('span', {}, plural(queries, 'query', 'queries')),
      );
    },
    { class: 'tight' },
  );
}
