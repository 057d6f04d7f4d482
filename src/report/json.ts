import type { RunReport } from './run-report.ts';

/** Longer than this, nobody reads it by eye. In characters of the compact form. */
const LONGEST_INDENTED = 500_000;

/** The report as JSON with a newline at its end: always the same order of keys; indented by two while it is short. */
export function renderJson(report: RunReport): string {
  const compact = JSON.stringify(report);
  return `${compact.length > LONGEST_INDENTED ? compact : JSON.stringify(report, null, 2)}\n`;
}
