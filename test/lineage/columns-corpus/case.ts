import type { Dialect } from '../../../src/lineage/dialect.ts';

/** One script, what the catalog knows, and the columns of its last result set. */
export interface ColumnCase {
  readonly dialect: Dialect;
  readonly says: string;
  readonly sql: string;
  /** `total < s.orders.amount, s.orders.tax`: a column and where it comes from; `?` stands for one without a name. Null: unknown. */
  readonly outputs: readonly string[] | null;
  /** `s.orders(id, amount)`: a table and its columns. */
  readonly catalog: readonly string[];
}

/** A case on a few lines. */
export const gives = (
  dialect: Dialect,
  says: string,
  sql: string,
  outputs: readonly string[] | null,
  ...catalog: string[]
): ColumnCase => ({ dialect, says, sql, outputs, catalog });
