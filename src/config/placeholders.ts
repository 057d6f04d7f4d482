import { squash } from './did-you-mean.ts';

/** Shapes that samples and templates hold in place of a value. */
const SHAPES: readonly RegExp[] = [
  /^\s*$/,
  /^\$?\{.*\}\}?$/s, // {bot_jwt_token}, ${{ secrets.TOKEN }}
  /^<[^<>]*>$/,
  /^(?:your|enter|insert|replace)[-_ ]/i,
  /^change[-_ ]?(?:me|it)$/i,
  /^(?:x{3,}|\*{3,}|\.{3,}|…)$/i,
  /^(?:todo|tbd)$/i,
];

/** Whether a text is a sample's stand-in: a shape of the list above, or one of the names that it would have there. */
export const isPlaceholder = (text: string, names: readonly string[]): boolean =>
  SHAPES.some((shape) => shape.test(text)) || names.some((name) => squash(name) === squash(text));
