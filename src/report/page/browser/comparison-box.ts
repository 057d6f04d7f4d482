import { plural } from '../../words.ts';
import type { PageMove, PageRun } from '../page-data.ts';
import { element, outLink } from './element.ts';
import { longList } from './long-list.ts';
import { quoted } from './quoted.ts';

/** What the change of the configuration itself does; nothing where there is no comparison. */
export function comparisonBox({ comparison }: PageRun): HTMLElement | null {
  if (comparison === null) return null;
  const { verdict, keys, gained, lost } = comparison;
  return element(
    'section',
    { class: 'callout info comparison' },
    element('h2', {}, 'This change of the configuration'),
    element('p', {}, quoted(verdict)),
    folding('Keys', keys, 'change', ([key, before, after]) =>
      element('span', {}, element('code', {}, key), ': ', value(before, 'del'), ' → ', value(after, 'ins')),
    ),
    folding('Now ingested', gained, 'entry', move('before')),
    folding('Not ingested any more', lost, 'entry', move('now')),
    lost.length > 0 && element('p', {}, 'What the catalog has of them stays as it is.'),
  );
}

/** Up to this many entries stand open. */
const OPEN = 10;

function folding<Item>(
  title: string,
  items: readonly Item[],
  one: 'change' | 'entry',
  entry: (item: Item) => HTMLElement,
): HTMLElement | null {
  if (items.length === 0) return null;
  const count = plural(items.length, one, one === 'entry' ? 'entries' : undefined);
  return element(
    'details',
    { open: items.length <= OPEN },
    element('summary', {}, element('strong', {}, title), ` · ${count}`),
    longList(items, entry, { class: 'tight' }),
  );
}

const value = (text: string | null, tag: 'del' | 'ins'): HTMLElement =>
  text === null ? element('em', {}, 'not set') : element(tag, {}, text.trim() === '' ? 'empty' : text);

const move =
  (when: string) =>
  ([name, url, because]: PageMove): HTMLElement =>
    element(
      'span',
      {},
      outLink(name, url),
      element('span', { class: 'where' }, ` · ${when}: `, quoted(because)),
    );
