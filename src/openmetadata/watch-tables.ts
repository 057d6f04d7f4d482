import type { TableCatalog } from '../lineage/table-catalog.ts';

/** A table catalog that remembers what could not be read: a table that was not found for that may well be there. */
export interface WatchedTableCatalog extends TableCatalog {
  /** In prose, one entry a kind of question, however often it failed; empty when every question has its answer. */
  unread(): readonly string[];
}

/** The same catalog, watched. What fails is noted and handed on as it is. */
export function watchTables(tables: TableCatalog): WatchedTableCatalog {
  const failed = new Map<string, Map<string, string>>();

  const watch = async <R>(part: string, key: string, answer: Promise<R>): Promise<R> => {
    const failures = failed.get(part) ?? new Map<string, string>();
    failed.set(part, failures);
    try {
      const told = await answer;
      if (told === undefined && part === SEARCH) failures.set(key, 'the search engine does not answer');
      else failures.delete(key);
      return told;
    } catch (error) {
      failures.set(key, error instanceof Error ? error.message : 'it failed');
      throw error;
    }
  };
  return {
    services: () => watch('database services', '', tables.services()),
    get: (fqn) => watch('tables', fqn, tables.get(fqn)),
    search: (pattern) => watch(SEARCH, pattern, tables.search(pattern)),
    unread: () =>
      [...failed].flatMap(([part, failures]) => {
        const [reason] = failures.values();
        if (reason === undefined) return [];
        const often = failures.size === 1 ? '' : ` (${failures.size} times, the first told)`;
        return `${part} of the catalog, for lineage: ${reason}${often}`;
      }),
  };
}

const SEARCH = 'search for tables';
