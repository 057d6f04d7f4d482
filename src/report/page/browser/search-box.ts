import { grouped } from '../../words.ts';
import { KINDS, type Kind } from '../page-data.ts';
import { actionMark, KIND_TITLES, kindMark } from './badges.ts';
import type { Asset } from './catalog.ts';
import { button, element } from './element.ts';
import { createSearch } from './search.ts';

const MOST = 40;

export interface SearchBox {
  readonly node: HTMLElement;
  focus(): void;
}

/** A combobox over all assets: arrows go through what is found, Enter takes it, Escape closes. */
export function searchBox(assets: readonly Asset[], choose: (asset: Asset) => void): SearchBox {
  const search = createSearch(assets);
  let kind: Kind | null = null;
  let found: readonly Asset[] = [];
  let at = -1;

  const input = element('input', {
    type: 'search',
    id: 'search',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'found',
    'aria-autocomplete': 'list',
    'aria-label': 'Search dashboards, charts, data models and tables',
    placeholder: `Search ${grouped(assets.length)} dashboards, charts, data models and tables`,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const results = element('div', { id: 'found', role: 'listbox', 'aria-label': 'Found' });
  const count = element('p', { class: 'count', role: 'status' });
  const popup = element('div', { class: 'popup', hidden: true }, results, count);

  const close = (): void => {
    popup.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    at = -1;
  };
  const take = (asset: Asset | undefined): void => {
    if (asset === undefined) return;
    close();
    choose(asset);
  };
  const mark = (index: number): void => {
    at = index;
    for (const [each, row] of [...results.children].entries()) {
      row.setAttribute('aria-selected', String(each === at));
      if (each !== at) continue;
      row.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', row.id);
    }
  };
  const look = (): void => {
    const text = input.value.trim();
    if (text === '') {
      close();
      return;
    }
    const all = search(text, kind, MOST);
    found = all.assets;
    results.replaceChildren(...found.map((asset, index) => row(asset, index, () => take(asset))));
    const left = all.total - found.length;
    count.textContent =
      found.length === 0
        ? 'Nothing has that name.'
        : left > 0
          ? `${grouped(left)} more: type on to narrow it down.`
          : `${grouped(found.length)} found`;
    popup.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(found.length > 0 ? 0 : -1);
  };

  input.addEventListener('input', look);
  input.addEventListener('focus', look);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (popup.hidden) input.value = '';
      close();
    } else if (event.key === 'Enter') take(found[at]);
    else if (event.key === 'ArrowDown' && found.length > 0) mark((at + 1) % found.length);
    else if (event.key === 'ArrowUp' && found.length > 0) mark((at - 1 + found.length) % found.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const chips = [null, ...KINDS].map((each) =>
    button(
      { class: 'chip', 'aria-pressed': String(each === kind) },
      () => {
        kind = each;
        for (const [index, chip] of chips.entries())
          chip.setAttribute('aria-pressed', String([null, ...KINDS][index] === kind));
        input.focus();
        look();
      },
      each === null ? 'All' : KIND_TITLES[each].many,
    ),
  );
  const node = element(
    'div',
    { class: 'search', role: 'search' },
    element('div', { class: 'field' }, input, element('kbd', { 'aria-hidden': 'true' }, '/'), popup),
    element('div', { class: 'chips', role: 'group', 'aria-label': 'Search in' }, ...chips),
  );
  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && node.contains(relatedTarget))) close();
  });
  return {
    node,
    focus() {
      input.focus();
      input.select();
    },
  };
}

function row(asset: Asset, index: number, take: () => void): HTMLElement {
  const made = element(
    'div',
    { role: 'option', id: `found-${index}`, class: 'option', 'aria-selected': 'false' },
    kindMark(asset.kind),
    element('span', { class: 'name' }, asset.name),
    element('span', { class: 'where' }, where(asset)),
    actionMark(asset.action),
  );
  // The pointer must not take the focus away before the click.
  made.addEventListener('pointerdown', (event) => event.preventDefault());
  made.addEventListener('click', take);
  return made;
}

/** What tells assets of one name apart. */
export const where = ({ kind, fqn, parent, project }: Asset): string =>
  kind === 'table' ? fqn : [project, parent?.name ?? ''].filter(Boolean).join(' › ');
