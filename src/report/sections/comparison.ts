import { code, details, heading, join, link, type Markdown, md, NOTHING, quoted } from '../markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import type { ReportedKey, ReportedMove, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { capitalised, plural } from '../words.ts';

/** Up to this many rows stand open. */
const OPEN_ROWS = 15;

/** What the change of the configuration itself does: the reports that go in and out, and the keys that changed. */
export function comparisonSection({ comparison }: RunReport, { rows }: Detail): Markdown {
  if (comparison === null) return NOTHING;
  const { gained, lost, keys } = comparison;
  const open = gained.length + lost.length + keys.length <= OPEN_ROWS;
  return join(
    [
      heading(md`This change of the configuration`),
      quoted(comparison.verdict, 600),
      keyTable(keys, open, rows),
      moveTable('Now ingested', gained, 'Why not before', open, rows),
      moveTable('Not ingested any more', lost, 'Why', open, rows),
      lost.length > 0 ? md`What the catalog has of them stays as it is.` : NOTHING,
    ],
    '\n\n',
  );
}

function keyTable(keys: readonly ReportedKey[], open: boolean, rows: number): Markdown {
  if (keys.length === 0) return NOTHING;
  return details(
    md`<b>Keys</b> · ${plural(keys.length, 'change')}`,
    markdownTable(
      [{ title: 'Key' }, { title: 'Base branch' }, { title: 'This change' }],
      keys,
      ({ key, before, after }) => [code(key), value(before), value(after)],
      rows,
    ),
    open,
  );
}

const value = (text: string | null): Markdown =>
  text === null ? md`_not set_` : text.trim() === '' ? md`_empty_` : code(text, 200);

function moveTable(
  title: string,
  moves: readonly ReportedMove[],
  why: string,
  open: boolean,
  rows: number,
): Markdown {
  if (moves.length === 0) return NOTHING;
  return details(
    md`<b>${title}</b> · ${plural(moves.length, 'entry', 'entries')}`,
    markdownTable(
      [{ title: 'Name' }, { title: 'Kind' }, { title: why }],
      moves,
      ({ name, url, kind, because }) => [link(name, url), md`${capitalised(kind)}`, quoted(because, 300)],
      rows,
    ),
    open,
  );
}
