import type { Token } from '../../sql/token.ts';
import { isName, isSymbol, type Rule, upper } from './rule.ts';

/** Words that the parser takes for keywords behind a relation, although `FROM orders current` calls it so. */
export const MISTAKEN_ALIASES: readonly string[] = (
  'LAST FIRST CURRENT NEXT PRIOR TYPE KEY ROW ROWS RANGE FILTER INDEX VIEW SCHEMA COMMENT START GROUPS LANGUAGE PERCENT ' +
  'SEQUENCE TEMP TRANSACTION OFFSET RESTRICT ROLLUP SETTINGS STATEMENT SYSTEM TOP TRIGGER REFRESH SORT CLUSTER MERGE CACHE ' +
  'CUBE DOMAIN EXECUTE FOLLOWING FOREIGN FUNCTION GRANT IDENTITY LOCAL MATCH MEASURES OPERATOR PATTERN PREPARE PRIMARY ' +
  'PROCEDURE RECURSIVE REPLACE SOME UNIQUE UNBOUNDED WITHIN TIME'
).split(' ');

const FOLLOWS_ALIAS = new Set(
  `ON JOIN INNER LEFT RIGHT FULL CROSS NATURAL WHERE GROUP ORDER HAVING LIMIT UNION INTERSECT EXCEPT MINUS QUALIFY USING WINDOW
  LATERAL`.split(/\s+/),
);
const BEFORE_RELATION = new Set(['FROM', 'JOIN', 'LATERAL', 'APPLY']);

/** `(SELECT …) current LEFT JOIN` → `(SELECT …) AS current LEFT JOIN`. */
export const bareAlias: Rule = (tokens, index) => {
  const token = tokens[index];
  const next = tokens[index + 1];
  const ends =
    next === undefined || isSymbol(next, ',') || isSymbol(next, ')') || FOLLOWS_ALIAS.has(next.upper);
  // `string_agg(b, ',') WITHIN GROUP (ORDER BY k)`
  if (next?.upper === 'GROUP' && upper(tokens, index + 2) !== 'BY') return null;
  if (token === undefined || !ends || !followsRelation(tokens, index)) return null;
  return { next: index + 1, text: `AS ${token.text}` };
};

/** True when a name, a call or a query that a relation is made of ends before `index`. In a select list AS may stand just as well. */
function followsRelation(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  if (isSymbol(tokens[at], ')')) {
    at = opening(tokens, at) - 1;
    if (begins(tokens, at)) return true;
  }
  if (!isName(tokens[at])) return false;
  while (isSymbol(tokens[at - 1], '.') && isName(tokens[at - 2])) at -= 2;
  return begins(tokens, at - 1);
}

const begins = (tokens: readonly Token[], index: number): boolean =>
  BEFORE_RELATION.has(upper(tokens, index)) || isSymbol(tokens[index], ',');

/** The index of the bracket that the one at `index` closes; -1 when there is none. */
function opening(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at >= 0; at -= 1) {
    if (isSymbol(tokens[at], ')')) depth += 1;
    else if (isSymbol(tokens[at], '(')) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
