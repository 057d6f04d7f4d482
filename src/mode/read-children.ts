import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import type { ListedWorkspace } from './list-workspace.ts';
import type { ListedReport } from './payloads/report-payload.ts';
import { complete, type Listing, withItems } from './reading.ts';
import type { Query, RecalledReport, Report, ReportSql, Workspace, WrittenQuery } from './workspace.ts';
import type { ChildLists } from './workspace-lists.ts';

/** What is remembered of a report's children; null when they must be read. */
export type Recall = (report: ListedReport) => Pick<RecalledReport, 'queries' | 'charts'> | null;

export interface ChildrenOptions {
  readonly recall: Recall;
  /** Whether a report is new or has changed: those are read first, in case the reading has to end before all are. Default: all are. */
  readonly isNews?: (report: ListedReport) => boolean;
  /** Told of every report as soon as its SQL is there, so that it can be looked into while others are read. */
  readonly onQueries: (report: ReportSql) => void;
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
}

/** Reports being read at once. The HTTP client keeps Mode's pace; this keeps its answers from piling up. */
const AT_ONCE = 16;

/**
 * Reads the queries of the reports and what imports the datasets, and the charts of the queries. REST has no list of these for a whole
 * workspace, so this is what a walk spends its requests on: what a report's own counts prove empty, and what is remembered, is not asked
 * for. A missing count proves nothing. A list that cannot be read is marked so. Everything comes in Mode's order.
 */
export async function readChildren(
  { chosen, children: prepare, ...listed }: ListedWorkspace,
  { recall, isNews = () => true, onQueries, onProgress }: ChildrenOptions,
): Promise<Workspace> {
  const remembered = chosen.map((report, place) => ({
    report,
    place,
    children: recall(report),
    isFirst: isNews(report),
  }));
  const order = [
    ...remembered.filter(({ isFirst }) => isFirst),
    ...remembered.filter(({ isFirst }) => !isFirst),
  ];
  const unknown = remembered.flatMap(({ report, children }) => (children === null ? report : []));
  const { lists, notices } = await prepare(unknown);
  // What imports a dataset is told by the dataset alone, and bears on reports that are read anew.
  const imports = remembered.some(
    ({ report, children }) =>
      children === null && report.kind === 'report' && report.hasImportedDatasets !== false,
  );
  let done = 0;
  const results = await mapConcurrently(order, AT_ONCE, async ({ report, place, children }) => {
    const asked = report.kind === 'dataset' && (children === null || imports);
    const importers = asked ? await lists.importers(report) : NOTHING;
    const result =
      children === null
        ? { recalled: null, ...(await readReport(lists, report, onQueries)) }
        : { recalled: remember(report, children, onQueries), report: null, notices: [] };
    done += 1;
    onProgress('reports read', done, remembered.length);
    return { ...result, place, importers };
  });
  const read = results.sort((one, other) => one.place - other.place);
  return {
    ...listed,
    reports: read.flatMap(({ report, importers }) =>
      report === null ? [] : { ...report, importedBy: importers.reading },
    ),
    recalled: read.flatMap(({ recalled, importers }) =>
      recalled === null ? [] : { ...recalled, importedBy: importers.reading },
    ),
    notices: [
      ...listed.notices,
      ...notices,
      ...read.flatMap(({ notices, importers }) => [...notices, ...importers.notices]),
    ],
  };
}

const NOTHING: Listing<never> = { reading: complete([]), notices: [] };

function remember(
  report: ListedReport,
  children: Pick<RecalledReport, 'queries' | 'charts'>,
  onQueries: ChildrenOptions['onQueries'],
): Omit<RecalledReport, 'importedBy'> {
  onQueries({ token: report.token, queries: complete(children.queries) });
  return { ...report, ...children };
}

async function readReport(
  lists: ChildLists,
  report: ListedReport,
  onQueries: ChildrenOptions['onQueries'],
): Promise<{ readonly report: Omit<Report, 'importedBy'>; readonly notices: readonly string[] }> {
  const queries = await readQueries(lists, report);
  const { reading } = queries;
  onQueries({ token: report.token, queries: reading });
  const charted = await readCharts(lists, report, reading.items);
  return {
    report: { ...report, queries: withItems(reading, charted.queries) },
    notices: [...queries.notices, ...charted.notices],
  };
}

/** The two counts must agree that there is nothing: a chart without a query would belie the count of queries. */
const readQueries = async (lists: ChildLists, report: ListedReport): Promise<Listing<WrittenQuery>> =>
  report.queryCount === 0 && !report.chartCount ? NOTHING : lists.queries(report);

/** The queries with their charts, one after the other, so that asking can stop once all charts of the report are found. */
async function readCharts(
  lists: ChildLists,
  report: ListedReport,
  listed: readonly WrittenQuery[],
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
    // In this order: Node 20 gives an object that begins with another's fields a shape of its own, 350 bytes.
    queries.push({ charts: charts.reading, ...query });
    notices.push(...charts.notices);
  }
  return { queries, notices };
}
