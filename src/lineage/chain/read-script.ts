import type { Dialect } from '../dialect.ts';
import { UNKNOWN_NAME } from '../liquid/unknown.ts';
import type { AstNode, SqlParser } from '../parser/sql-parser.ts';
import type { Diagnostic, FoundTable, TableName } from '../sources.ts';
import { openInnerQueries } from '../sql/inner-queries.ts';
import { lex } from '../sql/lexer.ts';
import { createMadeTables, type MadeTables } from '../sql/made-tables.ts';
import { contextAfter, inContext, type NameContext, NO_CONTEXT } from '../sql/name-context.ts';
import { splitStatements } from '../sql/split-statements.ts';
import type { Token } from '../sql/token.ts';
import { nameKey } from './name-key.ts';
import { readStatement, type StatementReading } from './read-statement.ts';

/** What a script of SQL reads. */
export interface ScriptReading {
  /** Each table once, in the order in which the script reads them. */
  readonly tables: readonly Omit<FoundTable, 'conditional'>[];
  readonly understood: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The trees of its statements; null when the one that gives the last result set has none. */
  readonly trees: readonly AstNode[] | null;
  /** The whole name of a table as it is written somewhere in the script; undefined for what is no table of the catalog. */
  readonly wholeName: (written: TableName) => TableName | undefined;
}

/** Statements read before, by their text: renderings of one query have most of them in common. */
export type Seen = Map<string, StatementReading>;

/**
 * The tables that a script reads. A temporary table, view or table that the script makes itself is not among them: what it was
 * made from is. A statement that cannot be parsed loses nothing of the others.
 */
export function readScript(
  script: string,
  dialect: Dialect,
  parser: SqlParser | null,
  seen: Seen = new Map(),
): ScriptReading {
  const sql = openInnerQueries(script, dialect);
  const all = lex(sql, dialect);
  const unclosed = unclosedAt(sql, all);
  const made = createMadeTables();
  const found = new Map<string, Omit<FoundTable, 'conditional'>>();
  const names = new Map<string, TableName>();
  const diagnostics: Diagnostic[] = [...unclosed];
  const trees: AstNode[] = [];
  let [context, understood, shown]: [NameContext, boolean, boolean] = [NO_CONTEXT, false, true];
  const lineOf = lineCounter(sql);
  const statements = splitStatements(
    sql,
    all.filter(({ kind }) => kind !== 'comment'),
    dialect,
  );
  // Nothing but comments is no riddle.
  if (statements.length === 0) understood = unclosed.length === 0;
  for (const tokens of statements) {
    const start = tokens[0]?.start ?? 0;
    const text = sql.slice(start, tokens.at(-1)?.end);
    const reading = seen.get(text) ?? readStatement(sql, tokens, dialect, parser);
    seen.set(text, { ...reading, diagnostics: [] });
    const sure = reading.confidence === 'high' && unclosed.length === 0;
    for (const read of reading.reads) {
      if (made.has(read)) continue;
      const name = known(inContext(read, context, dialect));
      names.set(nameKey(read), name);
      const before = found.get(nameKey(name));
      if (before?.confidence !== 'high')
        found.set(nameKey(name), { name, confidence: sure ? 'high' : 'low' });
    }
    const above = lineOf(start) - 1;
    diagnostics.push(...reading.diagnostics.map((one) => lowered(one, above)));
    if (reading.givesRows) shown = reading.trees !== null;
    trees.push(...(reading.trees ?? []));
    note(made, reading);
    understood ||= reading.understood;
    context = contextAfter(context, tokens, dialect);
  }
  return {
    tables: [...found.values()],
    understood,
    diagnostics,
    trees: shown ? trees : null,
    wholeName: (written) => (made.has(written) ? undefined : names.get(nameKey(written))),
  };
}

function note(made: MadeTables, { targets }: StatementReading): void {
  for (const target of targets) if (target.creates || target.temporary) made.add(target);
}

/** A part that no value is known for is left open; what is known of a wildcard stays. */
function known(name: TableName): TableName {
  const part = (text: string | null): string | null => (text?.includes(UNKNOWN_NAME) ? null : text);
  const table = name.table.replaceAll(UNKNOWN_NAME, '').replace(/\*+$/, '*');
  return { ...name, db: part(name.db), schema: part(name.schema), table };
}

const lowered = (diagnostic: Diagnostic, lines: number): Diagnostic =>
  diagnostic.line === undefined ? diagnostic : { ...diagnostic, line: diagnostic.line + lines };

function unclosedAt(sql: string, tokens: readonly Token[]): Diagnostic[] {
  const last = tokens.at(-1);
  if (last === undefined || last.closed) return [];
  const what = { string: 'string', name: 'quoted name', comment: 'comment' }[last.kind as string] ?? 'text';
  const line = lineCounter(sql)(last.start);
  return [{ code: 'sql-unclosed', message: `A ${what} begins here and never ends.`, line }];
}

/** Counts lines from 1; fast for offsets that grow. */
function lineCounter(text: string): (offset: number) => number {
  let [line, next, last] = [1, text.indexOf('\n'), 0];
  return (offset) => {
    if (offset < last) [line, next] = [1, text.indexOf('\n')];
    last = offset;
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}
