import { plainLine } from './plain-line.ts';

/** Between these and what follows, GitHub must find nothing to link: a blank of no width. No plain line holds one of its own. */
const BREAK = '\u200b';

/** A commit's name, or a UUID's parts: seven hexadecimal digits are enough for a link. */
const HASH = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{7,64})\b/gi;

/**
 * Any text as one line of inert Markdown, fit for a paragraph, a list item, a table cell and an HTML element. Structure is written as
 * entities, which mean the same in every dialect. Mentions, issue numbers, bare addresses and emoji codes, which GitHub looks for in the
 * finished text, are parted by a blank of no width; what could be a commit stands in `<code>`, so that a token can be copied.
 */
export const escapeMarkdown = (text: string, max?: number): string =>
  withEntities(
    unlinked(text, max)
      .replace(/#(?=\d)/g, `#${BREAK}`)
      .replace(/\b(gh)-(?=\d)/gi, `$1${BREAK}-`)
      // No emoji has a number of two digits, and times are full of them.
      .replace(/:(?!\d\d:)(?=[\w+-]+:)/g, `:${BREAK}`),
  )
    // At the start of a line these would begin a list, underline a heading or make a table of the line before.
    .replace(/^(?:[-+=]+|:(?=-))/, entities)
    .replace(/^(\d+)([.)])(?= |$)/, (_, digits: string, mark: string) => digits + entities(mark))
    .replace(HASH, '<code>$&</code>');

/** The same for the inside of `<code>`, where GitHub looks for addresses only. */
export const escapeCode = (text: string, max?: number): string => withEntities(unlinked(text, max));

const unlinked = (text: string, max?: number): string =>
  plainLine(text, max)
    .replace(/@/g, `@${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/(www)\./gi, `$1${BREAK}.`);

const withEntities = (line: string): string =>
  line
    .replace(/[&<>\\`*[\]~|$#\u200b]/g, entities)
    // Inside a word an underscore is only an underscore, and names are full of them.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, entities);

const entities = (text: string): string =>
  [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
