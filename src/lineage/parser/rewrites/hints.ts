import { TABLE_HINTS } from '../../sql/keywords.ts';
import { drop, isName, isSymbol, type Rule, upper } from './rule.ts';

const MODIFIERS = new Set(
  `HIGH_PRIORITY STRAIGHT_JOIN SQL_SMALL_RESULT SQL_BIG_RESULT SQL_BUFFER_RESULT SQL_CACHE SQL_NO_CACHE SQL_CALC_FOUND_ROWS`.split(
    ' ',
  ),
);

/** What MySQL allows after SELECT: `SELECT SQL_NO_CACHE DISTINCT a`. */
export const selectModifiers: Rule = (tokens, index) => {
  let next = index + 1;
  while (MODIFIERS.has(upper(tokens, next))) next += 1;
  return next === index + 1 ? null : { next, text: 'SELECT' };
};

/** T-SQL's old hints: `orders (NOLOCK)` → `orders WITH (NOLOCK)`. */
export const oldTableHint: Rule = (tokens, index) => {
  const hints = TABLE_HINTS.has(upper(tokens, index + 1));
  const closes = isSymbol(tokens[index + 2], ')') || isSymbol(tokens[index + 2], ',');
  const before = tokens[index - 1];
  if (!hints || !closes || !isName(before) || before?.upper === 'WITH') return null;
  return { next: index + 1, text: 'WITH (' };
};

/** Impala's `JOIN [SHUFFLE] orders`. */
export const joinHint: Rule = (tokens, index) =>
  upper(tokens, index - 1) === 'JOIN' && isSymbol(tokens[index + 2], ']') ? drop(index + 3) : null;

/** BigQuery's `JOIN@{join_method=hash_join}`. */
export const statementHint: Rule = (tokens, index) => {
  if (!isSymbol(tokens[index + 1], '{')) return null;
  const end = tokens.findIndex((token, at) => at > index && isSymbol(token, '}'));
  return end < 0 ? null : drop(end + 1);
};

const JOIN_WORDS = new Set('ANY ALL ASOF LEFT RIGHT INNER FULL CROSS OUTER SEMI ANTI JOIN'.split(' '));

/** ClickHouse's `GLOBAL IN` and `GLOBAL … JOIN`. */
export const globally: Rule = (tokens, index) => {
  const next = upper(tokens, index + 1);
  return JOIN_WORDS.has(next) || next === 'IN' || next === 'NOT' ? drop(index + 1) : null;
};

/** ClickHouse's strictness of a join, wherever it stands among the other words. */
export const joinStrictness: Rule = (tokens, index) =>
  JOIN_WORDS.has(upper(tokens, index + 1)) ? drop(index + 1) : null;

/** Teradata's `LOCKING TABLE x FOR ACCESS` before a query. */
export const locking: Rule = (tokens, index) => {
  for (let at = index + 1; at < index + 9; at += 1) {
    if (upper(tokens, at) !== 'FOR' && upper(tokens, at) !== 'IN') continue;
    const next = upper(tokens, at + 2) === 'MODE' ? at + 3 : at + 2;
    return drop(upper(tokens, next) === 'NOWAIT' ? next + 1 : next);
  }
  return null;
};

/** PostgreSQL's `LATERAL f(x) AS t(a int)`: a function may look to its left without the word, and only so the parser takes types. */
export const lateralCall: Rule = (tokens, index) => {
  let at = index + 2;
  while (isName(tokens[index + 1]) && isSymbol(tokens[at], '.')) at += 2;
  return isName(tokens[index + 1]) && isSymbol(tokens[at], '(') ? drop(index + 1) : null;
};
