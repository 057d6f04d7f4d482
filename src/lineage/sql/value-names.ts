import { isName, type Token } from './token.ts';

/**
 * The names, in lower case, that AS gives in a statement. In ClickHouse's `WITH (1, 2) AS wanted SELECT … WHERE id IN wanted` such
 * a name is no table, although a bare name after IN may be one.
 */
export function valueNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (isName(token) && tokens[index - 1]?.upper === 'AS') names.add(token.text.toLowerCase());
  }
  return names;
}
