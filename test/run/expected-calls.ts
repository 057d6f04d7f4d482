import type { ModeData } from '../../src/demo/mode/mode-data.ts';

/** Mode's page size in listings of collections, reports and datasets. */
const MODE_PAGE = 30;
/** How many entities a page of the catalog's listings holds. */
const CATALOG_PAGE = 1_000;

const pages = (count: number, size: number) => Math.ceil(count / size);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * The fewest requests with which REST can list a workspace: one for the key, the connections, the definitions and the members; the
 * collections, which alone count their pages; each collection's reports and datasets, up to the page that brings nothing new; the
 * importers of each dataset.
 */
export function listingMinimum({ collections }: ModeData): number {
  const ofKind = (kind: 'report' | 'dataset') =>
    collections.map((collection) => collection.reports.filter((report) => report.kind === kind).length);
  const listing = (count: number) => pages(count, MODE_PAGE) + 1;
  return (
    4 +
    pages(collections.length, MODE_PAGE) +
    sum(ofKind('report').map(listing)) +
    sum(ofKind('dataset').map(listing)) +
    sum(ofKind('dataset'))
  );
}

/** The fewest with which it can tell all of it: the queries of each report that has any, and the charts of each query that has any. */
export function restMinimum(workspace: ModeData): number {
  const reports = workspace.collections.flatMap((collection) => collection.reports);
  return (
    listingMinimum(workspace) +
    reports.filter(({ queries }) => queries.length > 0).length +
    reports.flatMap(({ queries }) => queries).filter(({ charts }) => charts.length > 0).length
  );
}

/** The requests for what no list counts: the version, the user, the service, tags, database services, owners, the search engine. */
const CONSTANT_READS = 10;

/** Reads of the catalog beside its tables, for a generated workspace that is not in it yet: the ids of what was written, by page. */
export function mostReads(workspace: ModeData): number {
  const { charts, queries, reports } = sizeOf(workspace);
  return CONSTANT_READS + sum([charts, queries, reports].map((count) => pages(count, CATALOG_PAGE)));
}

/**
 * Writes for a generated workspace that is not in the catalog yet: the service, a classification with a tag for each collection, every
 * entity in bulk, an edge from each of a query's two tables and one to its report, and the marks of data models and dashboards, in bulk.
 */
export function mostWrites(workspace: ModeData, bulkSize = 100): number {
  const { charts, queries, reports } = sizeOf(workspace);
  const bulk = [charts, queries, reports].map((rows) => pages(rows, bulkSize));
  const marks = [queries, reports].map((rows) => pages(rows, bulkSize));
  return 2 + workspace.collections.length + sum(bulk) + 3 * queries + sum(marks);
}

function sizeOf({ collections }: ModeData) {
  const reports = collections.flatMap((collection) => collection.reports);
  const queries = reports.flatMap((report) => report.queries);
  return {
    reports: reports.length,
    queries: queries.length,
    charts: sum(queries.map(({ charts }) => charts.length)),
  };
}
