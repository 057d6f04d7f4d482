import { actionWords, byRank, isChange } from '../action-words.ts';
import { groupBy } from '../group-by.ts';
import { join, link, type Markdown, md, NOTHING, prose, quoted } from '../markdown.ts';
import type { ReportedChange, ReportedDashboard, ReportedEntity } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { capitalised, grouped, KIND_WORD, listed, plural } from '../words.ts';

/** The most field changes in one cell. */
const MOST_CHANGES = 8;

type Cells = readonly Markdown[];

export const dashboardRow = (dashboard: ReportedDashboard, { children }: Detail): Cells => [
  md`**${link(dashboard.name, dashboard.url)}**`,
  kindCell(dashboard),
  step(dashboard),
  join([why(dashboard), children ? asBefore(dashboard) : childCounts(dashboard)], '<br>'),
];

/** A row for each chart and data model that changes. */
export const childRows = (dashboard: ReportedDashboard): readonly Cells[] =>
  childrenOf(dashboard)
    .filter(isChange)
    .sort(byRank)
    .map((child) => [md`&emsp;${link(child.name, child.url)}`, kindCell(child), step(child), why(child)]);

/** An asset that stays as it is, in the list of those. */
export const quietRow = (dashboard: ReportedDashboard, project: string): Cells => [
  link(dashboard.name, dashboard.url),
  md`${project}`,
  md`${dashboard.kind === 'dashboard' ? kinds(childrenOf(dashboard)) : KIND_WORD[dashboard.kind]}`,
];

const childrenOf = ({ charts, dataModels }: ReportedDashboard): ReportedEntity[] => [
  ...charts,
  ...dataModels,
];

const kindCell = ({ kind }: ReportedEntity): Markdown => unbroken(capitalised(KIND_WORD[kind]));

/** Our own words, kept on one line. */
const unbroken = (words: string): Markdown => ({ markdown: words.replaceAll(' ', '&nbsp;') });

/** `4 charts and 2 data models`. */
export const kinds = (assets: readonly ReportedEntity[]): string =>
  listed(
    [...groupBy(assets, ({ kind }) => kind)].map(([kind, those]) => plural(those.length, KIND_WORD[kind])),
  );

function asBefore(dashboard: ReportedDashboard): Markdown {
  const rest = childrenOf(dashboard).filter((child) => !isChange(child));
  return rest.length === 0 ? NOTHING : md`_${kinds(rest)} as before_`;
}

/** `4 charts and 2 data models: 3 new, 1 changed`. */
function childCounts(dashboard: ReportedDashboard): Markdown {
  const children = childrenOf(dashboard);
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
  if (fields.length === 0) return quoted(reason, 200);
  return join(untold > 0 ? [...fields, md`… and ${untold} more`] : fields, '<br>');
}

function fieldChange({ field, before, after }: ReportedChange): Markdown {
  if (before === after) return md`**${field}**: changed further on than is shown here`;
  const [old, now] = [before, after].map((text) => prose(text, 120));
  if (before === '') return md`**${field}**: ${now ?? ''}`;
  if (after === '') return md`**${field}**: <del>${old ?? ''}</del>`;
  return md`**${field}**: <del>${old ?? ''}</del> → ${now ?? ''}`;
}
