import type { CatalogTable } from './sources.ts';

/** A database service of the catalog: its name and OpenMetadata's type of it, e.g. `Snowflake`. */
export interface DatabaseService {
  readonly name: string;
  readonly serviceType: string;
}

/** The port through which lineage looks tables up. Implementations cache; errors are thrown, never turned into "none". */
export interface TableCatalog {
  services(): Promise<readonly DatabaseService[]>;
  /** By exact, case-sensitive FQN; undefined when there is none. */
  get(fqn: string): Promise<CatalogTable | undefined>;
  /**
   * FQNs that match a wildcard pattern such as `*.sales.orders`, whatever their case (at most ten are told by the server:
   * `complete` is false when there may be more). `undefined` when the search engine cannot answer.
   */
  search(
    pattern: string,
  ): Promise<{ readonly fqns: readonly string[]; readonly complete: boolean } | undefined>;
}
