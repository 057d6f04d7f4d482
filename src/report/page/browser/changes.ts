import type { Change } from './catalog.ts';
import { element } from './element.ts';

/** What is removed struck out, what is added underlined, for eyes that tell no red from green. */
export const changeList = (changes: readonly Change[]): HTMLElement | null =>
  changes.length === 0
    ? null
    : element(
        'dl',
        { class: 'changes' },
        ...changes.map(({ field, before, after }) =>
          element(
            'div',
            {},
            element('dt', {}, field),
            element(
              'dd',
              {},
              before === '' ? null : element('del', {}, before),
              before !== '' && after !== '' ? ' → ' : null,
              after === '' ? null : element('ins', {}, after),
            ),
          ),
        ),
      );
