import { grouped } from '../../words.ts';
import type { PageRun } from '../page-data.ts';
import { element } from './element.ts';

const TOTALS = [
  ['dashboards', 'Dashboards'],
  ['charts', 'Charts'],
  ['dataModels', 'Data models'],
  ['edges', 'Lineage edges'],
] as const;

/** In a plan what would happen, else what did. */
const COLUMNS = [
  ['failed', 'failed', 'not written', 'not written'],
  ['deleted', 'delete', 'to delete', 'deleted'],
  ['changed', 'update', 'to change', 'changed'],
  ['created', 'create', 'to create', 'created'],
  ['kept', 'keep', 'kept', 'kept'],
  ['unchanged', 'unchanged', 'unchanged', 'unchanged'],
] as const;

/** Title, verdict, and the facts of the run. */
export const header = (run: PageRun): HTMLElement =>
  element(
    'header',
    { class: `top ${run.status}` },
    element(
      'div',
      { class: 'headline' },
      element(
        'h1',
        {},
        element('span', { class: 'pill' }, run.title),
        run.facts.find(([what]) => what === 'Service')?.[1] ?? '',
      ),
      element('p', { class: 'verdict' }, run.verdict),
    ),
    element(
      'dl',
      { class: 'facts' },
      ...run.facts
        .filter(([what]) => what !== 'Service')
        .map(([what, value]) => element('div', {}, element('dt', {}, what), element('dd', {}, value))),
    ),
  );

/** One card for each kind: how many there are, as a bar, and what becomes of them. */
export function totals(run: PageRun): HTMLElement {
  const isPlan = run.command === 'plan';
  return element(
    'section',
    { class: 'cards', 'aria-label': 'Totals' },
    ...TOTALS.map(([key, title]) => {
      const counts = run.totals[key];
      const parts = COLUMNS.map(([column, action, planned, done]) => ({
        action,
        word: isPlan ? planned : done,
        count: counts[column],
      })).filter(({ count }) => count > 0);
      const sum = parts.reduce((total, { count }) => total + count, 0);
      const bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
      for (const { action, count } of parts) {
        const piece = element('i', { class: action });
        piece.style.flexGrow = String(count);
        bar.append(piece);
      }
      return element(
        'div',
        { class: 'card' },
        element('h2', {}, title),
        element('strong', {}, grouped(sum)),
        bar,
        element(
          'ul',
          {},
          ...parts.map(({ action, word, count }) =>
            element('li', { class: action }, element('b', {}, grouped(count)), ` ${word}`),
          ),
        ),
      );
    }),
  );
}
