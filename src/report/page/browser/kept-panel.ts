import { groupBy } from '../../group-by.ts';
import { plural } from '../../words.ts';
import type { PageRun } from '../page-data.ts';
import { element } from './element.ts';
import { longList } from './long-list.ts';
import { quoted } from './quoted.ts';

/** What was left out in Mode or stays in the catalog though it is not wanted, by the reason; and what else is worth knowing. */
export function keptPanel({ skipped, notices }: PageRun): HTMLElement {
  const reasons = [...groupBy(skipped, ([, , why]) => why)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  return element(
    'div',
    {},
    skipped.length === 0 && element('p', { class: 'none' }, 'Nothing was left out.'),
    ...reasons.map(([why, some]) =>
      element(
        'details',
        { class: 'group', open: some.length <= 10 },
        element('summary', {}, element('strong', {}, quoted(why)), ` · ${plural(some.length, 'asset')}`),
        longList(
          some,
          ([what, name]) =>
            element(
              'div',
              { class: 'row-head' },
              element('span', { class: 'where' }, what),
              element('span', {}, name),
            ),
          { class: 'tight' },
        ),
      ),
    ),
    notices.length > 0 &&
      element(
        'details',
        { class: 'group', open: true },
        element('summary', {}, element('strong', {}, 'Worth knowing')),
        longList(notices, (notice) => element('span', {}, notice)),
      ),
  );
}
