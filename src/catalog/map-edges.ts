import type { QuerySources } from '../lineage/sources.ts';
import type { Query } from '../mode/workspace.ts';
import { cleanText } from './clean-text.ts';
import type { WantedDashboard, WantedDataModel, WantedEdge } from './entities.ts';
import { dashboardFqn, dataModelFqn } from './entity-names.ts';
import { chartLineage } from './map-chart-columns.ts';
import { columnLineage } from './map-columns.ts';

/** A query of Mode; the charts are null when it is remembered without them. */
export type WrittenSql = Pick<Query, 'sql'> & { readonly charts: Query['charts'] | null };

export interface MappedEdges {
  readonly edges: readonly WantedEdge[];
  /** FQNs of entities whose upstream edges are not known in full. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * Table → data model → dashboard. A query without a data model (they are off, or a filter left it out) draws its tables straight
 * to the dashboard. One edge a pair, the first query's SQL on it. `queries` are those of Mode, by the name of their data model.
 */
export function mapEdges(
  service: string,
  dashboards: readonly WantedDashboard[],
  dataModels: readonly WantedDataModel[],
  sources: readonly QuerySources[],
  queries: ReadonlyMap<string, WrittenSql>,
): MappedEdges {
  const edges = new Map<string, WantedEdge>();
  const unknown = new Set<string>();
  const add = (edge: WantedEdge): void => {
    const key = `${edge.from.fqn}\n${edge.to.fqn}`;
    const before = edges.get(key);
    if (before === undefined) edges.set(key, edge);
    else if (before.conditional && !edge.conditional) edges.set(key, { ...before, conditional: false });
  };
  const models = new Set(dataModels.map((model) => model.fqn));
  const known = new Map(dashboards.map((dashboard) => [dashboard.fqn, dashboard]));

  for (const query of sources) {
    const model = dataModelFqn(service, query.reportToken, query.queryToken);
    const dashboard = dashboardFqn(service, query.reportToken);
    const to = models.has(model)
      ? ({ kind: 'dashboardDataModel', fqn: model } as const)
      : ({ kind: 'dashboard', fqn: dashboard } as const);
    if (to.kind === 'dashboard' && !known.has(dashboard)) continue;
    if (!query.complete) unknown.add(to.fqn);
    const written = queries.get(`${query.reportToken}.${query.queryToken}`)?.sql;
    const sql = written === undefined ? null : cleanText(written);
    for (const { table, conditional } of query.linked) {
      const from = { kind: 'table', fqn: table.fqn, id: table.id } as const;
      const columns = to.kind === 'dashboard' ? [] : columnLineage(query.columns ?? [], table.fqn, to.fqn);
      const known = to.kind === 'dashboardDataModel' && query.complete && query.columns !== null;
      add({ from, to, sql, columns, ...(known ? { columnsKnown: true } : {}), conditional });
    }
  }
  for (const model of dataModels) {
    if (model.dashboard === null) continue;
    const charts = queries.get(model.name)?.charts;
    const wanted = new Set(known.get(model.dashboard)?.charts.fqns);
    // What its charts draw of it is part of this edge.
    const whole = charts?.state === 'complete' && !unknown.has(model.fqn);
    if (!whole) unknown.add(model.dashboard);
    const drawn = whole && charts.items.every(({ columns }) => columns !== null);
    add({
      from: { kind: 'dashboardDataModel', fqn: model.fqn },
      to: { kind: 'dashboard', fqn: model.dashboard },
      sql: null,
      columns: drawn ? chartLineage(service, model, charts.items, wanted) : [],
      ...(drawn && model.columns.length > 0 ? { columnsKnown: true } : {}),
      conditional: false,
    });
  }
  for (const dashboard of dashboards) if (!dashboard.dataModels.complete) unknown.add(dashboard.fqn);
  return { edges: [...edges.values()], unknown };
}
