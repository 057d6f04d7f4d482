import type { Token } from '../../sql/token.ts';
import { afterGroup, isName, isSymbol, type Rule, upper } from './rule.ts';

const JOIN_WORDS = new Set('JOIN LEFT RIGHT FULL INNER CROSS NATURAL'.split(' '));
const ENDS_JOINS = new Set(
  'WHERE GROUP ORDER HAVING LIMIT UNION INTERSECT EXCEPT MINUS QUALIFY WINDOW LATERAL DISTRIBUTE CLUSTER SORT INSERT SELECT'.split(
    ' ',
  ),
);

/** Hive's and Spark's joins behind a view of rows: `a LATERAL VIEW explode(x) v AS y JOIN b` → `a JOIN b LATERAL VIEW …`. */
export const lateralView: Rule = (tokens, index, sql) => {
  let views = index;
  for (let at: number | null = index; at !== null; at = afterView(tokens, at)) views = at;
  if (views === index || !JOIN_WORDS.has(upper(tokens, views))) return null;
  let end = views;
  while (end < tokens.length && !isSymbol(tokens[end], ')') && !ENDS_JOINS.has(upper(tokens, end)))
    end = afterGroup(tokens, end) ?? end + 1;
  const text = (from: number, to: number): string => sql.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return { next: end, text: `${text(views, end)} ${text(index, views)}` };
};

/** The index after `LATERAL VIEW [OUTER] f(x) [name] [AS a, b]` at `index`; null when none stands there. */
function afterView(tokens: readonly Token[], index: number): number | null {
  if (upper(tokens, index) !== 'LATERAL' || upper(tokens, index + 1) !== 'VIEW') return null;
  let at = upper(tokens, index + 2) === 'OUTER' ? index + 3 : index + 2;
  while (isName(tokens[at]) && isSymbol(tokens[at + 1], '.')) at += 2;
  const called = afterGroup(tokens, at + 1);
  if (called === null) return null;
  at = called;
  if (isAlias(tokens[at])) at += 1;
  if (upper(tokens, at) !== 'AS') return at;
  at += 2;
  while (isSymbol(tokens[at], ',') && isName(tokens[at + 1])) at += 2;
  return at;
}

const isAlias = (token: Token | undefined): boolean =>
  isName(token) &&
  token !== undefined &&
  token.upper !== 'AS' &&
  !JOIN_WORDS.has(token.upper) &&
  !ENDS_JOINS.has(token.upper);
