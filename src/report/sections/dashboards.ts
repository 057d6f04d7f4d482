import { actionWords, byRank, isChange } from '../action-words.ts';
import { compareNames } from '../compare-names.ts';
import { groupBy } from '../group-by.ts';
import { details, heading, join, type Markdown, md, NOTHING } from '../markdown.ts';
import { markdownTable, more } from '../markdown-table.ts';
import type { ReportedDashboard, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { grouped } from '../words.ts';
import { childRows, dashboardRow, kinds, quietRow } from './asset-rows.ts';

/** Groups stand open until they have this many rows together; a group's head takes the room of some. */
const OPEN_ROWS = 40;
const HEAD_ROWS = 3;

/** Dashboards with what belongs to them: those that something becomes of, collection by collection, then the others in one list. */
export function dashboardsSection({ dashboards }: RunReport, detail: Detail): Markdown {
  if (dashboards.length === 0) return NOTHING;
  const [touched, quiet] = [dashboards.filter(touches), dashboards.filter((each) => !touches(each))];
  const members = groupBy(dashboards, collection);
  const groups = [...groupBy(touched, collection)].sort(([one], [other]) => compareNames(one, other));

  let left = detail.rows;
  let open = OPEN_ROWS;
  const parts: Markdown[] = [];
  let untold = 0;
  for (const [name, group] of groups) {
    const { rows, rest } = groupRows([...group].sort(byRankAndName), detail, left);
    if (rows.length === 0) {
      untold += rest.length;
      continue;
    }
    left -= rows.length;
    open -= HEAD_ROWS + rows.length;
    const summary = summaryOf(name, members.get(name) ?? group);
    parts.push(details(summary, groupTable(rows, rest.length), open >= 0));
  }
  return join(
    [
      heading(md`Dashboards`),
      ...parts,
      more(untold, 'more'),
      detail.unchanged ? quietPart(quiet) : more(quiet.length, 'more, as before'),
    ],
    '\n\n',
  );
}

/** Whether anything of a dashboard is worth a reader's eye. A chart that is kept is told among what is kept. */
const touches = (dashboard: ReportedDashboard): boolean =>
  dashboard.action === 'keep' || [dashboard, ...dashboard.charts, ...dashboard.dataModels].some(isChange);

const collection = ({ project }: ReportedDashboard): string => project ?? 'Not in a collection';

const byRankAndName = (one: ReportedDashboard, other: ReportedDashboard): number =>
  byRank(one, other) || compareNames(one.name, other.name);

/** The rows of as many dashboards as fit into `most`; a dashboard's rows stay together. */
function groupRows(members: readonly ReportedDashboard[], detail: Detail, most: number) {
  const rows: (readonly Markdown[])[] = [];
  for (const [told, member] of members.entries()) {
    const own = [dashboardRow(member, detail), ...(detail.children ? childRows(member) : [])];
    if (rows.length + own.length > most) return { rows, rest: members.slice(told) };
    rows.push(...own);
  }
  return { rows, rest: [] };
}

const COLUMNS = [{ title: 'Asset' }, { title: 'Kind' }, { title: '' }, { title: 'Details' }];

/** Without the last column where nothing stands in it. */
function groupTable(rows: readonly (readonly Markdown[])[], untold: number): Markdown {
  const width = rows.some((cells) => cells.at(-1)?.markdown !== '') ? COLUMNS.length : COLUMNS.length - 1;
  return join(
    [
      markdownTable(COLUMNS.slice(0, width), rows, (cells) => cells.slice(0, width)),
      more(untold, 'more here'),
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
  return md`<b>${name}</b> · ${[kinds(members), ...counts].join(', ')}`;
}

function quietPart(quiet: readonly ReportedDashboard[]): Markdown {
  if (quiet.length === 0) return NOTHING;
  const sorted = [...quiet].sort(
    (one, other) => compareNames(collection(one), collection(other)) || compareNames(one.name, other.name),
  );
  return details(
    md`<b>As before</b> · ${kinds(quiet)}`,
    markdownTable([{ title: 'Asset' }, { title: 'Collection' }, { title: 'Holds' }], sorted, (each) =>
      quietRow(each, collection(each)),
    ),
  );
}
