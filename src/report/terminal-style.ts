import { styleText } from 'node:util';
import { escapeTerminal } from './escape-terminal.ts';
import { plainLine } from './plain-line.ts';

/** Columns that fit into the narrower of the usual windows and still hold a sentence. */
export const WIDTH = 100;

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue';
export type Paint = (style: Style, text: string) => string;

/** Colour when asked for, whatever the stream: the caller knows whether it is wanted. */
export const painter =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? styleText(style, text, { validateStream: false }) : text;

/**
 * Text from outside as one inert line of a terminal. On GitHub's runner what is printed may also be a command: `::` at the start of a
 * line (and any word may come to stand there), `##[` anywhere.
 */
export const line = (text: string, max = 1000): string =>
  escapeTerminal(plainLine(text, max))
    .replace(/(?<!\S)::/g, ': :')
    .replace(/##(?=\[)/g, '# #');
