import type { TableName } from '../sources.ts';

/** The columns of a table as the SQL names it, in the catalog's own case and order; undefined when they are not known. */
export type ColumnCatalog = (table: TableName) => readonly string[] | undefined;
