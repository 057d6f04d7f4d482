import { readDottedName } from '../../sql/table-name.ts';
import type { Token } from '../../sql/token.ts';
import { afterGroup, drop, isName, isSymbol, type Rule, upper } from './rule.ts';

const BEGINS_QUERY = new Set(['SELECT', 'SEL', 'WITH']);

const KINDS = new Set(
  'OR REPLACE TEMP TEMPORARY GLOBAL LOCAL PRIVATE VOLATILE MULTISET SET UNLOGGED TRANSIENT EXTERNAL MATERIALIZED SECURE FORCE REFRESH STREAMING LIVE'.split(
    ' ',
  ),
);

/** `CREATE GLOBAL TEMPORARY TABLE` and DB2's `DECLARE GLOBAL TEMPORARY TABLE` → `CREATE TABLE`. */
export const plainlyMade: Rule = (tokens, index) => {
  if (index > 0) return null;
  let next = index + 1;
  while (KINDS.has(upper(tokens, next))) next += 1;
  const makes = next > index + 1 && /^(?:TABLE|VIEW)$/.test(upper(tokens, next));
  return makes ? { next, text: 'CREATE' } : null;
};

/**
 * `CREATE TABLE name … AS SELECT`: of what stands between the name and the query only a list of names is kept. Every warehouse
 * has options of its own there; none bears on lineage.
 */
export const madeFromQuery: Rule = (tokens, index) => {
  if (index > 6 || !/^(?:CREATE|DECLARE)$/.test(upper(tokens, 0))) return null;
  let at = index + 1;
  while (/^(?:IF|NOT|EXISTS)$/.test(upper(tokens, at))) at += 1;
  const name = readDottedName(tokens, at, 'generic');
  if (name === null) return null;
  const named = afterNames(tokens, name.next);
  for (at = named; at < tokens.length; at = afterGroup(tokens, at) ?? at + 1) {
    const as = upper(tokens, at) === 'AS';
    let query = as ? at + 1 : at;
    while (as && isSymbol(tokens[query], '(')) query += 1;
    if (!BEGINS_QUERY.has(upper(tokens, query)) || (!as && upper(tokens, query) !== 'SELECT')) continue;
    const next = as ? at + 1 : at;
    return named === at && as ? null : { keep: named, next, text: 'AS' };
  }
  return null;
};

/** The index after `(a, b)`; the same index when no such list stands there. */
function afterNames(tokens: readonly Token[], index: number): number {
  if (!isSymbol(tokens[index], '(')) return index;
  let at = index + 1;
  while (isName(tokens[at]) && isSymbol(tokens[at + 1], ',')) at += 2;
  return isName(tokens[at]) && isSymbol(tokens[at + 1], ')') ? at + 2 : index;
}

/** What may follow the query that a table or view is made from: `WITH NO DATA`, `ON COMMIT PRESERVE ROWS`, `NO PRIMARY INDEX`. */
export const afterQuery: Rule = (tokens, index) => {
  if (upper(tokens, 0) !== 'CREATE' && upper(tokens, 0) !== 'DECLARE') return null;
  const [first, second, third] = [index, index + 1, index + 2].map((at) => upper(tokens, at));
  const ends =
    (first === 'WITH' && /^(?:DATA|LOCAL|CASCADED|CHECK|READ)$/.test(second ?? '')) ||
    (first === 'WITH' && second === 'NO' && /^(?:DATA|SCHEMA)$/.test(third ?? '')) ||
    (first === 'ON' && second === 'COMMIT') ||
    (/^(?:UNIQUE|NO)$/.test(first ?? '') && second === 'PRIMARY') ||
    (first === 'PRIMARY' && second === 'INDEX');
  return ends && index > 4 ? drop(tokens.length) : null;
};

/** `SELECT … INTO TEMP TABLE x` → `INTO x`. */
export const intoTemporary: Rule = (tokens, index) => {
  let next = index + 1;
  while (/^(?:TEMP|TEMPORARY|UNLOGGED|LOCAL|TABLE)$/.test(upper(tokens, next))) next += 1;
  return next === index + 1 || !isName(tokens[next]) ? null : { next, text: 'INTO' };
};

/** MySQL's `INTO OUTFILE 'x'` and `INTO @a, @b`. */
export const intoOutfile: Rule = (tokens, index) => {
  if (/^(?:OUTFILE|DUMPFILE)$/.test(upper(tokens, index + 1))) return drop(index + 3);
  let at = index + 1;
  if (tokens[at]?.kind !== 'variable') return null;
  while (isSymbol(tokens[at + 1], ',') && tokens[at + 2]?.kind === 'variable') at += 2;
  return drop(at + 1);
};

/** T-SQL's `INSERT #x SELECT …`. */
export const insertInto: Rule = (tokens, index) => {
  const next = tokens[index + 1];
  const named = isName(next) || next?.kind === 'variable';
  return index === 0 && named && !/^(?:INTO|TOP|OVERWRITE)$/.test(next?.upper ?? '')
    ? { next: index + 1, text: 'INSERT INTO' }
    : null;
};
