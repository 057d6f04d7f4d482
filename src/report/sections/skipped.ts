import { details, heading, join, list, type Markdown, md, NOTHING, prose, quoted } from '../markdown.ts';
import { markdownTable, more } from '../markdown-table.ts';
import type { RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { capitalised, plural } from '../words.ts';

/** Up to this many entries stand open. */
const OPEN = 5;

/** What was left out or kept, and why. */
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
          ({ what, name, why }) => [md`${capitalised(what)}`, md`${name}`, quoted(why, 300)],
          rows,
        ),
        skipped.length <= OPEN,
      ),
    ],
    '\n\n',
  );
}

/** What else is worth knowing. */
export function noticesSection({ notices }: RunReport, { rows }: Detail): Markdown {
  if (notices.length === 0) return NOTHING;
  const shown = list(notices.slice(0, rows).map((notice) => prose(notice, 500)));
  const body = join([shown, more(notices.length - rows, 'more')], '\n\n');
  return join(
    [
      heading(md`Worth knowing`),
      notices.length <= OPEN ? body : details(md`${plural(notices.length, 'note')}`, body),
    ],
    '\n\n',
  );
}
