import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import type { ModeClient } from './mode-client.ts';
import type { ListedQuery } from './payloads/query-payload.ts';
import type { ListedReport } from './payloads/report-payload.ts';
import { complete, type Listing, withItems } from './reading.ts';
import type { Query, Report } from './workspace.ts';

export interface ChildrenOptions {
  readonly concurrency: number;
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
}

/**
 * Reads the queries of the reports, what imports the datasets, and the charts of the queries, one report to its end before the next:
 * should the reading have to end, those that were begun first are whole. Mode has no list of these for a
 * whole workspace, so this is what a walk spends its requests on; what a report's own counts prove empty is not asked for. A missing
 * count proves nothing.
 */
export async function readChildren(
  mode: ModeClient,
  listed: readonly ListedReport[],
  { concurrency, onProgress }: ChildrenOptions,
): Promise<{ readonly reports: readonly Report[]; readonly notices: readonly string[] }> {
  let done = 0;
  const withCharts = await mapConcurrently(listed, concurrency, async (report) => {
    const queries = await readQueries(mode, report);
    const importers = report.kind === 'dataset' ? await mode.importers(report) : NOTHING;
    const charted = await readCharts(mode, report, queries.reading.items);
    done += 1;
    onProgress('reports read', done, listed.length);
    return { report, queries, importers, charted };
  });
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
const readQueries = async (mode: ModeClient, report: ListedReport): Promise<Listing<ListedQuery>> =>
  report.queryCount === 0 && !report.chartCount ? NOTHING : mode.queries(report);

/** The queries with their charts, one after the other, so that asking can stop once all charts of the report are found. */
async function readCharts(
  mode: ModeClient,
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
    const charts = found === expected ? NOTHING : await mode.charts(report, query);
    found += charts.reading.items.length;
    queries.push({ ...query, charts: charts.reading });
    notices.push(...charts.notices);
  }
  return { queries, notices };
}
