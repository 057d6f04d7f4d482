import { button, element } from './element.ts';

const KEYS = [
  ['/', 'search'],
  ['↑ ↓ Enter', 'go through what is found, take it'],
  ['1 … 5', 'the parts of the report'],
  ['← →', 'in the drawing: upstream, downstream'],
  ['↑ ↓', 'in the drawing: within a layer'],
  ['Enter', 'light up what is upstream and downstream'],
  ['c', 'show or hide columns'],
  ['f', 'draw around this box'],
  ['Esc', 'let go'],
  ['?', 'this list'],
] as const;

/** The keys, in a dialog. */
export function helpDialog(): HTMLDialogElement {
  const dialog = element(
    'dialog',
    { class: 'help', 'aria-label': 'Keys' },
    element('h2', {}, 'Keys'),
    element(
      'dl',
      {},
      ...KEYS.map(([key, what]) =>
        element(
          'div',
          { class: 'keys' },
          element('dt', {}, element('kbd', {}, key)),
          element('dd', {}, what),
        ),
      ),
    ),
    button({ class: 'plain' }, () => dialog.close(), 'Close'),
  );
  return dialog;
}
