import type { Dialect } from '../dialect.ts';
import { readDottedName } from '../sql/table-name.ts';
import { isName, type Token } from '../sql/token.ts';
import { addStage, type PipeReader } from './pipe-operators.ts';
import { createPipeline } from './pipeline.ts';
import { afterBracket, isSign, type Range, rangeText } from './token-range.ts';

const HAVE_PIPES: ReadonlySet<Dialect> = new Set(['bigquery', 'databricks', 'spark']);

/**
 * A statement in pipe syntax (`FROM t |> WHERE … |> SELECT …`) as nested SELECTs, which mean the same for lineage and which the parser
 * knows. Null for a statement without pipes, and for one with an operator that nobody knows.
 */
export function withoutPipes(sql: string, tokens: readonly Token[], dialect: Dialect): string | null {
  if (!HAVE_PIPES.has(dialect) || !tokens.some((_, at) => isPipe(tokens, at))) return null;
  let known = true;
  const reader: PipeReader = {
    tokens,
    dialect,
    text: ({ from, to }) => rangeText(sql, tokens, from, to, reader.query),
    query: (range) => {
      const text = queryIn(reader, range);
      if (text === null) known = false;
      return text ?? '';
    },
  };
  const text = reader.query({ from: 0, to: tokens.length });
  return known ? text : null;
}

const isPipe = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at], '|') && isSign(tokens[at + 1], '>') && tokens[at]?.end === tokens[at + 1]?.start;

/** What stands in one pair of brackets, or in the statement as a whole; null when it has an operator that nobody knows. */
function queryIn(reader: PipeReader, range: Range): string | null {
  const { tokens } = reader;
  const stages = stagesOf(tokens, range);
  const [head = range, ...others] = stages;
  const query = beginningOf(tokens, head);
  if (others.length === 0)
    return (query?.word === 'FROM' && query.at === head.from ? 'SELECT * ' : '') + reader.text(range);
  if (query === null) return null;
  const prefix = { from: head.from, to: query.at };
  const pipeline = createPipeline(reader.text(prefix), hasWith(tokens, prefix));
  if (query.word === 'FROM' || query.word === 'TABLE') {
    const relations = { from: query.at + 1, to: head.to };
    pipeline.begin(reader.text(relations), nameOf(reader, relations));
  } else pipeline.enclose(reader.text({ from: query.at, to: head.to }));
  for (const stage of others) if (!addStage(reader, pipeline, stage)) return null;
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
function nameOf({ tokens, dialect }: PipeReader, { from, to }: Range): string | null {
  const dotted = readDottedName(tokens, from, dialect);
  if (dotted === null) return null;
  const at = tokens[dotted.next]?.upper === 'AS' ? dotted.next + 1 : dotted.next;
  if (at >= to) return dotted.parts.at(-1) ?? null;
  return at === to - 1 && isName(tokens[at]) ? (tokens[at]?.text ?? null) : null;
}
