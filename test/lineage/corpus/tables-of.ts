import type { Dialect } from '../../../src/lineage/dialect.ts';
import { collectParameters } from '../../../src/lineage/liquid/forms.ts';
import type { SqlParser } from '../../../src/lineage/parser/sql-parser.ts';
import { readSql } from '../../../src/lineage/read-sql.ts';
import type { FoundTable } from '../../../src/lineage/sources.ts';
import type { CorpusCase } from './case.ts';

/** The tables that the engine finds in a case, written as the corpus writes them; without a parser the scanner reads alone. */
export function tablesOf({ sql, given = {} }: CorpusCase, dialect: Dialect, parser?: SqlParser): string[] {
  const definitions = new Map(Object.entries(given.definitions ?? {}));
  const parameters = collectParameters([sql, ...(given.siblings ?? [])], definitions);
  const options = { dialect, definitions, parameters, ...(parser === undefined ? {} : { parser }) };
  return readSql(sql, options).tables.map(shown);
}

/** `a.b.c`, from the first part that is written, with the marks that `CorpusCase` explains. */
function shown({ name: { server, db, schema, table }, conditional }: FoundTable): string {
  const parts = [server ?? null, db, schema, table];
  const first = parts.findIndex((part) => part !== null);
  const marks = (table.includes('.') ? '!' : '') + (conditional ? '?' : '');
  return parts.slice(first).map(String).join('.') + marks;
}
