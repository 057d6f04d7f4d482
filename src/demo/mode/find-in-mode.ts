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

export const findCollection = (mode: ModeData, token: string): DemoCollection | undefined =>
  mode.collections.find((collection) => collection.token === token);

export function findReport(mode: ModeData, token: string): PlacedReport | undefined {
  for (const placed of reportsOf(mode)) if (placed.report.token === token) return placed;
  return undefined;
}

/** By its own token alone: Mode ignores the report's in the path. */
export function findQuery(mode: ModeData, token: string): PlacedQuery | undefined {
  for (const placed of queriesOf(mode)) if (placed.query.token === token) return placed;
  return undefined;
}

/** By its own token alone, likewise. */
export function findChart(mode: ModeData, token: string): PlacedChart | undefined {
  for (const placed of queriesOf(mode)) {
    const chart = placed.query.charts.find((chart) => chart.token === token);
    if (chart !== undefined) return { ...placed, chart };
  }
  return undefined;
}

function* reportsOf(mode: ModeData): Generator<PlacedReport> {
  for (const collection of mode.collections) {
    for (const report of collection.reports) yield { collection, report };
  }
}

function* queriesOf(mode: ModeData): Generator<PlacedQuery> {
  for (const placed of reportsOf(mode)) {
    for (const query of placed.report.queries) yield { ...placed, query };
  }
}
