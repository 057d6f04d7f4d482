import { actionWords, byRank, isChange } from '../action-words.ts';
import { type AssetNames, assetNames, assetPath } from '../asset-names.ts';
import { groupBy } from '../group-by.ts';
import { code, details, join, link, type Markdown, md, NOTHING } from '../markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import type { ReportedEdge, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { grouped, plural } from '../words.ts';
import { step } from './asset-rows.ts';

/** The most edges in one cell. */
const MOST_OF_ONE = 20;

/** Each query and dashboard with what it reads, those with a change first. */
export function edgeTable(report: RunReport, detail: Detail): Markdown {
  const { edges } = report;
  const shown = edges.filter((edge) => detail.unchanged || isChange(edge)).sort(byRank);
  if (shown.length === 0) return NOTHING;
  const names = assetNames(report);
  // Said once, where it is so of every edge.
  const words = new Set(shown.map((edge) => actionWords(edge).word));
  const [word = ''] = words;
  const title = [
    plural(shown.length, 'edge'),
    ...(words.size === 1 && shown.length > 1 ? [`all ${word}`] : []),
    ...(shown.length < edges.length ? [`without ${grouped(edges.length - shown.length)} unchanged`] : []),
  ];
  return details(
    md`${title.join(', ')}`,
    markdownTable(
      [{ title: 'Query or dashboard' }, { title: 'Reads' }],
      [...groupBy(shown, ({ to }) => to).values()],
      (ones) => [named(ones[0]?.to ?? '', names), sources(ones, names, words.size > 1)],
      detail.edges,
    ),
  );
}

function sources(edges: readonly ReportedEdge[], names: AssetNames, withStep: boolean): Markdown {
  const untold = edges.length - MOST_OF_ONE;
  return join(
    [
      ...edges.slice(0, MOST_OF_ONE).map((edge) => source(edge, names, withStep && isChange(edge))),
      untold > 0 ? md`… and ${untold} more` : NOTHING,
    ],
    '<br>',
  );
}

function source(edge: ReportedEdge, names: AssetNames, withStep: boolean): Markdown {
  const remarks = [
    ...(edge.columns > 0 ? [plural(edge.columns, 'column')] : []),
    ...(edge.conditional ? ['conditional'] : []),
  ];
  return join(
    [
      withStep ? step(edge) : NOTHING,
      named(edge.from, names),
      remarks.length > 0 ? md`(${remarks.join(', ')})` : NOTHING,
    ],
    ' ',
  );
}

/** An asset of Mode by its name, with its page; a table by its FQN. */
export function named(fqn: string, names: AssetNames): Markdown {
  const known = names.get(fqn);
  return known === undefined ? code(fqn) : link(assetPath(known), known.asset.url);
}
