import { splitFqn } from '../catalog/fqn.ts';
import type { TableName } from './sources.ts';

/** A table of a catalog that is a plain list, under the name that the list gives it. */
export interface ListedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What a name in the SQL can mean in the list: nothing, one table, or several. */
export type ListedCatalog = (name: TableName) => readonly ListedTable[];

/**
 * A catalog from dotted names. Two names mean the same table when the parts that both have are equal but for their case; of
 * several, one that is equal in case too is meant, else the longest, else the one in the schema that the dialect takes when none is
 * written.
 */
export function listedCatalog(
  tables: Readonly<Record<string, readonly string[]>>,
  defaultSchema: string | null,
): ListedCatalog {
  const byTable = new Map<string, (ListedTable & { readonly parts: readonly string[] })[]>();
  for (const [name, columns] of Object.entries(tables)) {
    const parts = splitFqn(name).toReversed();
    const key = (parts[0] ?? '').toLowerCase();
    byTable.set(key, [...(byTable.get(key) ?? []), { name, columns, parts }]);
  }
  return ({ server, db, schema, table }) => {
    const written = [table, schema, db, server ?? null];
    const known = written.slice(0, written.findLastIndex((part) => part !== null) + 1);
    const alike = (byTable.get(table.toLowerCase()) ?? []).filter(({ parts }) =>
      parts.every((part, at) => isAlike(part, known[at] ?? null)),
    );
    const exact = alike.filter(({ parts }) => parts.every((part, at) => part === (known[at] ?? part)));
    const meant = exact.length > 0 ? exact : alike;
    // As many parts as are written decide: `orders` alone stands for every `orders` that the list has.
    const most = Math.max(0, ...meant.map(({ parts }) => Math.min(parts.length, known.length)));
    const longest = meant.filter(({ parts }) => Math.min(parts.length, known.length) === most);
    const inDefault = longest.filter(
      ({ parts }) => defaultSchema !== null && isAlike(defaultSchema, parts[1] ?? ''),
    );
    return schema === null && inDefault.length > 0 ? inDefault : longest;
  };
}

const isAlike = (part: string, written: string | null): boolean =>
  written === null || part.toLowerCase() === written.toLowerCase();
