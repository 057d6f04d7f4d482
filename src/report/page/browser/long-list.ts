import { grouped } from '../../words.ts';
import { button, element } from './element.ts';

const FIRST = 50;
/** Of what stands before everything else. */
export const FEW = 5;
const NEXT = 200;

/** A list of which the first entries are made, and more at each press of its last button: no page of 15,000 rows. */
export function longList<Item>(
  items: readonly Item[],
  entry: (item: Item) => HTMLElement,
  properties: { readonly class?: string; readonly first?: number } = {},
): HTMLElement {
  const list = element('ul', { class: `list ${properties.class ?? ''}` });
  const box = element('div', {}, list);
  let made = 0;
  const add = (count: number): void => {
    const last = list.lastElementChild;
    for (const item of items.slice(made, made + count)) list.append(element('li', {}, entry(item)));
    made = Math.min(items.length, made + count);
    const left = items.length - made;
    more.hidden = left === 0;
    more.textContent = `${grouped(left)} more`;
    if (left === 0 && last?.nextElementSibling instanceof HTMLElement) {
      // The button that had the focus is gone.
      last.nextElementSibling.tabIndex = -1;
      last.nextElementSibling.focus();
    }
  };
  const more = button({ class: 'more' }, () => add(NEXT));
  box.append(more);
  add(properties.first ?? FIRST);
  return box;
}
