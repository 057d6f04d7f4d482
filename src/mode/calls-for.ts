/** Mode's published limit is about 40 requests in 10 s. */
export const CALLS_PER_SECOND = 4;

/** Requests for the children of a report, at most: charts are asked for until as many are found as the report says that it has. */
export const callsFor = (report: {
  readonly queryCount: number | null;
  readonly chartCount: number | null;
}): number => (report.queryCount === 0 ? 0 : 1 + (report.chartCount === 0 ? 0 : (report.queryCount ?? 1)));
