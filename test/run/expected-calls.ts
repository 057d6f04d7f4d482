import type { ModeData } from '../../src/demo/mode/mode-data.ts';

/** Mode's page size in listings of collections, reports and datasets. */
const MODE_PAGE = 30;
/** How many entities a page of the catalog's listings holds. */
const CATALOG_PAGE = 1_000;

const pages = (count: number, size: number) => Math.ceil(count / size);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * The fewest requests with which REST can tell all of a workspace: one for the key, the connections, the definitions and the members;
 * the collections, which alone count their pages; each collection's reports and datasets, up to the page that brings nothing new; the
 * importers of each dataset; the queries of each report that has any, and the charts of each query that has any.
 */
export function restMinimum({ collections }: ModeData): number {
  const reports = collections.flatMap((collection) => collection.reports);
  const ofKind = (kind: 'report' | 'dataset') =>
    collections.map((collection) => collection.reports.filter((report) => report.kind === kind).length);
  const listing = (count: number) => pages(count, MODE_PAGE) + 1;
  return (
    4 +
    pages(collections.length, MODE_PAGE) +
    sum(ofKind('report').map(listing)) +
    sum(ofKind('dataset').map(listing)) +
    sum(ofKind('dataset')) +
    reports.filter(({ queries }) => queries.length > 0).length +
    reports.flatMap(({ queries }) => queries).filter(({ charts }) => charts.length > 0).length
  );
}
