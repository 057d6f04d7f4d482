import { byRank, isChange } from '../../action-words.ts';
import { compareNames } from '../../compare-names.ts';
import { groupBy } from '../../group-by.ts';
import { grouped, plural } from '../../words.ts';
import type { Action } from '../page-data.ts';
import { actionMark, actionWord, kindMark } from './badges.ts';
import type { Asset, Catalog, Edge } from './catalog.ts';
import { changeList } from './changes.ts';
import { button, element } from './element.ts';
import { longList } from './long-list.ts';
import { quoted } from './quoted.ts';

/** One line of the difference view. */
type Step =
  | { readonly asset: Asset; readonly action: Action }
  | { readonly edge: Edge; readonly action: Action };

const stepped = ({ action }: { readonly action: Action }) => ({ action, failed: action === 'failed' });
export const isChanged = (one: { readonly action: Action }): boolean =>
  one.action !== '' && isChange(stepped(one));

/** What is written, or in a plan would be: by collection, what is deleted first; each kind of change can be looked at alone. */
export function changesPanel({ assets, edges }: Catalog, centre: (asset: Asset) => void): HTMLElement {
  const steps: readonly Step[] = [
    ...assets.filter(isChanged).map((asset) => ({ asset, action: asset.action })),
    ...edges.filter(isChanged).map((edge) => ({ edge, action: edge.action })),
  ];
  if (steps.length === 0)
    return element(
      'p',
      { class: 'none' },
      assets.length === 0
        ? 'Nothing was read, so nothing is known to change.'
        : 'Nothing changes: the catalog is true to Mode.',
    );
  const words = [...groupBy(steps, ({ action }) => actionWord(action))].sort(([, one], [, other]) =>
    byRank(stepped(one[0] ?? { action: '' }), stepped(other[0] ?? { action: '' })),
  );
  const body = element('div');
  let only: string | null = null;
  const show = (): void => {
    const some = steps.filter(({ action }) => only === null || actionWord(action) === only);
    body.replaceChildren(...groups(some, centre));
  };
  const choices = [null, ...words.map(([word]) => word)];
  const chips = choices.map((word) =>
    button(
      { class: `chip`, 'aria-pressed': String(word === null) },
      () => {
        only = word;
        for (const [index, chip] of chips.entries())
          chip.setAttribute('aria-pressed', String(choices[index] === only));
        show();
      },
      word === null ? 'All ' : `${word} `,
      element(
        'small',
        {},
        grouped(word === null ? steps.length : (words.find(([each]) => each === word)?.[1].length ?? 0)),
      ),
    ),
  );
  show();
  return element(
    'div',
    {},
    element('div', { class: 'chips', role: 'group', 'aria-label': 'Show' }, ...chips),
    body,
  );
}

/** The collections by name, then the lineage. */
function groups(steps: readonly Step[], centre: (asset: Asset) => void): readonly HTMLElement[] {
  const collections = [
    ...groupBy(
      steps.filter((step) => 'asset' in step),
      ({ asset }) => asset.project,
    ),
  ].sort(([one], [other]) => compareNames(one, other));
  const edges = steps.filter((step) => 'edge' in step);
  const group = (name: string, some: readonly Step[], open: boolean): HTMLElement => {
    const made = element('details', { class: 'group', open });
    made.append(element('summary', {}, element('strong', {}, name), ` · ${plural(some.length, 'change')}`));
    const fill = (): void => {
      if (made.open && made.children.length === 1) made.append(longList(some, (step) => row(step, centre)));
    };
    made.addEventListener('toggle', fill);
    fill();
    return made;
  };
  return [
    ...collections.map(([name, some]) =>
      group(name || 'Without a collection', inFamilies(some), collections.length < MOST_OPEN),
    ),
    ...(edges.length > 0 ? [group('Lineage', edges, false)] : []),
  ];
}

/** Groups of so many and more are closed. */
const MOST_OPEN = 12;

/** A dashboard before its charts and data models; what matters most first. */
function inFamilies(steps: readonly Step[]): readonly Step[] {
  const families = groupBy(steps, (step) => ('asset' in step ? (step.asset.parent ?? step.asset) : null));
  const least = (family: readonly Step[]) => family.map(stepped).sort(byRank)[0] ?? stepped({ action: '' });
  return [...families.values()].sort((one, other) => byRank(least(one), least(other))).flat();
}

function row(step: Step, centre: (asset: Asset) => void): HTMLElement {
  if ('edge' in step) {
    const { from, to, action } = step.edge;
    return element(
      'div',
      { class: 'row row-head' },
      actionMark(action),
      button({ class: 'link' }, () => centre(from), from.name),
      ' → ',
      element('span', { class: 'where' }, to.parent === null ? '' : `${to.parent.name} › `),
      button({ class: 'link' }, () => centre(to), to.name),
      step.edge.conditional ? element('small', {}, ' conditional') : null,
    );
  }
  const { asset } = step;
  return element(
    'div',
    { class: `row ${asset.parent !== null ? 'part' : ''}` },
    element(
      'div',
      { class: 'row-head' },
      actionMark(asset.action),
      kindMark(asset.kind),
      button({ class: 'link' }, () => centre(asset), asset.name),
      asset.parent !== null && !isChanged(asset.parent)
        ? element('span', { class: 'where' }, `in ${asset.parent.name}`)
        : null,
      asset.reason === '' ? null : element('span', { class: 'where' }, quoted(asset.reason)),
    ),
    changeList(asset.changes),
  );
}
