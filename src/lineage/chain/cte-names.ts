import type { Token } from '../sql/token.ts';

/** The names, in lower case, that look like common table expressions: `WITH x AS (` and `, x (a, b) AS MATERIALIZED (`. */
export function cteNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  let listed = false;
  for (const [index, { upper, text }] of tokens.entries()) {
    if (upper === 'WITH') listed = true;
    if (!listed || !(upper === 'WITH' || upper === 'RECURSIVE' || text === ',')) continue;
    const at = tokens[index + 1]?.upper === 'RECURSIVE' ? index + 2 : index + 1;
    const name = tokens[at];
    if (name !== undefined && (name.kind === 'word' || name.kind === 'name') && beginsBody(tokens, at + 1))
      names.add(name.text.toLowerCase());
  }
  return names;
}

function beginsBody(tokens: readonly Token[], index: number): boolean {
  let at = index;
  if (tokens[at]?.text === '(') {
    while (at < tokens.length && tokens[at]?.text !== ')') at += 1;
    at += 1;
  }
  if (tokens[at]?.upper !== 'AS') return false;
  at += 1;
  if (tokens[at]?.upper === 'NOT') at += 1;
  if (tokens[at]?.upper === 'MATERIALIZED') at += 1;
  return tokens[at]?.kind === 'symbol' && tokens[at]?.text === '(';
}
