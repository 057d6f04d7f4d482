import { clusterTable } from './cluster-table.ts';
import {
  BEFORE_RELATION,
  BEFORE_TARGET,
  HANDS_ON_TABLE,
  MOMENTS_AND_USERS,
  NOT_AN_ALIAS,
  RESERVED,
  TABLE_HINTS,
} from './keywords.ts';
import { lex } from './lexer.ts';
import { addRead, readAlias, type Scan } from './scan.ts';
import { readDottedName, toTableName } from './table-name.ts';
import { isName } from './token.ts';

/** A token where a relation is expected. Null when none stands there and the token is to be read as in any other place. */
export function onRelation(scan: Scan, index: number): number | null {
  const { frame, tokens, dialect } = scan;
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined) return null;
  if (BEFORE_RELATION.has(token.upper) && next?.upper !== 'VIEW') return index + 1;
  if (token.upper === 'TABLE' && next?.text !== '(') return index + 1;
  // ODBC's { oj a LEFT OUTER JOIN b ON … }
  if (token.upper === 'OJ' && frame.bracket === '{') return index + 1;
  // DB2's FINAL TABLE (INSERT …)
  if (next?.upper === 'TABLE' && /^(?:FINAL|OLD|NEW)$/.test(token.upper)) return index + 1;
  // Databricks' STREAM s.orders
  if (token.upper === 'STREAM' && isName(next) && (tokens[index + 2]?.text === '.' || isStream(scan, index)))
    return index + 1;
  frame.expects = 'nothing';
  if (token.upper === 'VALUES') {
    const after = afterValues(scan, index);
    return after === null ? null : readAlias(scan, after, null, -1);
  }
  if (MOMENTS_AND_USERS.has(token.upper) && next?.text !== '.') return readAlias(scan, index + 1, null, -1);
  if (token.upper === 'SEL' && dialect === 'teradata') return null;
  if (RESERVED.has(token.upper) || (next?.upper === 'FROM' && token.upper === 'ROWS')) return null;
  if (token.upper === 'LATERAL') return null;
  const quoted = namedByString(scan, index);
  if (quoted !== null) return quoted;
  const dotted = readDottedName(tokens, index, dialect);
  if (dotted === null) return index + 1;
  const after = tokens[dotted.next];
  if (after?.kind !== 'symbol' || after.text !== '(') return addRead(scan, dotted, dotted.next);
  if (dialect === 'tsql' && TABLE_HINTS.has(tokens[dotted.next + 1]?.upper ?? '')) {
    return addRead(scan, dotted, (scan.closing[dotted.next] ?? dotted.next) + 1);
  }
  const handed = HANDS_ON_TABLE.has(token.upper) ? readDottedName(tokens, index + 2, dialect) : null;
  if (handed !== null && tokens[handed.next]?.text === ')') return addRead(scan, handed, handed.next + 1);
  const onCluster = clusterTable(scan, index);
  if (onCluster !== null) return addRead(scan, onCluster, onCluster.next);
  // A function that gives rows: its arguments may hold queries, it is no table itself.
  scan.calls = true;
  return dotted.next;
}

/** Databricks reads `FROM STREAM orders` as the stream of a table, never as a table with an alias. */
const isStream = ({ dialect, tokens }: Scan, index: number): boolean =>
  dialect === 'databricks' && !NOT_AN_ALIAS.has(tokens[index + 1]?.upper ?? '');

/** Behind `VALUES (1), (2) AS v`. Null for values that hold queries: they are read like any other expression. */
function afterValues({ closing, tokens }: Scan, index: number): number | null {
  let at = index + 1;
  while (tokens[at]?.text === '(' && (closing[at] ?? -1) > at) {
    const end = (closing[at] ?? at) + 1;
    for (; at < end; at += 1) if (tokens[at]?.upper === 'SELECT') return null;
    if (tokens[at]?.text !== ',' || tokens[at + 1]?.text !== '(') return at;
    at += 1;
  }
  return null;
}

/** Snowflake's `IDENTIFIER('db.s.t')` and `TABLE('db.s.t')`. */
function namedByString(scan: Scan, index: number): number | null {
  const [word, opening, text, end] = scan.tokens.slice(index, index + 4);
  if (word?.upper !== 'IDENTIFIER' && word?.upper !== 'TABLE') return null;
  if (opening?.text !== '(' || text?.kind !== 'string' || end?.text !== ')') return null;
  const name = lex(text.text.replace(/^'|'$/g, ''), scan.dialect);
  const dotted = readDottedName(name, 0, scan.dialect);
  return dotted === null ? null : addRead(scan, dotted, index + 4);
}

/** A token where the table that is written to is expected. */
export function onTarget(scan: Scan, index: number): number | null {
  const { frame, tokens, writes } = scan;
  const token = tokens[index];
  if (token === undefined) return null;
  if (BEFORE_TARGET.has(token.upper)) return index + 1;
  if (token.upper === 'IF' || token.upper === 'NOT' || token.upper === 'EXISTS') return index + 1;
  frame.expects = 'nothing';
  if (RESERVED.has(token.upper)) return null;
  const dotted = readDottedName(tokens, index, scan.dialect);
  if (dotted === null) return index + 1;
  const name = toTableName(dotted, scan.dialect);
  if (name === null) return dotted.next;
  const { creates, temporary } = writes;
  scan.targets.push({ name, creates, temporary: temporary || name.table.startsWith('#') });
  if (scan.verb !== 'UPDATE' && scan.verb !== 'DELETE' && scan.verb !== 'MERGE') return dotted.next;
  // An UPDATE may join on: UPDATE a JOIN b ON … SET …
  frame.inFrom = scan.verb === 'UPDATE';
  const alias = tokens[dotted.next];
  scan.changed.add(name.table.toLowerCase());
  const next = readAlias(scan, dotted.next, name.table.toLowerCase(), -1);
  if (next > dotted.next && alias !== undefined)
    scan.changed.add((tokens[next - 1]?.text ?? '').toLowerCase());
  return next;
}
