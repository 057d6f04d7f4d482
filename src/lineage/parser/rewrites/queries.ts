import { readDottedName } from '../../sql/table-name.ts';
import type { Token } from '../../sql/token.ts';
import { afterGroup, drop, isName, isSymbol, type Rule, upper } from './rule.ts';

const BEFORE_QUERY = new Set('FROM JOIN IN EXISTS AS UNION ALL DISTINCT INTERSECT EXCEPT MINUS'.split(' '));
const BEHIND_TABLE = new Set('UNION INTERSECT EXCEPT MINUS ORDER LIMIT OFFSET FETCH WITH'.split(' '));

/** `TABLE s.orders` as a query → `SELECT * FROM s.orders`. */
export const wholeTable: Rule = (tokens, index, sql) => {
  let before = index;
  while (isSymbol(tokens[before - 1], '(')) before -= 1;
  const isRelation = before < index && isSymbol(tokens[before - 1], ',');
  if (before > 0 && !isRelation && !BEFORE_QUERY.has(upper(tokens, before - 1))) return null;
  const next = isName(tokens[index + 1]) ? readDottedName(tokens, index + 1, 'generic')?.next : undefined;
  if (next === undefined) return null;
  const end = tokens[next];
  const ends = end === undefined || isSymbol(end, ')') || isSymbol(end, ';') || BEHIND_TABLE.has(end.upper);
  if (!ends) return null;
  return { next, text: `SELECT * FROM ${sql.slice(tokens[index + 1]?.start, tokens[next - 1]?.end)}` };
};

/** The functions that a WITH declares before its queries, in Oracle and Trino: they give values, which are not followed. */
export const withFunctions: Rule = (tokens, index) => {
  let at = index + 1;
  while (/^(?:FUNCTION|PROCEDURE)$/.test(upper(tokens, at))) {
    const next = afterDeclaration(tokens, at);
    if (next === null) return null;
    at = next;
  }
  if (at === index + 1) return null;
  return isName(tokens[at]) && !/^(?:SELECT|WITH)$/.test(upper(tokens, at))
    ? { next: at, text: 'WITH' }
    : drop(at);
};

const OPENS = new Set(['BEGIN', 'CASE', 'IF', 'LOOP']);

function afterDeclaration(tokens: readonly Token[], index: number): number | null {
  let depth = 0;
  let begun = false;
  for (let at = index + 1; at < tokens.length; at = afterGroup(tokens, at) ?? at + 1) {
    const word = upper(tokens, at);
    if (word === 'END') {
      depth -= 1;
      // END IF, END LOOP
      if (OPENS.has(upper(tokens, at + 1))) at += 1;
      else if (begun && depth === 0) {
        let end = isName(tokens[at + 1]) && isSymbol(tokens[at + 2], ';') ? at + 2 : at + 1;
        while (isSymbol(tokens[end], ';') || isSymbol(tokens[end], ',')) end += 1;
        return end;
      }
    } else if (OPENS.has(word)) {
      begun ||= word === 'BEGIN';
      depth += 1;
    }
    // Trino's `FUNCTION f(x int) RETURNS int RETURN x + 1`
    if (begun) continue;
    if (/^(?:SELECT|WITH)$/.test(word) && upper(tokens, at - 1) !== 'RETURN') return at;
    if (isSymbol(tokens[at], ',') && upper(tokens, at + 1) === 'FUNCTION') return at + 1;
  }
  return null;
}

const BEHIND_LIST = new Set(
  'WHERE GROUP HAVING QUALIFY WINDOW ORDER SORT CLUSTER DISTRIBUTE LIMIT LATERAL'.split(' '),
);

/** Hive's `FROM t INSERT INTO a SELECT x INSERT INTO b SELECT y WHERE z` → an INSERT for each. */
export const fromFirst: Rule = (tokens, index, sql) => {
  if (index > 0) return null;
  const inserts = atTopLevel(tokens, 0).filter((at) => upper(tokens, at) === 'INSERT');
  const [first] = inserts;
  if (first === undefined) return null;
  const text = (from: number, to: number): string => sql.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const statements = inserts.map((from, number) => {
    const end = inserts[number + 1] ?? tokens.length;
    const inner = atTopLevel(tokens, from).filter((at) => at < end);
    const select = inner.find((at) => upper(tokens, at) === 'SELECT') ?? end;
    const list = inner.find((at) => at > select && BEHIND_LIST.has(upper(tokens, at))) ?? end;
    return `${text(from, list)} ${text(0, first)} ${list < end ? text(list, end) : ''}`;
  });
  return { next: tokens.length, text: statements.join('; ') };
};

/** The indexes of the tokens from `from` that stand in no brackets. */
function atTopLevel(tokens: readonly Token[], from: number): number[] {
  const found: number[] = [];
  for (let at = from; at < tokens.length; at = afterGroup(tokens, at) ?? at + 1) found.push(at);
  return found;
}
