import type { Dialect } from '../../../src/lineage/dialect.ts';

/** One script and the tables that it reads: `table`, `schema.table`, `db.schema.table` or `server.db.schema.table`. */
export interface CorpusCase {
  readonly says: string;
  readonly sql: string;
  readonly tables: readonly string[];
}

export type Corpus = Readonly<Partial<Record<Dialect, readonly CorpusCase[]>>>;

/** A case on one line. */
export const reads = (says: string, sql: string, ...tables: string[]): CorpusCase => ({ says, sql, tables });
