export type TokenKind =
  | 'word'
  /** A quoted name; `text` is what is between the quotes. */
  | 'name'
  /** `@name`, `$1`. */
  | 'variable'
  | 'string'
  | 'number'
  | 'symbol'
  | 'comment'
  /** `{{ … }}` or `{% … %}`, in a text that is not rendered yet. */
  | 'liquid';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** The word in capitals; empty for every other kind, so that a quoted name is never taken for a keyword. */
  readonly upper: string;
  /** Offsets in the text, from 0; `end` is the first one after the token. */
  readonly start: number;
  readonly end: number;
  /** False for a string, quoted name or comment that the text ends in. */
  readonly closed: boolean;
}

/** True for what may be a name, or a part of one. */
export const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'name';
