import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import { IngestError } from '../errors.ts';
import type { Workspace } from '../mode/workspace.ts';
import { type QueryReading, readQueries } from './read-queries.ts';
import { type Lookup, lookupFor } from './resolve/lookup.ts';
import { matchingServices } from './resolve/matching-services.ts';
import { type Prefix, parsePrefixes } from './resolve/prefixes.ts';
import { type Resolution, resolveTable } from './resolve/resolve-table.ts';
import type { FoundTable, QuerySources } from './sources.ts';
import { sourcesOf } from './sources-of.ts';
import type { DatabaseService, TableCatalog } from './table-catalog.ts';

export interface TraceOptions {
  /** `Service`, `Service.Db`, `Service.Db.Schema` or `Service.Db.Schema.Table`; empty for every service of a matching type. */
  readonly prefixes: readonly string[];
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
}

/** Look-ups under way at the same time. */
const AT_ONCE = 16;

/**
 * The tables of the catalog that every query of a workspace reads, with a verdict for each. Every distinct name is looked up
 * once. A look-up that fails concerns its table alone.
 * @throws only what says that the run was cancelled.
 */
export async function traceWorkspace(
  workspace: Workspace,
  tables: TableCatalog,
  { prefixes, onProgress }: TraceOptions,
): Promise<readonly QuerySources[]> {
  const readings = await readQueries(workspace, (done, total) => onProgress('Queries read', done, total));
  const under = parsePrefixes(prefixes);
  const services = await readServices(tables);
  const lookups = new Map<string, Lookup>();
  const keys = new Map<FoundTable, string>();
  for (const reading of readings) {
    for (const [table, lookup] of lookupsOf(reading, under, services)) {
      const key = JSON.stringify(lookup);
      lookups.set(key, lookup);
      keys.set(table, key);
    }
  }
  // Without prefixes there is no telling where to look when the services are not known.
  const blind = services === null && under.length === 0;
  const resolutions = blind
    ? new Map<string, Resolution>()
    : await resolveAll(lookups, tables, under, onProgress);
  return readings.map((reading) =>
    sourcesOf(reading, (table) => resolutions.get(keys.get(table) ?? '') ?? SERVICES_UNREAD),
  );
}

const SERVICES_UNREAD: Resolution = {
  state: 'failed',
  reason: 'the database services of the catalog could not be read',
};

async function readServices(tables: TableCatalog): Promise<readonly DatabaseService[] | null> {
  try {
    return await tables.services();
  } catch (error) {
    if (error instanceof IngestError && error.code === 'cancelled') throw error;
    return null;
  }
}

function lookupsOf(
  reading: QueryReading,
  prefixes: readonly Prefix[],
  services: readonly DatabaseService[] | null,
): (readonly [FoundTable, Lookup])[] {
  if (reading.connection === null) return [];
  const { connection, warehouse } = reading;
  const matching = matchingServices(warehouse.serviceTypes, prefixes, services);
  return reading.reading.tables.map((table) => [
    table,
    lookupFor(table.name, warehouse.dialect, connection, matching),
  ]);
}

async function resolveAll(
  lookups: ReadonlyMap<string, Lookup>,
  tables: TableCatalog,
  prefixes: readonly Prefix[],
  onProgress: TraceOptions['onProgress'],
): Promise<ReadonlyMap<string, Resolution>> {
  let done = 0;
  const entries = await mapConcurrently([...lookups], AT_ONCE, async ([key, lookup]) => {
    const resolution = await resolveTable(lookup, tables, prefixes);
    done += 1;
    onProgress('Tables looked up', done, lookups.size);
    return [key, resolution] as const;
  });
  return new Map(entries);
}
