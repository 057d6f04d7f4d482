import { byRank } from '../action-words.ts';
import { type AssetNames, assetNames, assetPath } from '../asset-names.ts';
import { code, details, heading, join, type Markdown, md, NOTHING } from '../markdown.ts';
import { markdownTable } from '../markdown-table.ts';
import { drawMermaid } from '../mermaid.ts';
import { pickEdges } from '../pick-edges.ts';
import type { ReportedEdge, RunReport } from '../run-report.ts';
import type { Detail } from '../trim.ts';
import { grouped, listed, plural } from '../words.ts';
import { step } from './asset-rows.ts';

/** More than this is no picture any more. */
const MOST_EDGES = 40;

/** What reads what: a drawing, and all edges in a table. */
export function lineageSection(report: RunReport, detail: Detail): Markdown {
  const { edges } = report;
  if (edges.length === 0) return NOTHING;
  const standing = edges.filter(({ action }) => action !== 'remove');
  const drawn = pickEdges(standing, MOST_EDGES);
  const drawing: Markdown =
    drawn.length === 0 ? NOTHING : { markdown: `\`\`\`mermaid\n${drawMermaid(drawn, report)}\n\`\`\`` };
  return join(
    [
      heading(md`Lineage`),
      counts(report),
      drawing,
      drawn.length < standing.length
        ? md`_The drawing has ${drawn.length} of ${plural(standing.length, 'edge')}._`
        : NOTHING,
      edgeTable(report, detail),
    ],
    '\n\n',
  );
}

/** `12 edges. Of 14 queries 11 are linked, 1 in part.` */
function counts({ edges, verdicts }: RunReport): Markdown {
  const queries = Object.values(verdicts).reduce((total, count) => total + count, 0);
  const [linked, partly] = [verdicts.linked ?? 0, verdicts['partly-linked'] ?? 0];
  const added = edges.filter(({ action }) => action === 'add').length;
  const conditional = edges.filter((edge) => edge.conditional && edge.action !== 'remove').length;
  const parts = [
    plural(edges.length, 'edge'),
    ...(queries === 0
      ? []
      : [
          `${plural(linked, 'query', 'queries')} of ${grouped(queries)} linked in full${partly > 0 ? `, ${grouped(partly)} in part` : ''}`,
        ]),
    ...(added > 0 && added < edges.length ? [`${grouped(added)} new, drawn thick`] : []),
    ...(conditional > 0 ? [`${grouped(conditional)} under a Liquid condition, drawn dotted`] : []),
  ];
  return md`${parts.join('; ')}.`;
}

function edgeTable(report: RunReport, detail: Detail): Markdown {
  const { edges } = report;
  const names = assetNames(report);
  const shown = [...edges]
    .filter((edge) => detail.unchanged || edge.action !== 'unchanged' || edge.failed)
    .sort(byRank);
  if (shown.length === 0) return NOTHING;
  const hidden = edges.length - shown.length;
  const title = [
    plural(shown.length, 'edge'),
    ...(hidden > 0 ? [`without ${grouped(hidden)} unchanged`] : []),
  ];
  return details(
    md`${listed(title)}`,
    markdownTable(
      [{ title: 'From' }, { title: 'To' }, { title: 'Columns', align: 'right' }, { title: '' }],
      shown,
      (edge) => edgeRow(edge, names),
      detail.edges,
    ),
  );
}

const edgeRow = (edge: ReportedEdge, names: AssetNames): readonly Markdown[] => [
  ...[edge.from, edge.to].map((fqn) => {
    const known = names.get(fqn);
    return known === undefined ? code(fqn) : md`${assetPath(known)}`;
  }),
  edge.columns === 0 ? md`·` : md`${edge.columns}`,
  join([step(edge), edge.conditional ? md`conditional` : NOTHING], ', '),
];
