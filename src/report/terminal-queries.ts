import { groupBy } from './group-by.ts';
import type { ReportedQuery, RunReport } from './run-report.ts';
import { orderedVerdicts, verdictTitle } from './sections/queries.ts';
import { capped, MOST } from './terminal-list.ts';
import { line, type Paint, WIDTH } from './terminal-style.ts';
import { plural } from './words.ts';
import { wrap } from './wrap.ts';

/** The queries by verdict, each group with its next step. */
export function queryLines(report: RunReport, most: number, paint: Paint): readonly string[] {
  const groups = groupBy(report.queriesWithoutLineage, ({ verdict }) => verdict);
  return orderedVerdicts(groups).flatMap(([verdict, queries]) => [
    `  ${verdictTitle(line(verdict))} ${paint('dim', `(${queries.length})`)}`,
    ...(queries[0]?.next ? [wrap(line(queries[0].next), WIDTH, 4)] : []),
    ...(verdict === 'no-tables' && most === MOST ? [] : capped(queries.map(entry), most, 4)),
  ]);
}

const entry = ({ report, name, reason, diagnostics }: ReportedQuery): string =>
  [
    wrap(`- ${line(report, 80)} › ${line(name, 80)}: ${line(reason, 300)}`, WIDTH, 4, 2),
    ...diagnostics.map(({ code, message, line: row }) => {
      const place = row === undefined ? '' : `line ${row}: `;
      return wrap(`${place}${line(message, 300)} (${line(code)})`, WIDTH, 6, 2);
    }),
  ].join('\n');

/** The tables that the catalog lacks, those that most queries read first. */
export const missingTableLines = ({ missingTables }: RunReport, most: number): readonly string[] =>
  capped(
    missingTables.map(({ name, queries }) => `  ${line(name, 80)}: ${plural(queries, 'query', 'queries')}`),
    most,
  );
