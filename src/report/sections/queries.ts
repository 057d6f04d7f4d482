import { groupBy } from '../group-by.ts';
import { details, heading, join, type Markdown, md, NOTHING, prose } from '../markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import { NEXT_STEPS } from '../next-steps.ts';
import type { ReportedQuery, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { plural } from '../words.ts';

/** The most rows of a group that stands open. */
const OPEN_ROWS = 5;

/** Queries whose lineage is missing or lacks something, by verdict: those that can be mended first. */
export function queriesSection({ queriesWithoutLineage }: RunReport, detail: Detail): Markdown {
  if (queriesWithoutLineage.length === 0) return NOTHING;
  const groups = groupBy(queriesWithoutLineage, ({ verdict }) => verdict);
  return join(
    [
      heading(md`Queries without full lineage`),
      ...orderedVerdicts(groups).map((group) => part(...group, detail)),
    ],
    '\n\n',
  );
}

const titles: Readonly<Record<string, { readonly title: string }>> = NEXT_STEPS;

/** In the order of the next steps' table; a verdict that it does not know comes last. */
export function orderedVerdicts(
  groups: ReadonlyMap<string, readonly ReportedQuery[]>,
): readonly (readonly [string, readonly ReportedQuery[]])[] {
  const order = [...new Set([...Object.keys(NEXT_STEPS), ...groups.keys()])];
  return order.flatMap((verdict) => {
    const queries = groups.get(verdict);
    return queries === undefined ? [] : [[verdict, queries] as const];
  });
}

export const verdictTitle = (verdict: string): string => titles[verdict]?.title ?? verdict;

function part(verdict: string, queries: readonly ReportedQuery[], { rows }: Detail): Markdown {
  const open = queries.length <= OPEN_ROWS && verdict !== 'no-tables';
  return details(
    md`<b>${verdictTitle(verdict)}</b> · ${plural(queries.length, 'query', 'queries')}`,
    join(
      [
        prose(queries[0]?.next ?? '', 500),
        markdownTable(
          [{ title: 'Report' }, { title: 'Query' }, { title: 'Why' }],
          queries,
          ({ report, name, reason }) => [md`${report}`, md`${name}`, prose(reason, 500)],
          rows,
        ),
      ],
      '\n\n',
    ),
    open,
  );
}
