import { join, type Markdown, md, prose } from './markdown.ts';
import { markdownTable } from './markdown-table.ts';
import type { RunReport } from './run-report.ts';
import { statusTitle } from './sections/opening.ts';
import { renderSummary, SUMMARY_LIMIT } from './summary.ts';
import { bytes, trim } from './trim.ts';
import { plural } from './words.ts';

/** The table at the top takes no more than this of the whole. */
const CONTENTS_SHARE = 0.2;

/** One summary as it is; several under one heading, after a table of their verdicts, together within a summary's limit. */
export function joinSummaries(reports: readonly RunReport[], limit: number = SUMMARY_LIMIT): string {
  const [only, ...others] = reports;
  if (only === undefined) return '';
  if (others.length === 0) return renderSummary(only, limit);
  let text = trim(limit * CONTENTS_SHARE, ({ rows }) => [contents(reports, rows)]);
  for (const [index, report] of reports.entries()) {
    // What the short ones leave over goes to those after them. The rule between two takes seven bytes.
    const room = Math.floor((limit - bytes(text)) / (reports.length - index)) - 7;
    const summary = renderSummary(report, Math.max(0, room));
    if (summary !== '') text += `\n---\n\n${summary}`;
  }
  return text;
}

const contents = (reports: readonly RunReport[], rows: number): Markdown =>
  join(
    [
      md`# ${plural(reports.length, 'configuration')}`,
      markdownTable(
        [{ title: 'Configuration' }, { title: 'Service' }, { title: '' }, { title: 'Verdict' }],
        reports,
        (report) => [
          md`${report.config}`,
          md`${report.service ?? ''}`,
          md`${statusTitle(report)}`,
          prose(report.verdict, 300),
        ],
        rows,
      ),
    ],
    '\n\n',
  );
