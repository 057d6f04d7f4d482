import { actionWords, byRank, isChange } from '../action-words.ts';
import { groupBy } from '../group-by.ts';
import { join, link, type Markdown, md, NOTHING, prose } from '../markdown.ts';
import type { ReportedChange, ReportedDashboard, ReportedEntity } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { capitalised, grouped, KIND_WORD, listed, plural } from '../words.ts';

/** The most field changes in one cell. */
const MOST_CHANGES = 8;

export const dashboardRow = (dashboard: ReportedDashboard, { children }: Detail): readonly Markdown[] => [
  md`**${link(dashboard.name, dashboard.url)}**`,
  kindCell(dashboard),
  step(dashboard),
  join([why(dashboard), children ? NOTHING : childCounts(dashboard)], '<br>'),
];

/** A row for each chart and data model that changes, and one that counts the others. */
export function childRows(dashboard: ReportedDashboard): readonly (readonly Markdown[])[] {
  const children = [...dashboard.charts, ...dashboard.dataModels].sort(byRank);
  const changed = children.filter(isChange);
  const rest = children.filter((child) => !isChange(child));
  const rows = changed.map((child) => [
    md`&emsp;${link(child.name, child.url)}`,
    kindCell(child),
    step(child),
    why(child),
  ]);
  if (rest.length === 0) return rows;
  return [...rows, [md`&emsp;_${kinds(rest)} as before_`, NOTHING, NOTHING, NOTHING]];
}

const kindCell = ({ kind }: ReportedEntity): Markdown => unbroken(capitalised(KIND_WORD[kind]));

/** Our own words, kept on one line. */
const unbroken = (words: string): Markdown => ({ markdown: words.replaceAll(' ', '&nbsp;') });

const kinds = (assets: readonly ReportedEntity[]): string =>
  listed(
    [...groupBy(assets, ({ kind }) => kind)].map(([kind, those]) => plural(those.length, KIND_WORD[kind])),
  );

/** `4 charts and 2 data models: 3 new, 1 changed`. */
function childCounts({ charts, dataModels }: ReportedDashboard): Markdown {
  const children = [...charts, ...dataModels];
  if (children.length === 0) return NOTHING;
  const steps = groupBy(children.filter(isChange).sort(byRank), (child) => actionWords(child).word);
  const counts = [...steps].map(([word, those]) => `${grouped(those.length)} ${word}`);
  return md`${[kinds(children), counts.join(', ')].filter((text) => text !== '').join(': ')}`;
}

export function step(stepped: { readonly action: string; readonly failed: boolean }): Markdown {
  const { sign, word } = actionWords(stepped);
  return unbroken(`${sign} ${word}`.trim());
}

/** The fields that change, old and new; else the reason, where there is more to say than "new". */
function why({ action, changes, reason }: ReportedEntity): Markdown {
  if (action === 'create' || action === 'unchanged') return NOTHING;
  const fields = changes.slice(0, MOST_CHANGES).map(fieldChange);
  const untold = changes.length - MOST_CHANGES;
  if (fields.length === 0) return prose(reason, 200);
  return join(untold > 0 ? [...fields, md`… and ${untold} more`] : fields, '<br>');
}

function fieldChange({ field, before, after }: ReportedChange): Markdown {
  const [old, now] = [prose(before, 120), prose(after, 120)];
  if (before === '') return md`**${field}**: ${now}`;
  return after === '' ? md`**${field}**: <del>${old}</del>` : md`**${field}**: <del>${old}</del> → ${now}`;
}
