import { beginRelation, type Scan } from './scan.ts';
import { readDottedName } from './table-name.ts';
import { isName } from './token.ts';

const BEFORE_QUERY = new Set('AS ALL DISTINCT UNION INTERSECT EXCEPT MINUS'.split(' '));

/** TABLE, AS, CLONE or COPY before the name of a table that is read as a whole, without SELECT. */
export function onWholeTable(scan: Scan, index: number, first: boolean): number {
  const { frame, tokens } = scan;
  const word = tokens[index]?.upper;
  if (!isName(tokens[index + 1])) return index + 1;
  if (word === 'TABLE') {
    // In a call it is one argument: what follows the comma is another.
    if (frame.call !== null) frame.expects = 'relation';
    else if (first || isQuery(scan, index)) beginRelation(scan);
    return index + 1;
  }
  // Snowflake's CREATE TABLE x COPY GRANTS AS SELECT …
  if (word === 'COPY' && tokens[index + 1]?.upper === 'GRANTS') return index + 2;
  const creates = scan.writes.creates && !frame.query && frame.around === null;
  // LIKE, their relative, takes the columns alone.
  if (creates && (word !== 'AS' || copiesRows(scan, index + 1))) beginRelation(scan);
  return index + 1;
}

/** `INSERT INTO x TABLE t`, `CREATE TABLE x AS TABLE t`, `… UNION ALL TABLE t`. */
const isQuery = ({ frame, tokens, verb }: Scan, index: number): boolean =>
  BEFORE_QUERY.has(tokens[index - 1]?.upper ?? '') ||
  (verb === 'INSERT' && frame.around === null && !frame.query);

/** Teradata's `CREATE TABLE x AS t WITH DATA`. */
function copiesRows({ dialect, tokens }: Scan, index: number): boolean {
  const next = readDottedName(tokens, index, dialect)?.next;
  return next !== undefined && tokens[next]?.upper === 'WITH' && tokens[next + 1]?.upper === 'DATA';
}
