/** Where something quoted ends; `closed` is false when the text ended first. */
export interface Ending {
  readonly end: number;
  readonly closed: boolean;
}

export interface QuoteRules {
  readonly backslash: boolean;
  /** Steps over Liquid: the offset after it, or the same offset when there is none. */
  readonly skip: (at: number) => number;
}

/** The end of what began before `from` and ends with `quote`; a doubled quote stands for itself. */
export function endOfQuoted(text: string, from: number, quote: string, rules: QuoteRules): Ending {
  let at = from;
  while (at < text.length) {
    const after = rules.skip(at);
    if (after > at) at = after;
    else if (rules.backslash && text[at] === '\\') at += 2;
    else if (!text.startsWith(quote, at)) at += 1;
    else if (quote.length === 1 && text[at + 1] === quote) at += 2;
    else return { end: at + quote.length, closed: true };
  }
  return { end: text.length, closed: false };
}

/** The end of a block comment whose opening slash is at `start`. */
export function endOfBlockComment(
  text: string,
  start: number,
  nested: boolean,
  skip: QuoteRules['skip'],
): Ending {
  let depth = 1;
  let at = start + 2;
  while (at < text.length) {
    const after = skip(at);
    if (after > at) at = after;
    else if (text.startsWith('*/', at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return { end: at, closed: true };
    } else if (nested && text.startsWith('/*', at)) {
      depth += 1;
      at += 2;
    } else at += 1;
  }
  return { end: text.length, closed: false };
}

/** The end of a line comment: before the line break. */
export function endOfLine(text: string, start: number, skip: QuoteRules['skip']): Ending {
  let at = start;
  while (at < text.length && text[at] !== '\n') {
    const after = skip(at);
    at = after > at ? after : at + 1;
  }
  return { end: at, closed: true };
}
