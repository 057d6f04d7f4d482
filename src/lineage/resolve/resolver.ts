import { IngestError } from '../../errors.ts';
import type { Connection } from '../../mode/workspace.ts';
import type { Warehouse } from '../dialect-of.ts';
import type { TableName } from '../sources.ts';
import type { DatabaseService, TableCatalog } from '../table-catalog.ts';
import { lookupFor } from './lookup.ts';
import { matchingServices } from './matching-services.ts';
import { parsePrefixes } from './prefixes.ts';
import { type Resolution, resolveTable } from './resolve-table.ts';

/** Looks a table up that a query on a connection names. Every distinct look-up is made once in a run. */
export type Resolver = (name: TableName, connection: Connection, warehouse: Warehouse) => Promise<Resolution>;

/**
 * Reads the catalog's services and remembers every answer.
 * @throws only what says that the run was cancelled.
 */
export async function createResolver(tables: TableCatalog, prefixes: readonly string[]): Promise<Resolver> {
  const under = parsePrefixes(prefixes);
  const services = await readServices(tables);
  // Without prefixes there is no telling where to look when the services are not known.
  if (services === null && under.length === 0) return async () => SERVICES_UNREAD;
  const asked = new Map<string, Promise<Resolution>>();
  return (name, connection, { dialect, serviceTypes }) => {
    const matching = matchingServices(serviceTypes, under, services);
    const lookup = lookupFor(name, dialect, connection, matching);
    const key = JSON.stringify(lookup);
    const answer = asked.get(key) ?? resolveTable(lookup, tables, under);
    asked.set(key, answer);
    return answer;
  };
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
