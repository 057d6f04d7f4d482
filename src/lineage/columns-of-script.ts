import { nameKey } from './chain/name-key.ts';
import type { ScriptReading } from './chain/read-script.ts';
import type { ColumnCatalog } from './columns/column-catalog.ts';
import { readColumns } from './columns/read-columns.ts';
import type { Dialect } from './dialect.ts';
import type { OutputColumn } from './sources.ts';

/**
 * The columns of a script's last result set, their sources under the names by which the script's tables are known. Null when
 * they are not known. A source that is none of those tables is left out: it is one that a statement made that was not parsed.
 */
export function columnsOfScript(
  { trees, wholeName }: ScriptReading,
  dialect: Dialect,
  catalog: ColumnCatalog,
): readonly OutputColumn[] | null {
  if (trees === null || trees.length === 0) return null;
  const columnsOf: ColumnCatalog = (written) => {
    const name = wholeName(written);
    return name === undefined ? undefined : catalog(name);
  };
  const columns = attempt(() => readColumns({ statements: trees, dialect, catalog: columnsOf }));
  return (
    columns?.map(({ output, sources, ...rest }) => {
      const whole = new Map<string, OutputColumn['sources'][number]>();
      for (const { table, column } of sources) {
        const name = wholeName(table);
        if (name !== undefined) whole.set(JSON.stringify([nameKey(name), column]), { table: name, column });
      }
      return { output, sources: [...whole.values()], ...rest };
    }) ?? null
  );
}

/** A tree of a shape that nobody has met yet costs its query's columns, not the run. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
