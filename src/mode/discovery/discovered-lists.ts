import type { ModeClient } from '../mode-client.ts';
import type { ListedCollection } from '../payloads/collection-payload.ts';
import { complete, type Listing, readSoFar } from '../reading.ts';
import { NOT_REACHED } from '../until-reading-ends.ts';
import { type WebUrls, webUrls } from '../web-urls.ts';
import type { Connection, LeftOut, Reading } from '../workspace.ts';
import { restLists, type WorkspaceLists } from '../workspace-lists.ts';
import { datasetLists } from './dataset-lists.ts';
import { discoveredChildren } from './discovered-children.ts';
import type { OpenedResource } from './discovery-client.ts';
import { AFFORDABLE_CALLS, type DiscoveryOptions } from './discovery-options.ts';
import { reportRow, spaceRow, statsRow, toReport } from './row-payloads.ts';
import { type RowsByParent, rowsByParent } from './rows-by-parent.ts';

/** What REST told before Discovery is used: it is short, and Discovery lacks it. */
export interface ToldByRest {
  readonly filter: 'all' | 'custom';
  readonly connections: Reading<Connection>;
  readonly collections: Reading<ListedCollection>;
}

/** Discovery's reports, of which the first page is read; null where REST lists them. */
export const openReports = (
  { client, knowArchived }: DiscoveryOptions,
  filter: ToldByRest['filter'],
): Promise<OpenedResource | null> =>
  knowArchived ? Promise.resolve(null) : client.open('reports', { personal: filter === 'all' });

/**
 * The lists of a workspace through Discovery. The collections are those that REST lists with the run's filter: what only the
 * signature token sees is left out unless it is asked for. A token that is refused, or a listing that fails where REST is cheap,
 * leaves it all to REST.
 */
export async function discoveredLists(
  mode: ModeClient,
  opened: OpenedResource | null,
  told: ToldByRest,
  options: DiscoveryOptions,
): Promise<WorkspaceLists> {
  const { affordableCalls = AFFORDABLE_CALLS } = options;
  const children = (reportPages: number | null, reportsInAll: number | null): WorkspaceLists['children'] =>
    discoveredChildren(mode, told, options, { reportPages, reportsInAll });
  if (opened === null) return { ...restLists(mode), children: children(null, null) };
  if (opened.refused) {
    const says = `Discovery is not to be had, so Mode is read through REST: ${opened.failure}`;
    options.onWarning(says);
    return restLists(mode, [says]);
  }
  const listing = await opened.rowsBelow('space_token');
  const { reading } = listing;
  const failure = reading.state === 'complete' ? null : reading.failure;
  // What was not reached in time is not reached through REST either.
  if (
    failure !== null &&
    failure.code !== NOT_REACHED &&
    2 * told.collections.items.length <= affordableCalls
  ) {
    options.onWarning(`${failure.part} were not read in full, so REST is asked for them: ${failure.reason}`);
    return { ...restLists(mode, listing.notices), children: children(null, null) };
  }
  const rows = rowsByParent(listing);
  const urls = webUrls(mode);
  const [datasets, views, more] = await Promise.all([
    datasetLists(mode, told),
    options.includeViewCounts ? viewCounts(options, told.filter) : NO_COUNTS,
    moreCollections(rows, told, options),
  ]);
  const listed = [...told.collections.items, ...more.reading.items];
  return {
    datasets: datasets.of,
    async reports(collection) {
      const [reports, own] = await Promise.all([
        rows.list(collection.token, {
          part: `reports of collection ${JSON.stringify(collection.name)} in Discovery`,
          schema: reportRow,
          map: (row) =>
            toReport(row, {
              collectionToken: collection.token,
              urls,
              viewCount: views.counts.get(row.token) ?? null,
            }),
        }),
        datasets.of(collection),
      ]);
      // Whether Discovery lists datasets as reports is not told anywhere; here they never are.
      const apart = new Set(own.reading.items.map(({ token }) => token));
      const items = reports.reading.items.filter(({ token }) => !apart.has(token));
      return reports.reading.state === 'unread'
        ? reports
        : { ...reports, reading: { ...reports.reading, items } };
    },
    tellsAddresses: true,
    moreCollections: more.reading.items,
    leftOut: leftOut(rows, listed, told, urls),
    notices: [...listing.notices, ...views.notices, ...more.notices],
    otherFailures: [...views.failures, ...failureOf(more.reading)],
    children: children(opened.pages, opened.total ?? reading.items.length),
  };
}

const failureOf = (reading: Reading<unknown>) => (reading.state === 'complete' ? [] : [reading.failure]);

async function viewCounts({ client }: DiscoveryOptions, filter: ToldByRest['filter']) {
  const opened = await client.open('report_stats', { personal: filter === 'all' });
  const { reading, notices } = await opened.read(statsRow, (row) => row);
  return {
    counts: new Map(reading.items.map(({ token, views }) => [token, views] as const)),
    notices,
    failures: failureOf(reading),
  };
}

const NO_COUNTS = { counts: new Map<string, number | null>(), notices: [], failures: [] };

/** Collections with reports that REST does not list, where the run is to have them. */
async function moreCollections(
  rows: RowsByParent,
  { filter, collections }: ToldByRest,
  { client, includeDiscoveryOnlyCollections }: DiscoveryOptions,
): Promise<Listing<ListedCollection>> {
  const known = new Set(collections.items.map(({ token }) => token));
  const wanted = new Set(rows.parents.filter((token) => !known.has(token)));
  if (!includeDiscoveryOnlyCollections || collections.state !== 'complete' || wanted.size === 0) return NONE;
  const opened = await client.open('spaces', { personal: filter === 'all' });
  const { reading, notices } = await opened.read(spaceRow, (row) => row);
  const items = reading.items.filter(({ token }) => wanted.has(token));
  return reading.state === 'unread'
    ? { reading, notices }
    : { reading: readSoFar(items, reading.state === 'partial' ? reading.failure : null), notices };
}

const NONE: Listing<ListedCollection> = { reading: complete([]), notices: [] };

/** They are in Mode, so nothing of them is deleted (contract 2). */
function leftOut(
  rows: RowsByParent,
  listed: readonly ListedCollection[],
  { filter, collections }: ToldByRest,
  urls: WebUrls,
): readonly LeftOut[] {
  const known = new Set(listed.map(({ token }) => token));
  const because =
    collections.state === 'complete'
      ? `its collection is not among those that the API key lists with filterQueryParam ${filter}`
      : 'its collection was not read';
  return rows.parents
    .filter((token) => !known.has(token))
    .flatMap((collectionToken) =>
      rows.rows(collectionToken).flatMap((row) => {
        const read = reportRow.safeParse(row);
        if (!read.success) return [];
        const { token, name } = toReport(read.data, { collectionToken, urls, viewCount: null });
        return { token, name, because };
      }),
    );
}
