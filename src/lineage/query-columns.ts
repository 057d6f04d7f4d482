import { splitFqn } from '../catalog/fqn.ts';
import type { ColumnCatalog } from './columns/column-catalog.ts';
import type { CatalogTable, OutputColumn, QueryColumn, TableName } from './sources.ts';

/** The table of the catalog that a name in the SQL was found to be; undefined when it was not found. */
export type TableOf = (name: TableName) => CatalogTable | undefined;

/** The columns of the tables that were found, as the column engine asks for them: those of the first level. */
export const columnCatalogOf =
  (tableOf: TableOf): ColumnCatalog =>
  (name) => {
    const table = tableOf(name);
    if (table === undefined || table.columns.length === 0) return undefined;
    return firstLevel(table).map((column) => column.name);
  };

/** A table's own columns, without those nested in them. */
function firstLevel({ fqn, columns }: CatalogTable): CatalogTable['columns'] {
  const depth = splitFqn(fqn).length + 1;
  return columns.filter((column) => splitFqn(column.fqn).length === depth);
}

/**
 * The columns of a query as the catalog can hold them: those with a name, each name once, made only from columns that the
 * catalog has, by its own FQNs. An expression without a name gets one from the warehouse that nobody can tell beforehand.
 */
export function queryColumns(
  outputs: readonly OutputColumn[] | null,
  tableOf: TableOf,
): readonly QueryColumn[] | null {
  if (outputs === null) return null;
  const columns = new Map<string, QueryColumn>();
  const columnOf = columnFinder();
  for (const { output, sources, plain } of outputs) {
    if (output === null || output === '' || columns.has(output)) continue;
    const found = new Map<string, QueryColumn['sources'][number]>();
    let dataType: string | null = null;
    for (const { table: name, column } of sources) {
      const table = tableOf(name);
      const known = table === undefined ? undefined : columnOf(table, column);
      if (table === undefined || known === undefined) continue;
      found.set(known.fqn, { table: table.fqn, column: known.fqn });
      if (plain === true && sources.length === 1) dataType = known.dataType;
    }
    columns.set(output, { name: output, dataType, sources: [...found.values()] });
  }
  return [...columns.values()];
}

type CatalogColumn = CatalogTable['columns'][number];

/** The catalog's column of the first level, by the name that the engine took from the catalog. A wide table is looked through once. */
function columnFinder(): (table: CatalogTable, name: string) => CatalogColumn | undefined {
  const known = new Map<CatalogTable, ReadonlyMap<string, CatalogColumn>>();
  return (table, name) => {
    const byName = known.get(table) ?? new Map(firstLevel(table).map((column) => [column.name, column]));
    known.set(table, byName);
    return byName.get(name);
  };
}
