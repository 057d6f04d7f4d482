import { actionWords, byRank, isChange } from '../action-words.ts';
import { groupBy } from '../group-by.ts';
import { details, heading, join, type Markdown, md, NOTHING } from '../markdown.ts';
import { markdownTable, more } from '../markdown-table.ts';
import type { ReportedDashboard, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { grouped, listed, plural } from '../words.ts';
import { childRows, dashboardRow } from './asset-rows.ts';

/** The most rows of a group that stands open. */
const OPEN_ROWS = 30;
const NO_COLLECTION = 'Not in a collection';

/** Dashboards with what belongs to them, collection by collection; those that change come first. */
export function dashboardsSection({ dashboards }: RunReport, detail: Detail): Markdown {
  const shown = dashboards.filter((dashboard) => detail.unchanged || touches(dashboard));
  const title = heading(md`Dashboards`);
  const groups = [...groupBy(shown, ({ project }) => project ?? NO_COLLECTION)]
    .map(([name, members]) => ({ name, members: sorted(members), quiet: !members.some(touches) }))
    .sort((one, other) => Number(one.quiet) - Number(other.quiet) || compare(one.name, other.name));

  let left = detail.rows;
  let open = OPEN_ROWS;
  const parts: Markdown[] = [];
  let untold = 0;
  for (const { name, members, quiet } of groups) {
    const { rows, told } = groupRows(members, detail, left);
    untold += members.length - told;
    if (told === 0) continue;
    left -= rows.length;
    if (!quiet) open -= rows.length;
    parts.push(
      details(summaryOf(name, members), groupTable(rows, members.length - told), open >= 0 && !quiet),
    );
  }
  const unlisted = dashboards.length - shown.length;
  if (parts.length === 0 && unlisted === 0 && untold === 0) return NOTHING;
  const rest = [
    untold > 0 && plural(untold, 'more dashboard'),
    unlisted > 0 && plural(unlisted, 'unchanged dashboard'),
  ].filter((text) => text !== false);
  return join([title, ...parts, rest.length === 0 ? NOTHING : md`_… and ${listed(rest)}._`], '\n\n');
}

/** Whether anything of a dashboard is worth a reader's eye. */
const touches = (dashboard: ReportedDashboard): boolean =>
  [dashboard, ...dashboard.charts, ...dashboard.dataModels].some(
    (asset) => isChange(asset) || asset.action === 'keep',
  );

/** `Report 2` before `Report 10`. */
const { compare } = new Intl.Collator('en', { numeric: true });

const sorted = (members: readonly ReportedDashboard[]): readonly ReportedDashboard[] =>
  [...members].sort(
    (one, other) =>
      Number(touches(other)) - Number(touches(one)) || byRank(one, other) || compare(one.name, other.name),
  );

/** The rows of as many dashboards as fit into `most`; a dashboard's rows stay together. */
function groupRows(members: readonly ReportedDashboard[], detail: Detail, most: number) {
  const rows: (readonly Markdown[])[] = [];
  let told = 0;
  for (const member of members) {
    const own = [dashboardRow(member, detail), ...(detail.children ? childRows(member) : [])];
    if (rows.length + own.length > most) break;
    rows.push(...own);
    told += 1;
  }
  return { rows, told };
}

const COLUMNS = [{ title: 'Asset' }, { title: 'Kind' }, { title: '' }, { title: 'Details' }];

/** Without the last column where nothing stands in it. */
function groupTable(rows: readonly (readonly Markdown[])[], untold: number): Markdown {
  const width = rows.some((cells) => cells.at(-1)?.markdown !== '') ? COLUMNS.length : COLUMNS.length - 1;
  return join(
    [
      markdownTable(COLUMNS.slice(0, width), rows, (cells) => cells.slice(0, width)),
      more(untold, untold === 1 ? 'more dashboard' : 'more dashboards'),
    ],
    '\n\n',
  );
}

/** `Sales · 3 dashboards, 1 new, 1 changed`, `Sales · 2 dashboards, all new`. */
function summaryOf(name: string, members: readonly ReportedDashboard[]): Markdown {
  const steps = groupBy(
    members.filter((member) => isChange(member) || member.action === 'keep').sort(byRank),
    (member) => actionWords(member).word,
  );
  const count = (those: number) => (those < members.length ? `${grouped(those)} ` : those > 1 ? 'all ' : '');
  const counts = [...steps].map(([word, those]) => `${count(those.length)}${word}`);
  const all = plural(members.length, 'dashboard');
  return md`<b>${name}</b> · ${[all, ...counts].join(', ')}`;
}
