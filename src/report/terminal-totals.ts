import { displayWidth, padEnd, padStart } from './display-width.ts';
import type { RunReport } from './run-report.ts';
import { hasTotals, TOTAL_ROWS, totalColumns } from './sections/totals.ts';
import type { Paint } from './terminal-style.ts';
import { grouped } from './words.ts';

/** The table of totals, its columns as wide as what they hold. */
export function terminalTotals(report: RunReport, paint: Paint): readonly string[] {
  if (!hasTotals(report)) return [];
  const columns = totalColumns(report);
  const names = Math.max(...TOTAL_ROWS.map(([, title]) => displayWidth(title)));
  const cell = (kind: keyof RunReport['totals'], { key, title }: (typeof columns)[number]) => {
    const count = report.totals[kind][key];
    const text = padStart(count === 0 ? '·' : grouped(count), Math.max(displayWidth(title), 9));
    return count > 0 && key === 'failed' ? paint('red', text) : count === 0 ? paint('dim', text) : text;
  };
  const heads = columns.map(({ title }) => padStart(title, Math.max(displayWidth(title), 9)));
  return [
    paint('dim', `  ${padEnd('', names)}  ${heads.join('  ')}`),
    ...TOTAL_ROWS.map(
      ([kind, title]) =>
        `  ${padEnd(title, names)}  ${columns.map((column) => cell(kind, column)).join('  ')}`,
    ),
  ];
}
