import { fqn } from './fqn.ts';

/** A column of a table or data model as the server keeps it. */
export interface Column {
  readonly name: string;
  readonly dataType: string;
  readonly fullyQualifiedName: string;
  readonly description?: string;
  readonly [field: string]: unknown;
}

/** A column of a create request, completed: FQN, display of its type, empty tags and children. */
export function completeColumns(
  columns: readonly Readonly<Record<string, unknown>>[],
  parentFqn: string,
): Column[] {
  return columns.map((column) => {
    const name = String(column.name);
    const dataType = String(column.dataType);
    const fullyQualifiedName = fqn(parentFqn, name);
    return {
      ...column,
      name,
      dataType,
      dataTypeDisplay: String(column.dataTypeDisplay ?? dataType).toLowerCase(),
      fullyQualifiedName,
      tags: column.tags ?? [],
      children: Array.isArray(column.children) ? completeColumns(column.children, fullyQualifiedName) : [],
    };
  });
}

export interface ColumnMerge {
  readonly columns: readonly Column[];
  /** `minor` when columns were only added, `major` when one went or changed its type. */
  readonly change: 'none' | 'minor' | 'major';
}

/**
 * What a PUT makes of stored columns. They are matched by name whatever its case, so `ID` takes over the description of `id`;
 * another order alone is no change, and leaves the old order. A description that is there stays.
 */
export function mergeColumns(stored: readonly Column[], wanted: readonly Column[]): ColumnMerge {
  const lower = (column: Column) => column.name.toLowerCase();
  const before = new Map(stored.map((column) => [lower(column), column]));
  const after = new Map(wanted.map((column) => [lower(column), column]));
  const major = stored.some((column) => after.get(lower(column))?.dataType !== column.dataType);
  const added = wanted.some((column) => !before.has(lower(column)));
  const described = wanted.some((column) => column.description && !before.get(lower(column))?.description);
  // `ID` next to `id` is one more column, but the same key.
  if (!major && !added && !described && wanted.length === stored.length)
    return { columns: stored, change: 'none' };
  const columns = wanted.map((column) => {
    const old = before.get(lower(column));
    const description = old?.description || column.description;
    return { ...column, ...(description === undefined ? {} : { description }) };
  });
  return { columns, change: major ? 'major' : 'minor' };
}

/** FQNs of the columns and of the columns inside them. */
export function columnFqns(columns: readonly Column[]): string[] {
  return columns.flatMap((column) => [
    column.fullyQualifiedName,
    ...(Array.isArray(column.children) ? columnFqns(column.children) : []),
  ]);
}
