import type { Token } from '../sql/token.ts';

/** More tokens than this take the parser seconds and hundreds of megabytes. */
const MOST_TOKENS = 60_000;
/** The parser itself gives up at 32 levels; thousands would overflow its stack, and that is its end for the whole run. */
const DEEPEST = 200;
/** Likewise for a chain such as `a::int::text…` or `a || b || …`: each link nests in the tree although no bracket is open. */
const LONGEST_CHAIN = 2_000;

/** Words that end a chain: what follows them is another branch of the tree. */
const ENDS_CHAIN = new Set(
  'AND OR SELECT FROM JOIN ON WHERE WHEN THEN ELSE UNION VALUES SET USING WINDOW'.split(' '),
);

/** Why a statement is better not given to the parser; null when it may be. */
export function tooHeavy(tokens: readonly Token[]): string | null {
  if (tokens.length > MOST_TOKENS) return `it has more than ${MOST_TOKENS} words and signs`;
  let depth = 0;
  let chain = 0;
  for (const { kind, text, upper } of tokens) {
    chain = text === ',' || ENDS_CHAIN.has(upper) ? 0 : chain + 1;
    if (chain > LONGEST_CHAIN) return `it has an expression of more than ${LONGEST_CHAIN} words and signs`;
    if (kind !== 'symbol') continue;
    if (text === '(' || text === '[' || text === '{') depth += 1;
    else if (text === ')' || text === ']' || text === '}') depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return `its brackets are more than ${DEEPEST} levels deep`;
  }
  return null;
}
