import { newVisible } from './frame.ts';
import {
  ENDS_FROM,
  ENDS_QUERY_AFTER_FOR,
  INTO_MAKES_TABLE,
  READS_NOTHING,
  RECURSIVE_IS_OPTIONAL,
} from './keywords.ts';
import { onFrom } from './on-from.ts';
import { onVerb } from './on-verb.ts';
import { onWholeTable } from './on-whole-table.ts';
import { beginRelation, endFrom, expectTarget, type Scan } from './scan.ts';
import { isName } from './token.ts';
import { beginWithList } from './with-list.ts';

const SET_OPERATORS = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'MINUS']);
const BEFORE_STATEMENT = new Set(['BEGIN', 'ELSE', 'EXPLAIN', 'ANALYZE', 'VERBOSE', ')']);
/** Words that open or close a FROM clause only in these statements. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  WHEN: ['MERGE'],
  SET: ['UPDATE', 'MERGE'],
};

/** A word that stands where no name is expected. */
export function onWord(scan: Scan, index: number, first: boolean): number {
  const { frame, tokens } = scan;
  const word = tokens[index]?.upper ?? '';
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (isPartOfPath(scan, index)) return index + 1;
  if (first && frame.around === null) {
    scan.verb = word;
    if (READS_NOTHING.has(word)) scan.stopped = true;
  }
  const starts = first || BEFORE_STATEMENT.has(previous?.upper || previous?.text || '');
  switch (word) {
    case 'WITH':
      return beginWithList(scan, index) ?? index + 1;
    case 'SELECT':
    case 'SEL':
      if (word === 'SEL' && !first && scan.dialect !== 'teradata') return index + 1;
      frame.query = true;
      frame.visible = newVisible(frame.around, frame.relation);
      endFrom(scan);
      return index + 1;
    case 'FROM':
      return onFrom(scan, index, first);
    case 'JOIN':
    case 'STRAIGHT_JOIN':
      if (previous?.upper === 'ARRAY') endFrom(scan);
      else if (previous?.upper === 'FOR') return index + 1;
      else if (frame.inFrom || (frame.query && word === 'JOIN')) beginRelation(scan);
      return index + 1;
    case 'APPLY':
      if (previous?.upper === 'CROSS' || previous?.upper === 'OUTER') beginRelation(scan);
      return index + 1;
    case 'VIEW':
      // LATERAL VIEW explode(a) t AS b, c
      if (previous?.upper === 'LATERAL') endFrom(scan);
      return index + 1;
    case 'USING':
      return onUsing(scan, index);
    case 'IN':
      // ClickHouse: WHERE id IN wanted_ids
      if (scan.dialect === 'clickhouse' && isName(next) && !isValue(scan, index + 1))
        frame.expects = 'relation';
      return index + 1;
    case 'ON':
      if (handsOnTable(scan, index, first)) frame.expects = 'relation';
      return index + 1;
    case 'DATA':
      // T-SQL's PREDICT(MODEL = m, DATA = orders AS d)
      if (frame.call !== 'PREDICT' || next?.text !== '=') return index + 1;
      frame.expects = 'relation';
      return index + 2;
    case 'FOR':
      if (ENDS_QUERY_AFTER_FOR.has(next?.upper ?? '')) endFrom(scan);
      return index + 1;
    case 'TABLE':
    case 'AS':
    case 'CLONE':
    case 'COPY':
      return onWholeTable(scan, index, first);
    case 'INTO':
      if (!INTO_MAKES_TABLE.has(scan.dialect)) return index + 1;
      if (frame.query && !frame.inFrom && next !== undefined && isName(next)) {
        const temporary = /^TEMP(ORARY)?$/.test(next.upper);
        if (next.upper !== 'OUTFILE' && next.upper !== 'DUMPFILE')
          expectTarget(scan, { creates: true, temporary, recursive: false });
      }
      return index + 1;
    case 'INSERT':
    case 'REPLACE':
    case 'UPDATE':
    case 'DELETE':
    case 'MERGE':
    case 'CREATE':
    case 'CACHE':
    case 'DECLARE':
      return onVerb(scan, index, starts);
  }
  if (SET_OPERATORS.has(word)) return onSetOperator(scan, index);
  // MySQL's USE INDEX FOR ORDER BY (i)
  const apart = previous?.upper === 'WITH' || previous?.upper === 'FOR';
  if (ENDS_FROM.has(word) && !apart && (ONLY_IN[word]?.includes(scan.verb) ?? true)) endFrom(scan);
  return index + 1;
}

/**
 * A table handed to Hive's or Teradata's `npath(ON clicks PARTITION BY u ON users DIMENSION …)`; not `LISTAGG(x, ',' ON OVERFLOW ERROR)`.
 */
function handsOnTable({ dialect, frame, tokens }: Scan, index: number, first: boolean): boolean {
  const next = tokens[index + 1];
  const again = dialect === 'teradata' && !/^(?:ERROR|EMPTY|OVERFLOW|NULL)$/.test(next?.upper ?? '');
  return frame.call !== null && !frame.query && isName(next) && (first || again);
}

const isValue = ({ tokens, valueNames }: Scan, index: number): boolean =>
  tokens[index + 1]?.text !== '.' && valueNames.has(tokens[index]?.text.toLowerCase() ?? '');

/** True for the parts of `x.from` and of Snowflake's `x:from`, and for `set.x`. */
function isPartOfPath({ tokens, dialect }: Scan, index: number): boolean {
  const [previous, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (previous?.kind === 'symbol' && previous.text === '.') return true;
  const colon = previous?.kind === 'symbol' && previous.text === ':' && previous.end === token?.start;
  if (colon && (dialect === 'snowflake' || dialect === 'databricks')) return true;
  return next?.kind === 'symbol' && next.text === '.' && next.start === token?.end;
}

function onUsing(scan: Scan, index: number): number {
  const [opening, inner] = [scan.tokens[index + 1], scan.tokens[index + 2]];
  const query = opening?.text === '(' && (inner?.upper === 'SELECT' || inner?.upper === 'WITH');
  const lists = scan.verb === 'MERGE' || scan.verb === 'DELETE';
  // Inside a FROM clause it is a join's.
  if (lists && (query || isName(opening)) && !scan.frame.inFrom) beginRelation(scan);
  return index + 1;
}

function onSetOperator(scan: Scan, index: number): number {
  const { frame, tokens } = scan;
  // SELECT * EXCEPT (column)
  if (tokens[index - 1]?.text === '*') return index + 1;
  frame.visible = newVisible(frame.around, frame.relation);
  if (frame.cte !== null && RECURSIVE_IS_OPTIONAL.has(scan.dialect)) frame.scope.names.add(frame.cte);
  endFrom(scan);
  return index + 1;
}
