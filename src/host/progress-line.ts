export interface TerminalStream {
  write(text: string): unknown;
  /** The width of a terminal. */
  readonly columns?: number;
}

const INTERVAL_MS = 100;
const ERASE = '\r\u001b[2K';

/** One line at the bottom of a terminal that is written over and over. */
export interface ProgressLine {
  /** Shows the text, cut to the width; at most ten times a second. The empty text clears the line. */
  show(text: string): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

export function createProgressLine(stream: TerminalStream, now: () => number): ProgressLine {
  let visible = false;
  let shownAt = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    if (visible) stream.write(ERASE);
    visible = false;
  };
  return {
    clear,
    show(text) {
      if (text === '') return clear();
      if (visible && now() - shownAt < INTERVAL_MS) return;
      shownAt = now();
      visible = true;
      stream.write(`${ERASE}${cut(text.replace(/\s+/g, ' '), (stream.columns ?? 80) - 1)}`);
    },
  };
}

/** Wide letters take two columns, so a text of many of them is cut at half: a line that wraps cannot be erased. */
function cut(text: string, columns: number): string {
  let used = 0;
  let end = 0;
  for (const letter of text) {
    used += (letter.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
    if (used > columns) return text.slice(0, end);
    end += letter.length;
  }
  return text;
}
