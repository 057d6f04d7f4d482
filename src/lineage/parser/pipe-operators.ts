import type { Dialect } from '../dialect.ts';
import { readDottedName } from '../sql/table-name.ts';
import type { Token } from '../sql/token.ts';
import type { Pipeline } from './pipeline.ts';
import { afterBracket, isSign, listOf, type Range, withoutOrder } from './token-range.ts';

/** Reads a statement in pipe syntax. */
export interface PipeReader {
  readonly tokens: readonly Token[];
  readonly dialect: Dialect;
  /** The text of a range; the queries in its brackets are rewritten. */
  text(range: Range): string;
  /** The text of a range that is a query itself. */
  query(range: Range): string;
}

const CHANGES_NO_COLUMN = new Set(
  'ORDER LIMIT OFFSET TABLESAMPLE DISTINCT ASSERT LOG DESCRIBE STATIC_DESCRIBE SORT CLUSTER DISTRIBUTE'.split(
    ' ',
  ),
);
const SET_OPERATORS = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'MINUS']);

/** One operator; false for one that is not known. */
export function addStage(reader: PipeReader, pipeline: Pipeline, stage: Range): boolean {
  const { tokens } = reader;
  const { from, to } = stage;
  const word = tokens[from]?.upper ?? '';
  const rest = { from: from + 1, to };
  const items = (range: Range): readonly Range[] => listOf(tokens, range.from, range.to);
  const texts = (range: Range): string =>
    items(range)
      .map((one) => reader.text(one))
      .join(', ');
  if (CHANGES_NO_COLUMN.has(word)) return true;
  if (word === 'WHERE') pipeline.where(reader.text(rest));
  else if (word === 'SELECT') pipeline.select(texts(rest));
  else if (word === 'EXTEND' || word === 'WINDOW') pipeline.extend(texts(rest));
  else if (word === 'AGGREGATE') pipeline.select(aggregated(reader, rest));
  else if (word === 'SET')
    pipeline.change(
      `REPLACE (${items(rest)
        .map((one) => replaced(reader, one))
        .join(', ')})`,
    );
  else if (word === 'RENAME')
    pipeline.change(
      `RENAME (${items(rest)
        .map((one) => renamed(reader, one))
        .join(', ')})`,
    );
  else if (word === 'DROP') pipeline.change(`EXCEPT (${texts(rest)})`);
  else if (word === 'AS') pipeline.as(reader.text(rest));
  else if (word === 'WITH') pipeline.with(reader.text(rest));
  else if (word === 'CALL') return call(reader, pipeline, rest);
  else if (word === 'PIVOT' || word === 'UNPIVOT') pipeline.turn(reader.text(stage));
  else if (word === 'MATCH_RECOGNIZE' || word === 'LATERAL') pipeline.join(reader.text(stage));
  else if (hasWord(tokens, stage, (one) => SET_OPERATORS.has(one))) return combine(reader, pipeline, stage);
  else if (hasWord(tokens, stage, (one) => one === 'JOIN')) pipeline.join(reader.text(stage));
  else return false;
  return true;
}

/** True when a word of that kind is among the first of a stage: `FULL OUTER UNION ALL BY NAME`, `LEFT OUTER JOIN`. */
const hasWord = (tokens: readonly Token[], { from, to }: Range, is: (word: string) => boolean): boolean =>
  tokens.slice(from, Math.min(from + 4, to)).some(({ upper }) => is(upper));

/** `AGGREGATE SUM(a) AS s GROUP BY b, c AS d DESC`: the keys come first. */
function aggregated(reader: PipeReader, { from, to }: Range): string {
  const { tokens } = reader;
  let group = to;
  for (let at = from; at < to; at = afterBracket(tokens, at) ?? at + 1)
    if (tokens[at]?.upper === 'GROUP') group = at;
  let keys = group + 1;
  while (keys < to && tokens[keys]?.upper !== 'BY') keys += 1;
  const wanted = [...keysIn(tokens, { from: keys + 1, to }), ...listOf(tokens, from, group)];
  const texts = wanted.map((one) => reader.text(withoutOrder(tokens, one)));
  return [...new Set(texts)].join(', ');
}

/** The keys of a GROUP BY, those in ROLLUP, CUBE and GROUPING SETS too. */
function keysIn(tokens: readonly Token[], range: Range): readonly Range[] {
  if (range.from >= range.to) return [];
  return listOf(tokens, range.from, range.to).flatMap((one) => {
    const word = tokens[one.from]?.upper ?? '';
    const opening =
      word === 'GROUPING' ? one.from + 2 : /^(?:ROLLUP|CUBE)$/.test(word) ? one.from + 1 : one.from;
    if (opening === one.from && (!isSign(tokens[opening], '(') || afterBracket(tokens, opening) !== one.to))
      return [one];
    const next = afterBracket(tokens, opening);
    return next === null ? [one] : keysIn(tokens, { from: opening + 1, to: next - 1 });
  });
}

/** `a = b + 1` → `b + 1 AS a` */
const replaced = (reader: PipeReader, { from, to }: Range): string =>
  `${reader.text({ from: from + 2, to })} AS ${reader.text({ from, to: from + 1 })}`;

/** `a b` → `a AS b` */
function renamed(reader: PipeReader, { from, to }: Range): string {
  return `${reader.text({ from, to: from + 1 })} AS ${reader.text({ from: to - 1, to })}`;
}

/** `CALL f(1) AS x`: the rows are the first argument. */
function call(reader: PipeReader, pipeline: Pipeline, { from, to }: Range): boolean {
  const name = readDottedName(reader.tokens, from, reader.dialect);
  const next = name === null ? null : afterBracket(reader.tokens, name.next);
  if (name === null || next === null) return false;
  const args = reader.text({ from: name.next + 1, to: next - 1 });
  pipeline.call(reader.text({ from, to: name.next }), args, reader.text({ from: next, to }));
  return true;
}

/** `UNION ALL (SELECT …), (SELECT …)` */
function combine(reader: PipeReader, pipeline: Pipeline, { from, to }: Range): boolean {
  const { tokens } = reader;
  let at = from;
  while (
    at < to &&
    /^(?:FULL|LEFT|OUTER|INNER|UNION|INTERSECT|EXCEPT|MINUS|ALL|DISTINCT|BY|NAME|STRICT|CORRESPONDING|MATCHING)$/.test(
      tokens[at]?.upper ?? '',
    )
  )
    at += 1;
  const operator = tokens
    .slice(from, at)
    .filter(({ upper }) => /^(?:UNION|INTERSECT|EXCEPT|MINUS|ALL|DISTINCT|BY|NAME)$/.test(upper));
  const queries = listOf(tokens, at, to).map((one) =>
    isSign(tokens[one.from], '(') ? reader.text(one) : reader.query(one),
  );
  pipeline.combine(operator.map(({ upper }) => upper).join(' '), queries);
  return queries.length > 0;
}
