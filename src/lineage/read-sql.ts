import type { Dialect } from './dialect.ts';
import type { Definitions } from './liquid/definitions.ts';
import type { Parameters } from './liquid/forms.ts';
import { renderQuery } from './liquid/render.ts';
import type { Diagnostic, FoundTable, SqlReading, TableName } from './sources.ts';
import { readScript } from './sql/read-script.ts';

export interface ReadSqlOptions {
  readonly dialect: Dialect;
  readonly definitions: Definitions;
  /** What the forms of all queries of the report define. */
  readonly parameters: Parameters;
}

/** Longer texts are no SQL that somebody wrote. */
const MOST_CHARACTERS = 5_000_000;

/**
 * What one query reads: its Liquid is rendered, each statement scanned for tables. A table that only another branch than the
 * default one reads is conditional. It never throws, whatever the text.
 */
export function readSql(text: string, options: ReadSqlOptions): SqlReading {
  const { dialect } = options;
  if (text.length > MOST_CHARACTERS) {
    return {
      dialect,
      rendered: '',
      tables: [],
      columns: null,
      diagnostics: [tooLong(text)],
      understood: false,
    };
  }
  const { main, others, broken, diagnostics } = renderQuery(text, options);
  const script = readScript(main, dialect);
  const confidence = broken || script.diagnostics.length > 0 || !script.understood ? 'low' : 'high';
  const found = new Map<string, FoundTable>();
  const add = (tables: readonly TableName[], conditional: boolean): void => {
    for (const name of tables) {
      const key = JSON.stringify(name);
      if (!found.has(key)) found.set(key, { name, conditional, confidence });
    }
  };
  add(script.tables, false);
  for (const other of others) add(readScript(other, dialect).tables, true);
  return {
    dialect,
    rendered: main,
    tables: [...found.values()],
    columns: null,
    diagnostics: [...diagnostics, ...script.diagnostics],
    understood: script.understood,
  };
}

const tooLong = (text: string): Diagnostic => ({
  code: 'sql-too-long',
  message: `The query has ${text.length} characters; more than ${MOST_CHARACTERS} are not read.`,
});
