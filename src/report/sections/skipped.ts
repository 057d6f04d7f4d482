import { details, heading, join, type Markdown, md, NOTHING, prose } from '../markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import type { RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { capitalised, plural } from '../words.ts';

/** What was left out, kept or not usable, and why. */
export function skippedSection({ skipped }: RunReport, { rows }: Detail): Markdown {
  if (skipped.length === 0) return NOTHING;
  return join(
    [
      heading(md`Left out or kept`),
      details(
        md`${plural(skipped.length, 'entry', 'entries')}; nothing here was deleted`,
        markdownTable(
          [{ title: 'What' }, { title: 'Name' }, { title: 'Why' }],
          skipped,
          ({ what, name, why }) => [md`${capitalised(what)}`, md`${name}`, prose(why, 300)],
          rows,
        ),
        skipped.length <= 5,
      ),
    ],
    '\n\n',
  );
}
