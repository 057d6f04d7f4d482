import { nameKey } from './chain/name-key.ts';
import { readScript, type ScriptReading, type Seen } from './chain/read-script.ts';
import type { ColumnCatalog } from './columns/column-catalog.ts';
import { columnsOfScript } from './columns-of-script.ts';
import type { Dialect } from './dialect.ts';
import type { Definitions } from './liquid/definitions.ts';
import type { Parameters } from './liquid/forms.ts';
import { renderQuery } from './liquid/render.ts';
import type { SqlParser } from './parser/sql-parser.ts';
import type { Diagnostic, FoundTable, OutputColumn, SqlReading } from './sources.ts';

export interface ReadSqlOptions {
  readonly dialect: Dialect;
  readonly definitions: Definitions;
  /** What the forms of all queries of the report define. */
  readonly parameters: Parameters;
  /** Without one the scanner reads alone: there are tables, and no columns. */
  readonly parser?: SqlParser;
}

/** What one query reads, and its columns as soon as somebody knows those of its tables. */
export interface OpenReading {
  readonly reading: SqlReading;
  /** The output columns of the last result set; null when they are not known. It holds the syntax tree for as long as it lives. */
  readonly columnsWith: (catalog: ColumnCatalog) => readonly OutputColumn[] | null;
}

/** Longer texts are no SQL that somebody wrote. */
const MOST_CHARACTERS = 5_000_000;

/** `openSql` with a catalog that knows no table, or the one given. */
export function readSql(
  text: string,
  options: ReadSqlOptions,
  catalog: ColumnCatalog = () => undefined,
): SqlReading {
  const { reading, columnsWith } = openSql(text, options);
  return { ...reading, columns: columnsWith(catalog) };
}

/**
 * What one query reads: its Liquid is rendered, each statement read by the scanner and the parser. A table that only another branch
 * than the default one reads is conditional. It never throws, whatever the text.
 */
export function openSql(text: string, options: ReadSqlOptions): OpenReading {
  const { dialect, parser = null } = options;
  if (text.length > MOST_CHARACTERS) return unread(dialect, tooLong(text));
  const { main, lines, others, broken, diagnostics } = renderQuery(text, options);
  const seen: Seen = new Map();
  const script = readScript(main, dialect, parser, seen);
  const found = new Map<string, FoundTable>();
  const add = ({ tables }: ScriptReading, conditional: boolean): void => {
    for (const { name, confidence } of tables) {
      const key = nameKey(name);
      const sure = confidence === 'high' && !broken && script.understood;
      if (!found.has(key)) found.set(key, { name, conditional, confidence: sure ? 'high' : 'low' });
    }
  };
  add(script, false);
  const alternatives = others.map((other) => readScript(other, dialect, parser, seen));
  for (const alternative of alternatives) add(alternative, true);
  // A query that is all in branches shows what one of them does.
  const shown = main.trim() === '' ? (alternatives.find(({ understood }) => understood) ?? script) : script;
  const reading: SqlReading = {
    dialect,
    rendered: main,
    lines,
    tables: [...found.values()],
    columns: null,
    diagnostics: [...diagnostics, ...script.diagnostics.map((one) => inAuthorsText(one, lines))],
    understood: script.understood,
  };
  return { reading, columnsWith: (catalog) => columnsOfScript(shown, dialect, catalog) };
}

/** A message about what was rendered, at the line that the author knows. */
const inAuthorsText = (diagnostic: Diagnostic, lines: readonly number[] | null): Diagnostic => {
  const line = lines?.[(diagnostic.line ?? 0) - 1];
  return line === undefined ? diagnostic : { ...diagnostic, line };
};

const unread = (dialect: Dialect, why: Diagnostic): OpenReading => ({
  reading: {
    dialect,
    rendered: '',
    lines: null,
    tables: [],
    columns: null,
    diagnostics: [why],
    understood: false,
  },
  columnsWith: () => null,
});

const tooLong = (text: string): Diagnostic => ({
  code: 'sql-too-long',
  message: `The query has ${text.length} characters; more than ${MOST_CHARACTERS} are not read.`,
});
