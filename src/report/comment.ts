import type { RunReport } from './run-report.ts';
import { renderSummary } from './summary.ts';

/** GitHub refuses a comment above 65,536 characters; the rest is room for whoever posts it. Bytes in UTF-8. */
export const COMMENT_LIMIT = 60_000;

/** What a pull request's comment shows of a plan: the summary, within a comment's limit. */
export const renderComment = (report: RunReport): string => renderSummary(report, COMMENT_LIMIT);
