import { quotedParts } from '../../quoted-parts.ts';
import { element } from './element.ts';

/** What stands between back quotes as code. */
export const quoted = (text: string): HTMLElement =>
  element(
    'span',
    {},
    ...quotedParts(text).map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part)),
  );
