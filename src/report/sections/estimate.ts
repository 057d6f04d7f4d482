import type { Estimate } from '../../plan/estimate.ts';
import { type Markdown, md, NOTHING } from '../markdown.ts';
import type { RunReport } from '../run-report.ts';
import { plural } from '../words.ts';

/** What an ingestion of the plan would take. */
export function estimateSection({ estimate }: RunReport): Markdown {
  if (estimate === null) return NOTHING;
  const { calls, time } = parts(estimate);
  return md`**An ingestion** would make about ${calls}, and take about **${time}**.`;
}

/** The same in a few words. */
export function estimateText(estimate: Estimate): string {
  const { calls, time } = parts(estimate);
  return `about ${time}: ${calls}`;
}

const parts = ({ mode, openMetadata, writes, seconds }: Estimate) => ({
  calls: `${plural(mode, 'call')} to Mode and ${plural(openMetadata, 'call')} to OpenMetadata, ${writes === 0 ? 'none of them a write' : `${plural(writes, 'write')} among them`}`,
  time: seconds < 90 ? plural(Math.max(1, seconds), 'second') : plural(Math.ceil(seconds / 60), 'minute'),
});
