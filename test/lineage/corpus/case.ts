import type { Dialect } from '../../../src/lineage/dialect.ts';

/**
 * One script and the tables that it reads: `table`, `schema.table`, `db.schema.table` or `server.db.schema.table`. An
 * exclamation mark at the end tells that the last part holds a dot itself, a question mark that the table is conditional.
 */
export interface CorpusCase {
  readonly says: string;
  readonly sql: string;
  readonly tables: readonly string[];
  readonly given?: Given;
}

/** What stands around a query in Mode. */
export interface Given {
  /** The workspace's definitions, by name. */
  readonly definitions?: Readonly<Record<string, string>>;
  /** The other queries of the report: their forms count too. */
  readonly siblings?: readonly string[];
}

export type Corpus = Readonly<Partial<Record<Dialect, readonly CorpusCase[]>>>;

/** A case on one line. */
export const reads = (says: string, sql: string, ...tables: string[]): CorpusCase => ({ says, sql, tables });

/** The same, for a query that needs what stands around it. */
export const readsGiven = (given: Given, says: string, sql: string, ...tables: string[]): CorpusCase => ({
  says,
  sql,
  tables,
  given,
});
