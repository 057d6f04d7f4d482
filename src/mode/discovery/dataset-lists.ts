import type { ModeClient } from '../mode-client.ts';
import type { NamedCollection } from '../part-names.ts';
import type { ListedReport } from '../payloads/report-payload.ts';
import { type Listing, readSoFar } from '../reading.ts';
import type { ToldByRest } from './discovered-lists.ts';

/** The datasets of each collection, which Discovery does not tell apart. */
export interface DatasetLists {
  of(collection: NamedCollection): Promise<Listing<ListedReport>>;
}

/**
 * Asks every connection for its datasets, where there are fewer connections than collections and all are known; else every
 * collection. A deleted connection is asked as well: what was built on it is still there.
 */
export async function datasetLists(
  mode: ModeClient,
  { connections, collections }: Pick<ToldByRest, 'connections' | 'collections'>,
): Promise<DatasetLists> {
  if (connections.state !== 'complete' || connections.items.length > collections.items.length) {
    const asked = new Map<string, Promise<Listing<ListedReport>>>();
    return {
      of(collection) {
        const listing = asked.get(collection.token) ?? mode.datasets(collection);
        asked.set(collection.token, listing);
        return listing;
      },
    };
  }
  const listings = await Promise.all(connections.items.map((connection) => mode.datasetsOn(connection)));
  const items = listings.flatMap(({ reading }) => reading.items);
  const failures = listings.flatMap(({ reading }) => (reading.state === 'complete' ? [] : [reading.failure]));
  // Told once: every collection has the same listings behind it.
  const notices = new Set(listings.flatMap((listing) => listing.notices));
  return {
    async of(collection) {
      const own = items.filter(({ collectionToken }) => collectionToken === collection.token);
      const told = [...notices];
      notices.clear();
      return { reading: readSoFar(own, failures[0] ?? null), notices: told };
    },
  };
}
