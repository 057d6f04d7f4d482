import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import { isInShard } from '../config/is-in-shard.ts';
import type { ListOptions } from './list-workspace.ts';
import type { ListedCollection } from './payloads/collection-payload.ts';
import type { ListedReport } from './payloads/report-payload.ts';
import { complete, type Listing, withItems } from './reading.ts';
import type { Collection, LeftOut } from './workspace.ts';
import type { WorkspaceLists } from './workspace-lists.ts';

/** What is in the collections: each report once, in Mode's order, chosen or left out before its children cost anything. */
export interface ListedReports {
  readonly collections: readonly Collection[];
  readonly chosen: readonly ListedReport[];
  readonly leftOut: readonly LeftOut[];
  readonly notices: readonly string[];
}

/** Lists the reports and datasets of every collection. One that stands in two collections counts for the first. */
export async function readReports(
  lists: Pick<WorkspaceLists, 'reports' | 'datasets'>,
  collections: readonly ListedCollection[],
  { leaveOut, includeDatasets, shard = null, onProgress }: ListOptions,
): Promise<ListedReports> {
  let found = 0;
  const counted = (listing: Listing<ListedReport>) => {
    found += listing.reading.items.length;
    onProgress('reports', found, null);
    return listing;
  };
  const listings = await mapConcurrently(collections, AT_ONCE, async (collection) => {
    const reports = isInShard(collection.token, shard) ? counted(await lists.reports(collection)) : NOT_ASKED;
    const datasets = includeDatasets ? counted(await lists.datasets(collection)) : NOT_ASKED;
    return { collection, reports, datasets };
  });

  const seen = new Set<string>();
  const chosen: ListedReport[] = [];
  const leftOut: LeftOut[] = [];
  for (const { collection, reports, datasets } of listings) {
    for (const report of [...reports.reading.items, ...datasets.reading.items]) {
      if (seen.has(report.token)) continue;
      seen.add(report.token);
      const because = leaveOut(report, collection);
      if (because === null) chosen.push(report);
      else leftOut.push({ token: report.token, name: report.name, because });
    }
  }
  return {
    collections: listings.map(({ collection, reports, datasets }) => ({
      ...collection,
      reports: tokensOf(reports),
      datasets: tokensOf(datasets),
    })),
    chosen,
    leftOut,
    notices: listings.flatMap(({ reports, datasets }) => [...reports.notices, ...datasets.notices]),
  };
}

/** Collections being listed at once. */
const AT_ONCE = 16;

const NOT_ASKED: Listing<ListedReport> = { reading: complete([]), notices: [] };

const tokensOf = ({ reading }: Listing<ListedReport>) =>
  withItems(
    reading,
    reading.items.map(({ token }) => token),
  );
