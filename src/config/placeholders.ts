import { squash } from './did-you-mean.ts';
import { anyCase } from './schema/text-patterns.ts';

/** Shapes that samples and templates hold in place of a value. */
export const PLACEHOLDER_PATTERN = [
  '\\s*',
  '\\$*\\{[\\s\\S]*\\}\\}?', // {bot_jwt_token}, ${{ secrets.TOKEN }}
  '<[^<>]*>',
  `(?:${['your', 'enter', 'insert', 'replace'].map(anyCase).join('|')})[-_ ][\\s\\S]*`,
  `${anyCase('change')}[-_ ]?(?:${anyCase('me')}|${anyCase('it')})`,
  '[Xx]{3,}|\\*{3,}|\\.{3,}|…',
  `${anyCase('todo')}|${anyCase('tbd')}`,
].join('|');
const PLACEHOLDER = new RegExp(`^(?:${PLACEHOLDER_PATTERN})$`);

/** Whether a text is a sample's stand-in: one of the shapes above, or one of the names that it would have there. */
export const isPlaceholder = (text: string, names: readonly string[]): boolean =>
  PLACEHOLDER.test(text) || names.some((name) => squash(name) === squash(text));
