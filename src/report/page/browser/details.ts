import { grouped } from '../../words.ts';
import type { Kind } from '../page-data.ts';
import { actionMark, KIND_TITLES, kindMark } from './badges.ts';
import type { Asset } from './catalog.ts';
import { changeList } from './changes.ts';
import { button, element, outLink } from './element.ts';
import { walk } from './neighbourhood.ts';
import { verdictBox } from './queries.ts';

const MOST = 8;
const STEPS = 3;

/** All that the page knows of one asset. */
export function details(asset: Asset, centre: (asset: Asset) => void): HTMLElement {
  const { kind, name, fqn, url, action, reason, project, parent, parts } = asset;
  return element(
    'article',
    { class: 'details' },
    element('p', { class: 'marks' }, kindMark(kind), actionMark(action)),
    element('h3', {}, name),
    element('p', { class: 'fqn' }, element('code', {}, fqn)),
    element(
      'p',
      { class: 'where' },
      project,
      parent !== null && project !== '' ? ' › ' : null,
      parent && button({ class: 'link' }, () => centre(parent), parent.name),
    ),
    reason === '' ? null : element('p', { class: 'reason' }, reason),
    element(
      'p',
      { class: 'actions' },
      kind === 'chart' ? null : button({ class: 'plain' }, () => centre(asset), 'Centre here'),
      url === '' ? null : outLink('Open in Mode ↗', url),
    ),
    asset.query && verdictBox(asset.query),
    changeList(asset.changes),
    ...listOf(
      'Upstream',
      [...walk(asset, 'upstream', STEPS)].filter((one) => one !== asset),
      centre,
    ),
    ...listOf(
      'Downstream',
      [...walk(asset, 'downstream', STEPS)].filter((one) => one !== asset),
      centre,
    ),
    ...listOf(
      'Charts',
      parts.filter((part) => part.kind === 'chart'),
      centre,
    ),
  );
}

function listOf(
  title: string,
  assets: readonly Asset[],
  centre: (asset: Asset) => void,
): readonly HTMLElement[] {
  if (assets.length === 0) return [];
  const list = element('ul', { class: 'links' });
  const add = (some: readonly Asset[]) =>
    list.append(
      ...some.map((asset) =>
        element(
          'li',
          {},
          element('i', { class: `dot ${asset.kind}`, title: KIND_TITLES[asset.kind satisfies Kind].one }),
          button({ class: 'link' }, () => centre(asset), asset.name),
          actionMark(asset.action),
        ),
      ),
    );
  add(assets.slice(0, MOST));
  const more = button(
    { class: 'more' },
    () => {
      add(assets.slice(MOST));
      more.remove();
    },
    `${grouped(assets.length - MOST)} more`,
  );
  return [
    element('h4', {}, title, ' ', element('small', {}, grouped(assets.length))),
    list,
    ...(assets.length > MOST ? [more] : []),
  ];
}
