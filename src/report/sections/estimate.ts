import { type Markdown, md, NOTHING } from '../markdown.ts';
import type { RunReport } from '../run-report.ts';
import { plural } from '../words.ts';

/** What an ingestion of the plan would take. */
export function estimateSection({ estimate }: RunReport): Markdown {
  if (estimate === null) return NOTHING;
  const { mode, openMetadata, writes, seconds } = estimate;
  const time =
    seconds < 90 ? plural(Math.max(1, seconds), 'second') : plural(Math.ceil(seconds / 60), 'minute');
  return md`**An ingestion** would make about ${plural(mode, 'call')} to Mode and ${plural(openMetadata, 'call')} to OpenMetadata, ${writes === 0 ? 'none of them a write' : `${plural(writes, 'write')} among them`}, and take about **${time}**.`;
}
