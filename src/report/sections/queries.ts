import { groupBy } from '../group-by.ts';
import { code, details, heading, join, link, type Markdown, md, NOTHING, prose } from '../markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import { NEXT_STEPS } from '../next-steps.ts';
import type { ReportedQuery, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { plural } from '../words.ts';

/** The most rows of a group that stands open. */
const OPEN_ROWS = 5;
/** The rest is read by few. */
const MOST_MISSING = 100;

/** Queries whose lineage is missing or lacks something: the tables that are to blame, then each query by its verdict, those that can be mended first. */
export function queriesSection(report: RunReport, detail: Detail): Markdown {
  const { queriesWithoutLineage } = report;
  if (queriesWithoutLineage.length === 0) return NOTHING;
  const groups = groupBy(queriesWithoutLineage, ({ verdict }) => verdict);
  return join(
    [
      heading(md`Queries without full lineage`),
      missingTablesPart(report, detail),
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
          (query) => [md`${query.report}`, link(query.name, query.url), why(query)],
          rows,
        ),
      ],
      '\n\n',
    ),
    open,
  );
}

/** The reason, and what made its SQL hard to read. */
const why = ({ reason, diagnostics }: ReportedQuery): Markdown =>
  join(
    [
      prose(reason, 500),
      ...diagnostics.map(({ code: name, message, line }) =>
        join([line === undefined ? NOTHING : md`Line ${line}:`, prose(message, 300), code(name)], ' '),
      ),
    ],
    '<br>',
  );

/** One table that is missing may be to blame for a hundred queries. */
function missingTablesPart({ missingTables }: RunReport, { rows }: Detail): Markdown {
  if (missingTables.length === 0) return NOTHING;
  return details(
    md`<b>Missing from the catalog</b> · ${plural(missingTables.length, 'table')}`,
    markdownTable(
      [{ title: 'Table' }, { title: 'Queries that read it', align: 'right' }],
      missingTables,
      ({ name, queries }) => [code(name), md`${queries}`],
      Math.min(rows, MOST_MISSING),
    ),
    missingTables.length <= OPEN_ROWS,
  );
}
