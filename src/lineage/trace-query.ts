import { nameKey } from './chain/name-key.ts';
import type { QueryReading } from './read-queries.ts';
import type { Resolution } from './resolve/resolve-table.ts';
import type { Resolver } from './resolve/resolver.ts';
import type { FoundTable, QuerySources } from './sources.ts';
import { sourcesOf } from './sources-of.ts';

/** One query, traced into the catalog; `resolved` tells how each table that its SQL reads was. */
export interface TracedQuery {
  readonly sources: QuerySources;
  readonly resolved: readonly { readonly table: FoundTable; readonly resolution: Resolution }[];
}

/** Looks the tables of one query up and puts together what is known of it. */
export async function traceQuery(reading: QueryReading, resolve: Resolver): Promise<TracedQuery> {
  const resolved: { table: FoundTable; resolution: Resolution }[] = [];
  if (reading.connection !== null) {
    const { connection, warehouse, open } = reading;
    for (const table of open.reading.tables)
      resolved.push({ table, resolution: await resolve(table.name, connection, warehouse) });
  }
  const byName = new Map(resolved.map(({ table, resolution }) => [nameKey(table.name), resolution]));
  return { sources: sourcesOf(reading, ({ name }) => byName.get(nameKey(name)) ?? MISSING), resolved };
}

const MISSING: Resolution = { state: 'missing' };
