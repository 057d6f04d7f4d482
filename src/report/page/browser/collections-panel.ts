import { compareNames } from '../../compare-names.ts';
import { groupBy } from '../../group-by.ts';
import { plural } from '../../words.ts';
import { actionMark } from './badges.ts';
import type { Asset, Catalog } from './catalog.ts';
import { isChanged } from './changes-panel.ts';
import { button, element } from './element.ts';
import { longList } from './long-list.ts';

/** Every collection with its dashboards; a collection is filled when it is opened. */
export function collectionsPanel({ assets }: Catalog, centre: (asset: Asset) => void): HTMLElement {
  const top = assets.filter(({ kind, parent }) => kind !== 'table' && parent === null);
  if (top.length === 0) return element('p', { class: 'none' }, 'No dashboard was read.');
  const collections = [...groupBy(top, ({ project }) => project)].sort(([one], [other]) =>
    compareNames(one, other),
  );
  return element(
    'div',
    {},
    ...collections.map(([name, dashboards]) => {
      const changed = dashboards.filter(isChanged).length;
      const group = element(
        'details',
        { class: 'group' },
        element(
          'summary',
          {},
          element('strong', {}, name || 'Without a collection'),
          ` · ${plural(dashboards.length, 'dashboard')}`,
          changed > 0 ? ` · ${plural(changed, 'change')}` : null,
        ),
      );
      const fill = (): void => {
        if (group.open && group.children.length === 1)
          group.append(longList(dashboards, (asset) => row(asset, centre), { class: 'tight' }));
      };
      group.addEventListener('toggle', fill);
      group.open = collections.length === 1;
      fill();
      return group;
    }),
  );
}

const row = (asset: Asset, centre: (asset: Asset) => void): HTMLElement => {
  const count = (kind: Asset['kind']) => asset.parts.filter((part) => part.kind === kind).length;
  return element(
    'div',
    { class: 'row-head' },
    button({ class: 'link' }, () => centre(asset), asset.name),
    element(
      'span',
      { class: 'where' },
      `${plural(count('chart'), 'chart')}, ${plural(count('dashboardDataModel'), 'data model')}`,
    ),
    actionMark(asset.action),
  );
};
