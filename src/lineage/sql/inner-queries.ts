import type { Dialect } from '../dialect.ts';
import { lex } from './lexer.ts';
import type { Token } from './token.ts';

/** Dialects with PostgreSQL's `crosstab`. */
const HAS_CROSSTAB: ReadonlySet<Dialect> = new Set(['postgres', 'redshift', 'vertica', 'generic']);
const CROSSTAB = /\bcrosstab[2-4n]?\s*\(/i;

/** True for a function that is given the text of a query to run where it stands. */
export const runsQuery = (name: string): boolean => /^crosstab[2-4n]?$/i.test(name);

/**
 * Writes the queries that `crosstab('SELECT …', 'SELECT …')` is given as text as queries, so that they are read like any other. Every
 * line stays where it was.
 */
export function openInnerQueries(sql: string, dialect: Dialect): string {
  if (!HAS_CROSSTAB.has(dialect) || !CROSSTAB.test(sql)) return sql;
  const tokens = lex(sql, dialect);
  let opened = '';
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'string' || !token.closed || !isArgument(tokens, index)) continue;
    const query = queryIn(token.text.replace(/^\$\w*\$|\$\w*\$$/g, ''), dialect);
    if (query === null) continue;
    opened += `${sql.slice(at, token.start)}(${query})`;
    at = token.end;
  }
  return opened + sql.slice(at);
}

/** True for a string that is an argument of its own, the first or the second. */
function isArgument(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (next?.text !== ')' && next?.text !== ',') return false;
  const first = tokens[index - 1]?.text === ',' ? index - 2 : index;
  return tokens[first - 1]?.text === '(' && runsQuery(tokens[first - 2]?.text ?? '');
}

/** The query without comments and the semicolon at its end; null for what is none. */
function queryIn(text: string, dialect: Dialect): string | null {
  const all = lex(text, dialect);
  const code = all.filter(({ kind }) => kind !== 'comment');
  const last = code.findLastIndex(({ text: own }) => own !== ';');
  if (!/^(?:SELECT|WITH|VALUES|TABLE)$/.test(code[0]?.upper ?? '')) return null;
  let query = text.slice(0, code[last]?.end);
  for (const { kind, start, end } of all.toReversed()) {
    if (kind === 'comment' && end <= query.length)
      query = query.slice(0, start) + query.slice(start, end).replace(/[^\n]/g, ' ') + query.slice(end);
  }
  return query + text.slice(code[last]?.end).replace(/[^\n]/g, '');
}
