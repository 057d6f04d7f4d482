/** Prints rows, each a list of cells, under a head: numbers to the right, a null as a dash. */
export function printTable(head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => (cell === null ? '-' : shown(cell))));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const isNumber = head.map((_, column) =>
    rows.every((row) => row[column] === null || typeof row[column] === 'number'),
  );
  const line = (row) =>
    row.map((cell, column) =>
      isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
    );
  const [first, ...others] = cells.map((row) => `| ${line(row).join(' | ')} |`);
  console.log([first, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...others].join('\n'));
}

const shown = (cell) => (typeof cell === 'number' ? format.format(cell) : cell);
const format = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** Prints what is promised beside what was measured. */
export function printBounds(bounds) {
  printTable(
    ['bound', 'allowed', 'measured', ''],
    bounds.map(({ what, allowed, measured }) => [
      what,
      allowed,
      measured,
      measured <= allowed ? 'kept' : 'BROKEN',
    ]),
  );
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
