import type { CatalogTable } from '../../src/lineage/sources.ts';
import type { DatabaseService, TableCatalog } from '../../src/lineage/table-catalog.ts';

export interface Called {
  readonly get: string[];
  readonly search: string[];
}

export interface CatalogDouble extends TableCatalog {
  readonly called: Called;
}

export interface DoubleOptions {
  readonly services?: readonly DatabaseService[];
  /** Found by the search, but gone when they are asked for. */
  readonly ghosts?: readonly string[];
  readonly searchIsDown?: boolean;
  /** How many hits a search shows. */
  readonly shows?: number;
  readonly fails?: (call: string) => Error | undefined;
}

/** A catalog in memory, as OpenMetadata answers: `get` minds case, `search` does not and shows ten. */
export function catalogOf(fqns: readonly string[], options: DoubleOptions = {}): CatalogDouble {
  const { services = SERVICES, ghosts = [], searchIsDown = false, shows = 10, fails } = options;
  const called: Called = { get: [], search: [] };
  const guard = (call: string): void => {
    const error = fails?.(call);
    if (error !== undefined) throw error;
  };
  return {
    called,
    services: async () => {
      guard('services');
      return services;
    },
    get: async (fqn) => {
      called.get.push(fqn);
      guard(`get ${fqn}`);
      return fqns.includes(fqn) ? tableOf(fqn) : undefined;
    },
    search: async (pattern) => {
      called.search.push(pattern);
      guard(`search ${pattern}`);
      if (searchIsDown) return undefined;
      const wildcard = new RegExp(
        `^${pattern
          .replace(/[.+^${}()|[\]\\]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}$`,
        'i',
      );
      const hits = [...fqns, ...ghosts].filter((fqn) => wildcard.test(fqn));
      return { fqns: hits.slice(0, shows), complete: hits.length < shows };
    },
  };
}

export const SERVICES: readonly DatabaseService[] = [
  { name: 'pg', serviceType: 'Postgres' },
  { name: 'snow', serviceType: 'Snowflake' },
  { name: 'snow2', serviceType: 'Snowflake' },
  { name: 'bq', serviceType: 'BigQuery' },
  { name: 'my', serviceType: 'Mysql' },
  { name: 'ms', serviceType: 'Mssql' },
  { name: 'ora', serviceType: 'Oracle' },
  { name: 'tr', serviceType: 'Trino' },
];

const tableOf = (fqn: string): CatalogTable => ({ id: `id of ${fqn}`, fqn, columns: [] });
