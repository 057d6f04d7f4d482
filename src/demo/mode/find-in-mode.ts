import type { DemoChart, DemoCollection, DemoQuery, DemoReport, ModeData } from './mode-data.ts';

/** A report with the collection that holds it, and so on downwards: payloads name their parents. */
export interface PlacedReport {
  readonly collection: DemoCollection;
  readonly report: DemoReport;
}
export interface PlacedQuery extends PlacedReport {
  readonly query: DemoQuery;
}
export interface PlacedChart extends PlacedQuery {
  readonly chart: DemoChart;
}

/**
 * The token is looked for anew for every request, because the data may change between two: loops over what is there, which make
 * nothing on their way.
 */
export const findCollection = (mode: ModeData, token: string): DemoCollection | undefined =>
  mode.collections.find((collection) => collection.token === token);

export function findReport(mode: ModeData, token: string): PlacedReport | undefined {
  for (const collection of mode.collections) {
    const report = collection.reports.find((report) => report.token === token);
    if (report !== undefined) return { collection, report };
  }
  return undefined;
}

export function findDataset(mode: ModeData, token: string): PlacedReport | undefined {
  const found = findReport(mode, token);
  return found?.report.kind === 'dataset' ? found : undefined;
}

/** The reports that import a dataset. */
export const importersOf = (mode: ModeData, dataset: string): readonly PlacedReport[] =>
  mode.collections.flatMap((collection) =>
    collection.reports
      .filter(({ imports }) => imports?.includes(dataset))
      .map((report) => ({ collection, report })),
  );

/** By its own token alone: Mode ignores the report's in the path. */
export function findQuery(mode: ModeData, token: string): PlacedQuery | undefined {
  for (const collection of mode.collections) {
    for (const report of collection.reports) {
      const query = report.queries.find((query) => query.token === token);
      if (query !== undefined) return { collection, report, query };
    }
  }
  return undefined;
}

/** By its own token alone, likewise. */
export function findChart(mode: ModeData, token: string): PlacedChart | undefined {
  for (const collection of mode.collections) {
    for (const report of collection.reports) {
      for (const query of report.queries) {
        const chart = query.charts.find((chart) => chart.token === token);
        if (chart !== undefined) return { collection, report, query, chart };
      }
    }
  }
  return undefined;
}
