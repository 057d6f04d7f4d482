import { join, type Markdown, md, NOTHING } from '../markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import { usageLine } from '../report-usage.ts';
import type { RunReport, Totals } from '../run-report.ts';

export const TOTAL_ROWS = [
  ['dashboards', 'Dashboards'],
  ['charts', 'Charts'],
  ['dataModels', 'Data models'],
  ['edges', 'Lineage edges'],
] as const satisfies readonly (readonly [keyof RunReport['totals'], string])[];

const COLUMNS: readonly { readonly key: keyof Totals; readonly done: string; readonly planned: string }[] = [
  { key: 'created', done: 'Created', planned: 'To create' },
  { key: 'changed', done: 'Changed', planned: 'To change' },
  { key: 'deleted', done: 'Deleted', planned: 'To delete' },
  { key: 'unchanged', done: 'Unchanged', planned: 'Unchanged' },
  { key: 'kept', done: 'Kept', planned: 'Kept' },
  { key: 'failed', done: 'Not written', planned: 'Failed' },
];

/** The columns worth showing: the first four always, the others when they hold anything. */
export const totalColumns = (report: RunReport) =>
  COLUMNS.filter(
    ({ key }, index) => index < 4 || TOTAL_ROWS.some(([kind]) => report.totals[kind][key] > 0),
  ).map(({ key, done, planned }) => ({ key, title: report.command === 'plan' ? planned : done }));

export const hasTotals = ({ totals }: RunReport): boolean =>
  Object.values(totals).some((kind) => Object.values(kind).some((count) => count > 0));

export function totalsSection(report: RunReport): Markdown {
  if (!hasTotals(report)) return { markdown: '' };
  const columns = totalColumns(report);
  const base = report.comparison?.totals ?? report.totals;
  const differs = TOTAL_ROWS.some(([kind]) =>
    columns.some(({ key }) => base[kind][key] !== report.totals[kind][key]),
  );
  return join(
    [
      markdownTable(
        [{ title: '' }, ...columns.map(({ title }) => ({ title, align: 'right' as const }))],
        TOTAL_ROWS,
        ([kind, title]) => [
          md`**${title}**`,
          ...columns.map(({ key }) => amount(report.totals[kind][key], base[kind][key])),
        ],
      ),
      differs ? md`_In brackets: the difference to the plan of the base branch's configuration._` : NOTHING,
    ],
    '\n\n',
  );
}

/** Views in a line of their own: they are no assets. */
export const usageSection = (report: RunReport): Markdown => md`${usageLine(report)}`;

/** Zeros step back, so that the eye finds what is there. */
function amount(count: number, base: number): Markdown {
  const difference = count - base;
  if (difference === 0) return count === 0 ? md`·` : md`${count}`;
  const sign = { markdown: difference > 0 ? '+' : '−' };
  return md`${count}&nbsp;(${sign}${Math.abs(difference)})`;
}
