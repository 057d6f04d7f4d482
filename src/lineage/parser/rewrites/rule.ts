import type { Token } from '../../sql/token.ts';

/** The tokens from `keep`, or else from where the rule was tried, to before `next` become `text`. */
export interface Rewrite {
  readonly keep?: number;
  readonly next: number;
  readonly text: string;
}

/** Tries to rewrite the tokens of `sql` from `index`, where the rule's trigger stands; null leaves them as they are. */
export type Rule = (tokens: readonly Token[], index: number, sql: string) => Rewrite | null;

export const drop = (next: number): Rewrite => ({ next, text: '' });

export const isSymbol = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'symbol' && token.text === text;

export const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'name';

export const upper = (tokens: readonly Token[], index: number): string => tokens[index]?.upper ?? '';

/** The index after the bracket that closes the round one at `index`; null when none opens there or it never closes. */
export function afterGroup(tokens: readonly Token[], index: number): number | null {
  if (!isSymbol(tokens[index], '(')) return null;
  let depth = 0;
  for (let at = index; at < tokens.length; at += 1) {
    if (isSymbol(tokens[at], '(')) depth += 1;
    else if (isSymbol(tokens[at], ')')) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}
