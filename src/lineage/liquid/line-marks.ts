import { lineBreaks, pieces } from './pieces.ts';

/** Encloses a line's number in a template while it is rendered. A private-use character: no template has a meaning for it. */
export const LINE_MARK = '\uE001';

/** What moves the lines after it: it is rendered more than once, or elsewhere. */
const MOVES_LINES = /\{% (?:for|capture)\b/;
const MARKED_TAGS: ReadonlySet<string> = new Set(['for', 'endfor', 'endcapture']);

/**
 * Marks the lines of a prepared template that has loops or captures, so that its author's lines can be found again in what it
 * renders. Nothing is marked within a capture, whose text may be compared.
 */
export function markLines(template: string): string {
  if (!MOVES_LINES.test(template)) return template;
  let line = 1;
  let captures = 0;
  let marked = '';
  for (const { kind, name, text } of pieces(template)) {
    line += lineBreaks(text).length;
    if (name === 'capture') captures += 1;
    if (name === 'endcapture') captures = Math.max(0, captures - 1);
    const moves = kind === 'output' || MARKED_TAGS.has(name);
    marked += text;
    if (moves && captures === 0) marked += `${LINE_MARK}${line}${LINE_MARK}`;
  }
  return marked;
}

/** A text without its marks, which are no content. */
export const withoutMarks = (text: string): string => text.replace(/\uE001\d*\uE001/g, '');

/** Takes the marks out again. `lines` has the author's line of each line that was rendered; null when they are the same. */
export function readMarks(rendered: string): {
  readonly text: string;
  readonly lines: readonly number[] | null;
} {
  if (!rendered.includes(LINE_MARK)) return { text: rendered, lines: null };
  const lines: number[] = [];
  let text = '';
  let line = 0;
  for (const one of rendered.split('\n')) {
    line += 1;
    const parts = one.split(LINE_MARK);
    text += `${lines.length === 0 ? '' : '\n'}${parts.filter((_, at) => at % 2 === 0).join('')}`;
    const marks = parts.filter((_, at) => at % 2 === 1);
    line = Number(marks.at(-1) ?? line);
    lines.push(line);
  }
  return { text, lines: lines.every((one, at) => one === at + 1) ? null : lines };
}
