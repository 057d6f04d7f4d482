import type { TableName } from '../sources.ts';
import type { ColumnCatalog } from './column-catalog.ts';
import type { Origin, Origins } from './origins.ts';
import { CERTAINTY, type Found, finder, isListed, type Shape, wholeOf } from './shape.ts';

/** Something in FROM. */
export interface Relation {
  /** How the qualifier of a column may name it, in lower case: by the alias, or by the parts of the table's name. */
  readonly path: readonly string[];
  /** What a star gives. */
  readonly shape: Shape;
  find(name: string): Found | null;
  /** What its name means where a value stands; null when that is no row. */
  readonly row: Origins | null;
}

const lower = (parts: readonly string[]): readonly string[] => parts.map((part) => part.toLowerCase());

/** A query, common table expression or table of the script: its columns are known, or known to be unknown. */
export const derivedRelation = (path: readonly string[], shape: Shape): Relation => ({
  path: lower(path),
  shape,
  find: finder(shape),
  row: isListed(shape) ? wholeOf(shape) : null,
});

/** A table of the database, and its columns by `shapeOf`. A name that the catalog does not list may be newer than the catalog. */
export function tableRelation(
  { path, isAlias }: { path: readonly string[]; isAlias: boolean },
  table: TableName,
  columns: readonly string[] | undefined,
  shapeOf: (shape: Shape) => Shape,
): Relation {
  const origins = originsOf(table);
  const shape = shapeOf(
    columns === undefined
      ? [{ find: (name) => ({ certainty: CERTAINTY.likely, origins: origins(name), plain: true }) }]
      : columns.map((name) => ({ name, origins: origins(name), plain: true })),
  );
  const find = finder(shape);
  return {
    path: lower(path),
    shape,
    find: (name) => find(name) ?? { certainty: CERTAINTY.unlisted, origins: origins(name), plain: true },
    // A table's own name is as often that of a column in it; an alias is not.
    row: isAlias || columns !== undefined ? wholeOf(shape) : null,
  };
}

/** The origins of a table's columns: the same object for the same column. */
function originsOf(table: TableName): (column: string) => Origins {
  const byName = new Map<string, Origins>();
  return (column) => {
    const key = column.toLowerCase();
    const known = byName.get(key);
    if (known !== undefined) return known;
    const made: ReadonlySet<Origin> = new Set([{ table, column }]);
    byName.set(key, made);
    return made;
  };
}

/** What the catalog has of a table; undefined when it has nothing to say. */
export function listedColumns(table: TableName, catalog: ColumnCatalog): readonly string[] | undefined {
  const columns = catalog(table);
  return columns === undefined || columns.length === 0 ? undefined : columns;
}

/** A function or array that gives rows: `fields` are the columns that are known, any other name may be inside them. */
export const rowsRelation = (
  path: readonly string[],
  { shape, fields, origins }: { shape: Shape; fields: Shape; origins: Origins },
): Relation => {
  const find = finder(fields);
  return {
    path: lower(path),
    shape,
    find: (name) => find(name) ?? { certainty: CERTAINTY.possible, origins },
    row: origins,
  };
};
