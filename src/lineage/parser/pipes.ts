import type { Dialect } from '../dialect.ts';
import { readDottedName } from '../sql/table-name.ts';
import { isName, type Token } from '../sql/token.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { afterBracket, isSign, listOf, rangeText, withoutOrder } from './token-range.ts';

const HAVE_PIPES: ReadonlySet<Dialect> = new Set(['bigquery', 'databricks', 'spark']);

/** Tokens of a statement, from one index to before another. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * A statement in pipe syntax (`FROM t |> WHERE … |> SELECT …`) as nested SELECTs, which mean the same for lineage and which the parser
 * knows. Null for a statement without pipes, and for one with an operator that nobody knows.
 */
export function withoutPipes(sql: string, tokens: readonly Token[], dialect: Dialect): string | null {
  if (!HAVE_PIPES.has(dialect) || !tokens.some((_, at) => isPipe(tokens, at))) return null;
  const reader: Reader = { sql, tokens, dialect, text: (range) => textOf(reader, range), known: true };
  const text = queryIn(reader, { from: 0, to: tokens.length });
  return reader.known ? text : null;
}

interface Reader {
  readonly sql: string;
  readonly tokens: readonly Token[];
  readonly dialect: Dialect;
  /** The text of a range; the queries in its brackets are rewritten. */
  text(range: Range): string;
  known: boolean;
}

const isPipe = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at], '|') && isSign(tokens[at + 1], '>') && tokens[at]?.end === tokens[at + 1]?.start;

const textOf = ({ sql, tokens, ...reader }: Reader, { from, to }: Range): string =>
  rangeText(sql, tokens, from, to, (inner) => queryIn({ sql, tokens, ...reader }, inner));

/** What stands in one pair of brackets, or in the statement as a whole. */
function queryIn(reader: Reader, range: Range): string {
  const { tokens } = reader;
  const stages = stagesOf(tokens, range);
  const [head = range, ...others] = stages;
  const query = beginningOf(tokens, head);
  if (others.length === 0)
    return (query?.word === 'FROM' && query.at === head.from ? 'SELECT * ' : '') + reader.text(range);
  if (query === null) {
    reader.known = false;
    return '';
  }
  const prefix = { from: head.from, to: query.at };
  const pipeline = createPipeline(reader.text(prefix), hasWith(tokens, prefix));
  if (query.word === 'FROM' || query.word === 'TABLE') {
    const relations = { from: query.at + 1, to: head.to };
    pipeline.begin(reader.text(relations), nameOf(reader, relations));
  } else pipeline.enclose(reader.text({ from: query.at, to: head.to }));
  for (const stage of others) if (!addStage(reader, pipeline, stage)) reader.known = false;
  return pipeline.text();
}

function stagesOf(tokens: readonly Token[], { from, to }: Range): readonly Range[] {
  const stages: Range[] = [];
  let begun = from;
  for (let at = from; at < to; at = afterBracket(tokens, at) ?? at + 1) {
    if (!isPipe(tokens, at)) continue;
    stages.push({ from: begun, to: at });
    begun = at + 2;
  }
  return [...stages, { from: begun, to }];
}

/** Where the query itself begins: behind CREATE … AS, INSERT INTO … and a WITH list. */
function beginningOf(tokens: readonly Token[], { from, to }: Range): { at: number; word: string } | null {
  for (let at = from; at < to; at = afterBracket(tokens, at) ?? at + 1) {
    const word = tokens[at]?.upper ?? '';
    if (word === 'FROM' || word === 'SELECT' || word === 'VALUES') return { at, word };
    if (word === 'TABLE' && at === from) return { at, word };
    if (isSign(tokens[at], '(') && at === from) return { at, word: '(' };
  }
  return null;
}

function hasWith(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from; at < to; at = afterBracket(tokens, at) ?? at + 1)
    if (tokens[at]?.upper === 'WITH') return true;
  return false;
}

/** What a FROM with one relation calls it; null when it has several. */
function nameOf({ tokens, dialect }: Reader, { from, to }: Range): string | null {
  const dotted = readDottedName(tokens, from, dialect);
  if (dotted === null) return null;
  const at = tokens[dotted.next]?.upper === 'AS' ? dotted.next + 1 : dotted.next;
  if (at >= to) return dotted.parts.at(-1) ?? null;
  return at === to - 1 && isName(tokens[at]) ? (tokens[at]?.text ?? null) : null;
}

const CHANGES_NO_COLUMN = new Set(
  'ORDER LIMIT OFFSET TABLESAMPLE DISTINCT ASSERT LOG DESCRIBE STATIC_DESCRIBE SORT CLUSTER DISTRIBUTE'.split(
    ' ',
  ),
);
const SET_OPERATORS = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'MINUS']);

/** One operator; false for one that is not known. */
function addStage(reader: Reader, pipeline: Pipeline, stage: Range): boolean {
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
function aggregated(reader: Reader, { from, to }: Range): string {
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
const replaced = (reader: Reader, { from, to }: Range): string =>
  `${reader.text({ from: from + 2, to })} AS ${reader.text({ from, to: from + 1 })}`;

/** `a b` → `a AS b` */
function renamed(reader: Reader, { from, to }: Range): string {
  return `${reader.text({ from, to: from + 1 })} AS ${reader.text({ from: to - 1, to })}`;
}

/** `CALL f(1) AS x`: the rows are the first argument. */
function call(reader: Reader, pipeline: Pipeline, { from, to }: Range): boolean {
  const name = readDottedName(reader.tokens, from, reader.dialect);
  const next = name === null ? null : afterBracket(reader.tokens, name.next);
  if (name === null || next === null) return false;
  const args = reader.text({ from: name.next + 1, to: next - 1 });
  pipeline.call(reader.text({ from, to: name.next }), args, reader.text({ from: next, to }));
  return true;
}

/** `UNION ALL (SELECT …), (SELECT …)` */
function combine(reader: Reader, pipeline: Pipeline, { from, to }: Range): boolean {
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
    isSign(tokens[one.from], '(') ? reader.text(one) : queryIn(reader, one),
  );
  pipeline.combine(operator.map(({ upper }) => upper).join(' '), queries);
  return queries.length > 0;
}
