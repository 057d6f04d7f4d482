import type { Token } from '../../sql/token.ts';
import { drop, isName, isSymbol, type Rule, upper } from './rule.ts';

/** `!x` → `NOT x`; T-SQL's `!<` and `!>` → `>=` and `<=`. `!=` and `!~` are known. */
export const exclamation: Rule = (tokens, index) => {
  const next = tokens[index + 1];
  if (next === undefined || next.start !== tokens[index]?.end) return null;
  if (isSymbol(next, '<')) return { next: index + 2, text: '>=' };
  if (isSymbol(next, '>')) return { next: index + 2, text: '<=' };
  return isName(next) || isSymbol(next, '(') ? { next: index + 1, text: 'NOT' } : null;
};

/** Oracle's outer join: `a.id = b.id (+)`. */
export const outerJoinSign: Rule = (tokens, index) =>
  isSymbol(tokens[index + 1], '+') && isSymbol(tokens[index + 2], ')') ? drop(index + 3) : null;

/** `^=`, `~=` and `¬=` are other signs for `<>`. */
export const unequal: Rule = (tokens, index) =>
  isSymbol(tokens[index + 1], '=') ? { next: index + 2, text: '<>' } : null;

/** T-SQL's `@total += amount`. */
export const assignment: Rule = (tokens, index) =>
  isSymbol(tokens[index + 1], '=') &&
  tokens[index + 1]?.start === tokens[index]?.end &&
  tokens[index - 1]?.kind === 'variable'
    ? { next: index + 2, text: '=' }
    : null;

/** DB2's `a CONCAT b`. */
export const concat: Rule = (tokens, index) =>
  isSymbol(tokens[index + 1], '(') ? null : { next: index + 1, text: '||' };

/** Impala's `a IREGEXP 'x'`. */
export const regexp: Rule = (_, index) => ({ next: index + 1, text: 'RLIKE' });

/** Snowflake's path into what a function or an element gave: `udf(x):a.b[0]`, `xs[0]:a`. What is read stays the same. */
export const pathAfterCall: Rule = (tokens, index) => {
  const before = tokens[index - 1];
  const given = isSymbol(before, ')') || (isSymbol(before, ']') && !hasPath(tokens, index - 1));
  if (!given || !isName(tokens[index + 1])) return null;
  let at = index + 2;
  for (;;) {
    if (isSymbol(tokens[at], '.') && isName(tokens[at + 1])) at += 2;
    else if (isSymbol(tokens[at], '[') && isSymbol(tokens[at + 2], ']')) at += 3;
    else return drop(at);
  }
};

/** True when the value before `index` has a path already, as in `v:a[0]:b`, of which the parser knows the rest. */
function hasPath(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (isSymbol(tokens[at], ']') && isSymbol(tokens[at - 2], '[')) at -= 3;
  while (isName(tokens[at]) && isSymbol(tokens[at - 1], '.')) at -= 2;
  return isSymbol(tokens[at - 1], ':');
}

/** PostgreSQL's `EXISTS (SELECT FROM t)`. */
export const selectNothing: Rule = (tokens, index) =>
  upper(tokens, index + 1) === 'FROM' ? { next: index + 1, text: 'SELECT 1' } : null;

/** Teradata's `SEL`. */
export const select: Rule = (tokens, index) =>
  isSymbol(tokens[index - 1], '.') || isSymbol(tokens[index + 1], '.')
    ? null
    : { next: index + 1, text: 'SELECT' };

/** `CURSOR(SELECT …)`, `MULTISET(SELECT …)` and `TABLE(SELECT …)` → the query in brackets. */
export const queryAsValue: Rule = (tokens, index) =>
  isSymbol(tokens[index + 1], '(') && /^(?:SELECT|WITH)$/.test(upper(tokens, index + 2))
    ? drop(index + 1)
    : null;

/** Oracle's `&name`, that its tools replace before they send the SQL: a value. */
export const substitution: Rule = (tokens, index) =>
  isName(tokens[index + 1]) && !isSymbol(tokens[index + 2], '.') && !isSymbol(tokens[index - 1], '.')
    ? { next: index + 2, text: 'NULL' }
    : null;
