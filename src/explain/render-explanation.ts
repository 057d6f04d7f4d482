import { escapeTerminal } from '../report/escape-terminal.ts';
import type { ExplainedQuery, ExplainedTable, Explanation } from './explanation.ts';

/** The explanation as text for a terminal or a support case. */
export function renderExplanation({ report, queries, unread }: Explanation): string {
  const parts = [
    `Report ${report}: ${queries.length} ${queries.length === 1 ? 'query' : 'queries'}`,
    ...unread.map((part) => `Not read: ${part}`),
    ...queries.flatMap((query) => ['', ...renderQuery(query)]),
  ];
  return `${escapeTerminal(parts.join('\n'))}\n`;
}

function renderQuery(query: ExplainedQuery): readonly string[] {
  const { name, token, verdict, reason, next, connection, dialect, rendered } = query;
  return [
    `${name ?? 'Untitled'} (${token}): ${verdict}`,
    `  ${query.url}`,
    `  ${reason}`,
    ...(next === '' ? [] : [`  ${next}`]),
    ...(connection === null
      ? []
      : [`  Connection: ${connection.name} (${connection.adapter}), read as ${dialect}`]),
    ...section('Tables', query.tables.map(renderTable)),
    ...section('Columns', renderColumns(query)),
    ...section(
      'Notes',
      query.diagnostics.map(({ line, message }) =>
        line === undefined ? message : `line ${line}: ${message}`,
      ),
    ),
    ...section('SQL with default values', rendered === null ? [] : numbered(rendered, query.lines)),
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `  ${title}`, ...lines.map((line) => `    ${line}`)];

function renderTable({ written, conditional, confidence, ...table }: ExplainedTable): string {
  const marks = [
    ...(conditional ? ['in another Liquid branch'] : []),
    ...(confidence === 'low' ? ['low confidence'] : []),
  ];
  const found = {
    found: `→ ${table.fqn}`,
    ambiguous: `could be ${table.candidates.join(' or ')}`,
    missing: 'is not in the catalog',
    failed: `could not be looked up: ${table.failure}`,
  }[table.state];
  return `${written} ${found}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
}

function renderColumns({ columns, rendered }: ExplainedQuery): readonly string[] {
  if (columns === null) return rendered === null ? [] : ['not known'];
  return columns.map(({ name, sources }) => {
    const from = sources.map(({ column }) => column).join(', ');
    return `${name} ← ${from || '(no column of the catalog)'}`;
  });
}

/** The lines of the author's text keep their numbers, so that notes can be followed. */
function numbered(sql: string, authors: readonly number[] | null): readonly string[] {
  const lines = sql.split('\n');
  const numbers = authors ?? lines.map((_, at) => at + 1);
  const width = String(Math.max(...numbers.slice(-1), lines.length)).length;
  return lines.map((line, at) => `${String(numbers[at]).padStart(width)}  ${line}`.trimEnd());
}
