/** One place of a text written anew. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with all its edits made; none lies within another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { from, to, text: put } of edits.toSorted((left, right) => left.from - right.from)) {
    made += text.slice(at, from) + put;
    at = to;
  }
  return made + text.slice(at);
}
