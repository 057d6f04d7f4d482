/** Whether a code point is one that this place of a pattern takes. */
export type CharTest = (codePoint: number) => boolean;

/** The empty places that a pattern can ask for. `$` is `textOrLineEnd`: before a last line break too, as in Python. */
export type Assertion =
  | 'textStart'
  | 'textEnd'
  | 'textOrLineEnd'
  | 'lineStart'
  | 'lineEnd'
  | 'wordEdge'
  | 'noWordEdge';

export type Pattern =
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'assert'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly branches: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number };

export interface Flags {
  readonly ignoreCase: boolean;
  /** `.` takes line breaks. */
  readonly dotAll: boolean;
  /** `^` and `$` hold at every line. */
  readonly multiline: boolean;
}
