import { escapeTerminal } from '../report/escape-terminal.ts';

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Text that the runner prints and does not obey. A line is a command when it starts with `::`, leading blanks aside; the older
 * form `##[` counts anywhere in a line. Both are broken by a zero-width space, so they still read the same.
 */
export const inertLog = (text: string): string =>
  escapeTerminal(text)
    .replaceAll('##[', `#${ZERO_WIDTH_SPACE}#${ZERO_WIDTH_SPACE}[`)
    // Whatever cannot be seen counts as a blank: the runner's idea of one is wider than ours.
    .replace(/^([^\p{L}\p{N}\p{P}\p{S}\n]*):(?=:)/gmu, `$1:${ZERO_WIDTH_SPACE}`);
