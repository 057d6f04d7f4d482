import type { EntityKind } from '../catalog/entities.ts';
import { splitFqn } from '../catalog/fqn.ts';
import { assetNames } from './asset-names.ts';
import { escapeMermaid } from './escape-mermaid.ts';
import type { ReportedEdge, RunReport } from './run-report.ts';

type Shape = 'table' | 'model' | 'dashboard';

/** Charts have no lineage of their own. */
const SHAPES: Readonly<Record<EntityKind, Shape>> = {
  dashboard: 'dashboard',
  dashboardDataModel: 'model',
  chart: 'model',
};

const DRAW: Readonly<Record<Shape, (label: string) => string>> = {
  table: (label) => `[("${label}")]`,
  model: (label) => `["${label}"]`,
  dashboard: (label) => `(["${label}"])`,
};

/** Colours that carry on GitHub's light and dark ground. */
const CLASSES: Readonly<Record<Shape, string>> = {
  table: 'fill:#dbeafe,stroke:#3b82f6,color:#1e3a5f',
  model: 'fill:#fef3c7,stroke:#d97706,color:#5c3a0a',
  dashboard: 'fill:#dcfce7,stroke:#16a34a,color:#14432a',
};

/** How an edge that changes is marked, by what becomes of it. */
const MARKS: Readonly<Record<string, string>> = {
  add: 'stroke:#16a34a,stroke-width:3px',
  change: 'stroke:#d97706,stroke-width:3px',
  remove: 'stroke:#dc2626,stroke-width:3px',
};

/**
 * A flow chart of lineage: tables → data models → dashboards. When `marked`, edges that change are thick and coloured; edges that only a
 * Liquid branch reads are dotted. Ids are ours; labels are inert.
 */
export function drawMermaid(
  edges: readonly ReportedEdge[],
  report: Pick<RunReport, 'dashboards'>,
  marked = false,
): string {
  const names = assetNames(report);
  const ids = new Map<string, string>();
  for (const { from, to } of edges) {
    for (const fqn of [from, to]) if (!ids.has(fqn)) ids.set(fqn, `n${ids.size + 1}`);
  }
  const nodes = [...ids].map(([fqn, id]) => {
    const known = names.get(fqn)?.asset;
    const shape = known === undefined ? 'table' : SHAPES[known.kind];
    const label = known?.name ?? shortName(fqn);
    return `  ${id}${DRAW[shape](escapeMermaid(label) || '?')}:::${shape}`;
  });
  const arrows = edges.map(
    ({ from, to, conditional }) => `  ${ids.get(from)} ${conditional ? '-.->' : '-->'} ${ids.get(to)}`,
  );
  const marks = Object.entries(MARKS).flatMap(([action, style]) => {
    const those = edges.flatMap((edge, index) => (edge.action === action ? [index] : []));
    return marked && those.length > 0 ? [`  linkStyle ${those.join(',')} ${style}`] : [];
  });
  return [
    'flowchart LR',
    ...Object.entries(CLASSES).map(([name, style]) => `  classDef ${name} ${style}`),
    ...nodes,
    ...arrows,
    ...marks,
  ].join('\n');
}

/** A table's schema and name say enough in a drawing. */
const shortName = (fqn: string): string => splitFqn(fqn).slice(-2).join('.');
