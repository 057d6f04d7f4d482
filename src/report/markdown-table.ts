import { join, type Markdown, md } from './markdown.ts';

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right' | 'centre';
}

const RULES = { left: ':--', right: '--:', centre: ':-:' } as const;

const row = (cells: readonly Markdown[]): Markdown => ({
  markdown: `| ${cells.map((cell) => cell.markdown).join(' | ')} |`,
});

/** A table with a row for each item; those beyond `most` are counted in a line below it. The cells are on one line each. */
export function markdownTable<Item>(
  columns: readonly TableColumn[],
  items: readonly Item[],
  cellsOf: (item: Item) => readonly Markdown[],
  most = Number.POSITIVE_INFINITY,
): Markdown {
  const lines = [
    row(columns.map(({ title }) => md`${title}`)),
    row(columns.map(({ align = 'left' }) => ({ markdown: RULES[align] }))),
    ...items.slice(0, most).map((item) => row(cellsOf(item))),
  ];
  return join([join(lines, '\n'), more(items.length - most, 'more')], '\n\n');
}

/** `… and 12 more`, or nothing. */
export const more = (count: number, what: string): Markdown =>
  count > 0 ? md`_… and ${count} ${what}._` : { markdown: '' };
