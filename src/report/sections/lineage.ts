import { isChange } from '../action-words.ts';
import { heading, join, type Markdown, md, NOTHING } from '../markdown.ts';
import { drawMermaid } from '../mermaid.ts';
import { pickChanges, pickEdges } from '../pick-edges.ts';
import type { ReportedEdge, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { grouped, plural } from '../words.ts';
import { edgeTable } from './edge-table.ts';

/** More than this is no picture any more. */
const MOST_EDGES = 40;

/** What reads what: a drawing, and all edges in a table. */
export function lineageSection(report: RunReport, detail: Detail, most = MOST_EDGES): Markdown {
  if (report.edges.length === 0) return NOTHING;
  return join(
    [heading(md`Lineage`), counts(report), drawing(report, most), edgeTable(report, detail)],
    '\n\n',
  );
}

/** The edges that change and their neighbours, marked; where all or none change, the largest part of all. */
function drawing(report: RunReport, most: number): Markdown {
  const { edges } = report;
  const changes = edges.filter(isChange);
  const marked = changes.length > 0 && changes.length < edges.length;
  const standing = edges.filter(({ action }) => action !== 'remove');
  const drawn = marked ? pickChanges(edges, changes, most) : pickEdges(standing, most);
  if (drawn.length === 0) return NOTHING;
  return join(
    [
      { markdown: `\`\`\`mermaid\n${drawMermaid(drawn, report, marked)}\n\`\`\`` },
      join(
        [
          drawn.length < edges.length
            ? md`_The drawing has ${drawn.length} of ${plural(edges.length, 'edge')}._`
            : NOTHING,
          marked ? md`_Drawn thick: ${colours(drawn)}._` : NOTHING,
        ],
        ' ',
      ),
    ],
    '\n\n',
  );
}

/** `new in green, removed in red`: those that are there. */
const colours = (drawn: readonly ReportedEdge[]): string =>
  [
    ['add', 'new in green'],
    ['change', 'changed in amber'],
    ['remove', 'removed in red'],
  ]
    .filter(([action]) => drawn.some((edge) => edge.action === action))
    .map(([, words]) => words)
    .join(', ');

/** `12 edges; 11 queries of 14 linked in full, 1 in part.` */
function counts({ edges, verdicts }: RunReport): Markdown {
  const queries = Object.values(verdicts).reduce((total, count) => total + count, 0);
  const [linked, partly] = [verdicts.linked ?? 0, verdicts['partly-linked'] ?? 0];
  const conditional = edges.filter((edge) => edge.conditional && edge.action !== 'remove').length;
  const parts = [
    plural(edges.length, 'edge'),
    ...(queries === 0
      ? []
      : [
          `${plural(linked, 'query', 'queries')} of ${grouped(queries)} linked in full${partly > 0 ? `, ${grouped(partly)} in part` : ''}`,
        ]),
    ...(conditional > 0 ? [`${grouped(conditional)} under a Liquid condition, drawn dotted`] : []),
  ];
  return md`${parts.join('; ')}.`;
}
