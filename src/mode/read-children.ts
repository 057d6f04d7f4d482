import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import type { ListedQuery } from './payloads/query-payload.ts';
import type { ListedReport } from './payloads/report-payload.ts';
import { complete, type Listing, withItems } from './reading.ts';
import type { Query, Report } from './workspace.ts';
import type { ChildLists } from './workspace-lists.ts';

export interface ChildrenOptions {
  readonly concurrency: number;
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
}

/**
 * Reads the queries of the reports and what imports the datasets, then the charts of the queries. REST has no list of these for a
 * whole workspace, so this is what a walk spends its requests on; what a report's own counts prove empty is not asked for. A missing
 * count proves nothing.
 */
export async function readChildren(
  lists: ChildLists,
  listed: readonly ListedReport[],
  { concurrency, onProgress }: ChildrenOptions,
): Promise<{ readonly reports: readonly Report[]; readonly notices: readonly string[] }> {
  const eachWithProgress = <T, R>(stage: string, items: readonly T[], work: (item: T) => Promise<R>) => {
    let done = 0;
    return mapConcurrently(items, concurrency, async (item) => {
      const result = await work(item);
      done += 1;
      onProgress(stage, done, items.length);
      return result;
    });
  };
  const withQueries = await eachWithProgress('queries', listed, async (report) => ({
    report,
    queries: await readQueries(lists, report),
    importers: report.kind === 'dataset' ? await lists.importers(report) : NOTHING,
  }));
  const withCharts = await eachWithProgress(
    'charts',
    withQueries,
    async ({ report, queries, importers }) => ({
      report,
      queries,
      importers,
      charted: await readCharts(lists, report, queries.reading.items),
    }),
  );
  return {
    reports: withCharts.map(({ report, queries, importers, charted }) => ({
      ...report,
      queries: withItems(queries.reading, charted.queries),
      importedBy: importers.reading,
    })),
    notices: withCharts.flatMap(({ queries, importers, charted }) => [
      ...queries.notices,
      ...importers.notices,
      ...charted.notices,
    ]),
  };
}

const NOTHING: Listing<never> = { reading: complete([]), notices: [] };

/** The two counts must agree that there is nothing: a chart without a query would belie the count of queries. */
const readQueries = async (lists: ChildLists, report: ListedReport): Promise<Listing<ListedQuery>> =>
  report.queryCount === 0 && !report.chartCount ? NOTHING : lists.queries(report);

/** The queries with their charts, one after the other, so that asking can stop once all charts of the report are found. */
async function readCharts(
  lists: ChildLists,
  report: ListedReport,
  listed: readonly ListedQuery[],
): Promise<{ readonly queries: readonly Query[]; readonly notices: readonly string[] }> {
  const queries: Query[] = [];
  const notices: string[] = [];
  // A dataset's queries have no charts, and no link to any, even where nothing counts them.
  const expected = report.chartCount ?? (report.kind === 'dataset' ? 0 : null);
  let found = 0;
  for (const query of listed) {
    // More charts than were counted show that the count is out of date: then every query is asked.
    const charts = found === expected ? NOTHING : await lists.charts(report, query);
    found += charts.reading.items.length;
    queries.push({ ...query, charts: charts.reading });
    notices.push(...charts.notices);
  }
  return { queries, notices };
}
