import { readDottedName } from '../../sql/table-name.ts';
import { afterGroup, drop, isName, isSymbol, type Rule, upper } from './rule.ts';

const BEFORE_RELATION = new Set(['FROM', 'JOIN', ',']);

const isRelation = (tokens: Parameters<Rule>[0], index: number): boolean =>
  BEFORE_RELATION.has(tokens[index - 1]?.upper || (tokens[index - 1]?.text ?? ''));

/** ClickHouse's `cluster('c', db.t)` and `cluster('c', 'db', 't')` → `db.t`. */
export const onCluster: Rule = (tokens, index) => {
  const next = afterGroup(tokens, index + 1);
  if (next === null || !isRelation(tokens, index) || !isSymbol(tokens[index + 3], ',')) return null;
  const parts: string[] = [];
  for (let at = index + 4; at < next && parts.length < 2; at += 2) {
    const { kind, text = '' } = tokens[at] ?? {};
    if (kind !== 'word' && kind !== 'name' && kind !== 'string') return null;
    const plain = kind === 'string' ? text.replace(/^'|'$/g, '') : text;
    parts.push(`\`${plain}\``);
    if (!isSymbol(tokens[at + 1], '.') && !isSymbol(tokens[at + 1], ',')) break;
  }
  // What is no name and no string, such as view(SELECT …), is left to the parser.
  const isCall = isSymbol(tokens[index + 5], '(');
  return parts.length === 0 || isCall ? null : { next, text: parts.join('.') };
};

/** Databricks' `STREAM(s.orders)` and `STREAM s.orders` → `s.orders`. */
export const stream: Rule = (tokens, index, sql) => {
  if (!isRelation(tokens, index)) return null;
  const next = afterGroup(tokens, index + 1);
  const named = readDottedName(tokens, next === null ? index + 1 : index + 2, 'databricks');
  if (named === null) return null;
  if (next === null) return ENDS_RELATION.has(upper(tokens, index + 1)) ? null : drop(index + 1);
  return isSymbol(tokens[named.next], ')')
    ? { next, text: sql.slice(tokens[index + 2]?.start, tokens[named.next - 1]?.end) }
    : null;
};

const ENDS_RELATION = new Set(
  `AS ON USING WHERE GROUP ORDER HAVING LIMIT JOIN INNER LEFT RIGHT FULL CROSS NATURAL ANTI SEMI LATERAL UNION INTERSECT EXCEPT MINUS
  QUALIFY WINDOW TABLESAMPLE PIVOT UNPIVOT SORT CLUSTER DISTRIBUTE VERSION TIMESTAMP FOR WITH`.split(/\s+/),
);

/**
 * T-SQL's `PREDICT(MODEL = m, DATA = orders AS d) WITH (score float) AS p` → `orders AS d CROSS JOIN (SELECT NULL AS score) AS p`: the
 * rows of the data, and beside them what the model says. A model that a query gives stays as that query's relation.
 */
export const predict: Rule = (tokens, index, sql) => {
  const next = isRelation(tokens, index) ? afterGroup(tokens, index + 1) : null;
  if (next === null || upper(tokens, next) !== 'WITH') return null;
  const end = afterGroup(tokens, next + 1);
  if (end === null) return null;
  const [data, model] = ['DATA', 'MODEL'].map((name) => argument(tokens, index + 2, next - 1, name));
  if (data === undefined || data === '') return null;
  const columns = tokens
    .slice(next + 2, end)
    .filter((token, at, all) => isName(token) && (at === 0 || isSymbol(all[at - 1], ',')))
    .map(({ start, end: to }) => `NULL AS ${sql.slice(start, to)}`);
  const from = model?.startsWith('(') ? ` FROM ${model} AS model_` : '';
  return { next: end, text: `${data} CROSS JOIN (SELECT ${columns.join(', ')}${from})` };

  function argument(all: typeof tokens, from_: number, to: number, name: string): string {
    for (let at = from_; at < to; at = afterGroup(all, at) ?? at + 1) {
      if (upper(all, at) !== name || !isSymbol(all[at + 1], '=')) continue;
      let last = at + 2;
      while (last < to && !isSymbol(all[last], ',')) last = afterGroup(all, last) ?? last + 1;
      return sql.slice(all[at + 2]?.start, all[last - 1]?.end);
    }
    return '';
  }
};

/**
 * Teradata's table operators, `nPath(ON clicks PARTITION BY u ON (SELECT …) AS d DIMENSION USING …)`, as a call with a query for each
 * of the tables.
 */
export const tableOperator: Rule = (tokens, index, sql) => {
  const next =
    upper(tokens, index + 1) === 'ON' && isName(tokens[index - 1]) ? afterGroup(tokens, index) : null;
  if (next === null) return null;
  const read: string[] = [];
  for (
    let at = index + 1;
    at < next - 1 && upper(tokens, at) !== 'USING';
    at = afterGroup(tokens, at) ?? at + 1
  ) {
    if (upper(tokens, at) !== 'ON') continue;
    const end = afterGroup(tokens, at + 1) ?? readDottedName(tokens, at + 1, 'teradata')?.next ?? at + 1;
    const relation = sql.slice(tokens[at + 1]?.start, tokens[end - 1]?.end);
    if (end > at + 1) read.push(`(SELECT 1 FROM ${relation} AS on_)`);
  }
  return { next, text: `(${read.join(', ')})` };
};
