import type { Markdown } from './markdown.ts';
import type { RunReport } from './run-report.ts';
import { comparisonSection } from './sections/comparison.ts';
import { dashboardsSection } from './sections/dashboards.ts';
import { estimateSection } from './sections/estimate.ts';
import { lineageSection } from './sections/lineage.ts';
import { errorSection, openingSection } from './sections/opening.ts';
import { queriesSection } from './sections/queries.ts';
import { runFactsSection } from './sections/run-facts.ts';
import { noticesSection, skippedSection } from './sections/skipped.ts';
import { totalsSection, usageSection } from './sections/totals.ts';
import { failuresSection, findingsSection, guardSection, incompleteSection } from './sections/trouble.ts';
import { type Detail, trim } from './trim.ts';

/** GitHub drops a step's whole summary above 1 MiB; masking may lengthen it. Bytes in UTF-8. */
export const SUMMARY_LIMIT = 900_000;

/** The job summary of one run: what matters most stands first, and what does not fit goes last. */
export const renderSummary = (report: RunReport, limit: number = SUMMARY_LIMIT): string =>
  trim(limit, (detail) => sections(report, detail));

/** Every part of a report, in the order in which a reader needs them. */
export const sections = (report: RunReport, detail: Detail): readonly Markdown[] => [
  openingSection(report),
  totalsSection(report),
  usageSection(report),
  errorSection(report),
  comparisonSection(report, detail),
  failuresSection(report, detail),
  incompleteSection(report, detail),
  guardSection(report, detail),
  findingsSection(report, detail),
  dashboardsSection(report, detail),
  lineageSection(report, detail),
  queriesSection(report, detail),
  noticesSection(report, detail),
  skippedSection(report, detail),
  estimateSection(report),
  runFactsSection(report),
];
