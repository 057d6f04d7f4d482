import type { ModeClient } from '../mode-client.ts';
import { partNames } from '../part-names.ts';
import type { ListedReport } from '../payloads/report-payload.ts';
import { complete, type Listing, readSoFar } from '../reading.ts';
import { NOT_REACHED } from '../until-reading-ends.ts';
import { webUrls } from '../web-urls.ts';
import type { PreparedChildren, WorkspaceLists } from '../workspace-lists.ts';
import type { ToldByRest } from './discovered-lists.ts';
import type { OpenedResource } from './discovery-client.ts';
import { AFFORDABLE_CALLS, type DiscoveryOptions } from './discovery-options.ts';
import { childPrices } from './prices.ts';
import { chartRow, queryRow, toChart, toQuery } from './row-payloads.ts';
import { rowsByParent } from './rows-by-parent.ts';

/**
 * The queries and charts of a workspace through Discovery: read whole, then cut into the lists that REST has. Few reports are
 * cheaper to ask REST about; so is the rest where Discovery fails to tell all of it.
 */
export function discoveredChildren(
  mode: ModeClient,
  { filter, connections }: Pick<ToldByRest, 'filter' | 'connections'>,
  options: DiscoveryOptions,
  listed: { readonly reportPages: number | null; readonly reportsInAll: number | null },
): WorkspaceLists['children'] {
  const { client, affordableCalls = AFFORDABLE_CALLS, onInfo, onWarning } = options;
  return async (reports) => {
    const byRest = { lists: mode, notices: [] };
    if (reports.length === 0) return byRest;
    const [queries, charts] = await Promise.all(
      (['queries', 'charts'] as const).map((resource) =>
        client.open(resource, { personal: filter === 'all' }),
      ),
    );
    const refused = [queries, charts].find((resource) => resource?.refused);
    if (queries === undefined || charts === undefined || refused !== undefined) {
      const says = `Discovery is not to be had, so queries and charts are read through REST: ${refused?.failure}`;
      onWarning(says);
      return { lists: mode, notices: [says] };
    }
    const prices = childPrices(reports, {
      queries,
      charts,
      ...listed,
      chartDetails: options.chartDetails,
    });
    if (options.read === 'auto' && prices.rest < prices.discovery) {
      onInfo(
        `The queries and charts of ${reports.length === 1 ? '1 report' : `${reports.length} reports`} are read through REST, in about ${prices.rest} calls; Discovery would take ${prices.discovery} more.`,
      );
      return byRest;
    }
    onInfo(
      `Mode is read through Discovery: ${prices.discoveryInAll} pages for what would take about ${prices.restInAll} through REST.`,
    );
    return readAll(mode, reports, { queries, charts }, { connections, affordableCalls, options });
  };
}

async function readAll(
  mode: ModeClient,
  reports: readonly ListedReport[],
  opened: { readonly queries: OpenedResource; readonly charts: OpenedResource },
  {
    connections,
    affordableCalls,
    options,
  }: Pick<ToldByRest, 'connections'> & {
    readonly affordableCalls: number;
    readonly options: DiscoveryOptions;
  },
): Promise<PreparedChildren> {
  const [queryRows, chartRows] = await Promise.all([
    opened.queries.rowsBelow('report_token'),
    opened.charts.rowsBelow('query_token'),
  ]);
  const queries = rowsByParent(queryRows);
  const charts = rowsByParent(chartRows);
  const urls = webUrls(mode);
  const connectionIds = new Map(connections.items.map(({ token, id }) => [token, id] as const));
  const datasets = new Set(reports.flatMap(({ token, kind }) => (kind === 'dataset' ? token : [])));
  const tokensOf = (report: string) => queries.rows(report).map(tokenIn);
  const queryCount = reports.reduce((sum, { token }) => sum + queries.rows(token).length, 0);
  const charted = reports.flatMap(({ token }) => tokensOf(token)).filter((query) => charts.has(query)).length;

  const queriesByRest = failed(queryRows) && reports.length <= affordableCalls;
  const chartsByRest = failed(chartRows) && Math.max(queryCount, reports.length) <= affordableCalls;
  const details =
    options.chartDetails === 'full' ||
    (options.chartDetails === 'auto' && charts.complete && charted <= affordableCalls);
  // A chart of a query that is not listed shows that the queries are not all of them.
  const orphans = orphanedReports(chartRows, new Set(queryRows.reading.items.map(({ row }) => tokenIn(row))));
  for (const [given, byRest] of [
    [queryRows, queriesByRest],
    [chartRows, chartsByRest],
  ] as const) {
    if (given.reading.state !== 'complete' && byRest)
      options.onWarning(
        `${given.reading.failure.part} were not read in full, so REST is asked for them: ${given.reading.failure.reason}`,
      );
  }

  const lists: PreparedChildren['lists'] = {
    importers: mode.importers,
    async queries(report) {
      // Whether a dataset's query is among them is not told anywhere.
      const untold = datasets.has(report.token) && !queries.has(report.token);
      if (queriesByRest || untold) return mode.queries(report);
      const part = partNames.queries(report);
      const listing = await queries.list(report.token, {
        part,
        schema: queryRow,
        map: (row) => toQuery(row, { reportToken: report.token, urls, connectionIds }),
      });
      if (!orphans.has(report.token) || listing.reading.state !== 'complete') return listing;
      const failure = {
        part,
        code: 'mode-count',
        reason: 'Discovery lists a chart of a query that it does not list',
      };
      return { ...listing, reading: readSoFar(listing.reading.items, failure) };
    },
    async charts(report, query) {
      if (charts.complete && !charts.has(query.token)) return NOTHING;
      if (details || chartsByRest) return mode.charts(report, query);
      return charts.list(query.token, {
        part: partNames.charts(report, query),
        schema: chartRow,
        map: (row) => toChart(row, { reportToken: report.token, urls }),
      });
    },
  };
  return { lists, notices: [...queryRows.notices, ...chartRows.notices] };
}

/** Whether Mode is to blame: what was not reached in time is not reached through REST either. */
const failed = ({ reading }: Listing<unknown>): boolean =>
  reading.state !== 'complete' && reading.failure.code !== NOT_REACHED;

const NOTHING: Listing<never> = { reading: complete([]), notices: [] };

const fieldOf = (row: unknown, field: string): string => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, field) : null;
  return typeof value === 'string' ? value : '';
};
const tokenIn = (row: unknown): string => fieldOf(row, 'token');

const orphanedReports = (
  { reading }: Awaited<ReturnType<OpenedResource['rowsBelow']>>,
  queries: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(
    reading.items.flatMap(({ parent, row }) => (queries.has(parent) ? [] : [fieldOf(row, 'report_token')])),
  );
