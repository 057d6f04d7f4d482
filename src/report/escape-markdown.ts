import { plainLine } from './plain-line.ts';

/** Between these and what follows, GitHub must find nothing to link: a blank of no width. */
const BREAK = '&#8203;';

const entity = (text: string): string =>
  [...text].map((character) => `&#${character.codePointAt(0)};`).join('');

/**
 * Any text as one line of inert Markdown, fit for a paragraph, a list item, a table cell and an HTML element. Structure is written as
 * entities, which mean the same in every dialect; mentions, issue numbers, bare addresses, emoji codes and commits, which GitHub looks
 * for in the finished text, are parted by a blank of no width.
 */
export const escapeMarkdown = (text: string, max?: number): string =>
  escapeCode(text, max).replace(HASH, (digits) => digits.replace(/.{6}(?=.)/g, `$&${BREAK}`));

/** Seven hexadecimal digits may be a commit's, and become a link to it. */
const HASH = /(?<![\p{L}\p{N}_])[0-9a-f]{7,64}(?![\p{L}\p{N}_])/giu;

/** The same for what stands in `<code>`, where GitHub looks for no commits: a token can be copied as it is. */
export const escapeCode = (text: string, max?: number): string =>
  plainLine(text, max)
    .replace(/[&<>\\`*[\]~|$#]/g, entity)
    // Inside a word an underscore is only an underscore, and names are full of them.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, entity)
    .replace(/@/g, `@${BREAK}`)
    .replace(/&#35;(?=\d)/g, `&#35;${BREAK}`)
    .replace(/\b(gh)-(?=\d)/gi, `$1${BREAK}-`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${BREAK}`)
    .replace(/(www)\./gi, `$1${BREAK}.`)
    // At the start of a line these would begin a list or underline a heading.
    .replace(/^[-+=]+/, entity)
    .replace(/^(\d+)([.)])(?= |$)/, (_, digits: string, mark: string) => digits + entity(mark));
