import { hasChanges, isTrouble } from './change-verdict.ts';
import { join, type Markdown } from './markdown.ts';
import type { RunReport } from './run-report.ts';
import { type CommentContext, commentFoot, commentHead } from './sections/comment-frame.ts';
import { comparisonSection } from './sections/comparison.ts';
import { dashboardsSection } from './sections/dashboards.ts';
import { estimateSection } from './sections/estimate.ts';
import { lineageSection } from './sections/lineage.ts';
import { errorSection } from './sections/opening.ts';
import { queriesSection } from './sections/queries.ts';
import { noticesSection, skippedSection } from './sections/skipped.ts';
import { totalsSection, usageSection } from './sections/totals.ts';
import { failuresSection, findingsSection, guardSection, incompleteSection } from './sections/trouble.ts';
import { bytes, type Detail, trim } from './trim.ts';

/** GitHub refuses a comment above 65,536 characters. Bytes in UTF-8, which are never fewer. */
export const COMMENT_LIMIT = 60_000;

/**
 * A pull request's comment on a plan: what an ingestion would do, what the change of the configuration does, and what stands in the way.
 * Its head and its foot are always whole; what is between is as detailed as there is room.
 */
export function renderComment(
  report: RunReport,
  context: CommentContext,
  limit: number = COMMENT_LIMIT,
): string {
  const head = `${commentHead(report, context).markdown}\n\n`;
  const foot = `${commentFoot(report, context).markdown}\n`;
  const room = Math.max(0, limit - bytes(head) - bytes(foot) - 1);
  const text = trim(room, (detail) => body(report, detail));
  return head + (text.trim() === '' ? '' : `${text}\n`) + foot;
}

/** The rest of a long list belongs to the full report. */
const MOST_QUERIES = 25;
/** A drawing that is higher than a screen hides what comes after it. */
const MOST_EDGES = 16;

function body(report: RunReport, given: Detail): readonly Markdown[] {
  if (!hasChanges(report) && !isTrouble(report))
    return present([comparisonSection(report, given), findingsSection(report, given)]);
  // What stays as it is belongs to the full report.
  const detail = { ...given, unchanged: false };
  return present([
    // One part: a difference in brackets must not be parted from what it means.
    join([totalsSection(report), usageSection(report)], '\n\n'),
    errorSection(report),
    comparisonSection(report, detail),
    failuresSection(report, detail),
    incompleteSection(report, detail),
    guardSection(report, detail),
    findingsSection(report, detail),
    estimateSection(report),
    dashboardsSection(report, detail),
    lineageSection(report, detail, MOST_EDGES),
    skippedSection(report, detail),
    queriesSection(report, { ...detail, rows: Math.min(detail.rows, MOST_QUERIES) }),
    noticesSection(report, detail),
  ]);
}

const present = (parts: readonly Markdown[]): readonly Markdown[] =>
  parts.filter(({ markdown }) => markdown !== '');
