import { type DeclaredColumn, declaredColumns } from '../../sql/declared-columns.ts';
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
  const name = nameAt(tokens, index);
  if (name === null) return null;
  const named = afterNames(tokens, name);
  const query = queryFrom(tokens, named);
  if (query === null) return null;
  return query.at === named && query.as ? null : { keep: named, next: query.next, text: 'AS' };
};

/**
 * `CREATE TABLE name (a INT NOT NULL, …) …`: of the declarations the names are kept, and which of them the database fills itself.
 * A query behind them gives its columns in their order.
 */
export const declared: Rule = (tokens, index, sql) => {
  const name = nameAt(tokens, index);
  const list = name === null ? null : declaredColumns(tokens, name);
  if (name === null || list === null || upper(tokens, index) !== 'TABLE') return null;
  const shown = ({ name: { start, end } }: DeclaredColumn): string => sql.slice(start, end);
  const query = queryFrom(tokens, list.next);
  if (query !== null)
    return { keep: name, next: query.next, text: `(${list.columns.map(shown).join(', ')}) AS` };
  const columns = [...list.columns, ...partitions(tokens, list.next)].map(
    (column) => `${shown(column)} INT${column.generated ? ' IDENTITY' : ''}`,
  );
  return { keep: name, next: tokens.length, text: `(${columns.join(', ')})` };
};

/** Hive's `PARTITIONED BY (day STRING)`: columns too. */
function partitions(tokens: readonly Token[], from: number): readonly DeclaredColumn[] {
  const at = tokens.findIndex(
    ({ upper: word }, index) => index >= from && word === 'PARTITIONED' && upper(tokens, index + 1) === 'BY',
  );
  return at < 0 ? [] : (declaredColumns(tokens, at + 2)?.columns.filter((one) => !one.generated) ?? []);
}

/** The index after the name of the table or view that a statement makes at `index`. */
function nameAt(tokens: readonly Token[], index: number): number | null {
  if (index > 6 || !/^(?:CREATE|DECLARE)$/.test(upper(tokens, 0))) return null;
  let at = index + 1;
  while (/^(?:IF|NOT|EXISTS)$/.test(upper(tokens, at))) at += 1;
  return readDottedName(tokens, at, 'generic')?.next ?? null;
}

/** Where the query of a CREATE begins, behind `AS` or without it. */
function queryFrom(
  tokens: readonly Token[],
  from: number,
): { readonly at: number; readonly as: boolean; readonly next: number } | null {
  for (let at = from; at < tokens.length; at = afterGroup(tokens, at) ?? at + 1) {
    const as = upper(tokens, at) === 'AS';
    let query = as ? at + 1 : at;
    while (as && isSymbol(tokens[query], '(')) query += 1;
    if (!BEGINS_QUERY.has(upper(tokens, query)) || (!as && upper(tokens, query) !== 'SELECT')) continue;
    return { at, as, next: as ? at + 1 : at };
  }
  return null;
}

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
