import type { ListedReport } from '../payloads/report-payload.ts';
import type { OpenedResource } from './discovery-client.ts';
import type { DiscoveryOptions } from './discovery-options.ts';

/** Calls that the children of some reports take, each way. */
export interface ChildPrices {
  /** Through REST: one for the queries of a report and one for the charts of a query, about. */
  readonly rest: number;
  /** Pages of Discovery that are left to read. */
  readonly discovery: number;
  /** Pages of Discovery from the first one on, reports included. */
  readonly discoveryInAll: number;
  /** Calls of REST for the same, listings included, about. */
  readonly restInAll: number;
}

const REST_PAGE = 30;

export function childPrices(
  reports: readonly ListedReport[],
  {
    queries,
    charts,
    reportPages,
    reportsInAll,
    chartDetails,
  }: {
    readonly queries: Pick<OpenedResource, 'pages' | 'total'>;
    readonly charts: Pick<OpenedResource, 'pages'>;
    readonly reportPages: number | null;
    readonly reportsInAll: number | null;
    readonly chartDetails: DiscoveryOptions['chartDetails'];
  },
): ChildPrices {
  const all = Math.max(1, reportsInAll ?? reports.length);
  const queriesEach = (queries.total ?? all) / all;
  const rest = reports.reduce((sum, { queryCount }) => sum + 1 + (queryCount ?? queriesEach), 0);
  const pages = Math.max(0, queries.pages - 1) + Math.max(0, charts.pages - 1);
  // Details come from REST either way.
  const details = chartDetails === 'full' ? rest - reports.length : 0;
  return {
    rest: Math.ceil(rest),
    restInAll: Math.ceil(rest + listings(reports)),
    discovery: Math.ceil(pages + details),
    discoveryInAll: (reportPages ?? 0) + Math.max(1, queries.pages) + Math.max(1, charts.pages),
  };
}

/** Pages of the collections that hold the reports, each with the one that tells nothing new. */
function listings(reports: readonly ListedReport[]): number {
  const sizes = new Map<string | null, number>();
  for (const { collectionToken: token } of reports) sizes.set(token, (sizes.get(token) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + Math.ceil(size / REST_PAGE) + 1, 0);
}
