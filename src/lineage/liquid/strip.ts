import { asSql } from './engine.ts';
import { lineBreaks, pieces } from './pieces.ts';
import { UNKNOWN } from './unknown.ts';

/** For Liquid that cannot be rendered: tags go, names that are known get their values, the rest is marked as unknown. */
export const stripLiquid = (template: string, values: ReadonlyMap<string, unknown>): string =>
  pieces(template)
    .map(({ kind, text, inner }) => {
      if (kind === 'text') return text;
      if (kind === 'tag') return ` ${lineBreaks(text)}`;
      return (values.has(inner) ? asSql(values.get(inner)) : UNKNOWN) + lineBreaks(text);
    })
    .join('');
