import type { QuerySources } from '../lineage/sources.ts';
import type { WantedDashboard, WantedDataModel, WantedEdge } from './entities.ts';
import { columnLineage } from './map-columns.ts';
import { dashboardFqn, dataModelFqn } from './map-report.ts';

export interface MappedEdges {
  readonly edges: readonly WantedEdge[];
  /** FQNs of entities whose upstream edges are not known in full. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * Table → data model → dashboard. A query without a data model (they are off, or a filter left it out) draws its tables straight
 * to the dashboard. One edge a pair, the first query's SQL on it.
 */
export function mapEdges(
  service: string,
  dashboards: readonly WantedDashboard[],
  dataModels: readonly WantedDataModel[],
  sources: readonly QuerySources[],
  sqlOf: (reportToken: string, queryToken: string) => string | null,
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
  const known = new Set(dashboards.map((dashboard) => dashboard.fqn));

  for (const query of sources) {
    const model = dataModelFqn(service, query.reportToken, query.queryToken);
    const dashboard = dashboardFqn(service, query.reportToken);
    const to = models.has(model)
      ? ({ kind: 'dashboardDataModel', fqn: model } as const)
      : ({ kind: 'dashboard', fqn: dashboard } as const);
    if (to.kind === 'dashboard' && !known.has(dashboard)) continue;
    if (!query.complete) unknown.add(to.fqn);
    for (const { table, conditional } of query.linked) {
      const from = { kind: 'table', fqn: table.fqn, id: table.id } as const;
      const columns = to.kind === 'dashboard' ? [] : columnLineage(query.columns ?? [], table.fqn, to.fqn);
      add({ from, to, sql: sqlOf(query.reportToken, query.queryToken), columns, conditional });
    }
  }
  for (const model of dataModels) {
    if (model.dashboard === null) continue;
    add({
      from: { kind: 'dashboardDataModel', fqn: model.fqn },
      to: { kind: 'dashboard', fqn: model.dashboard },
      sql: null,
      columns: [],
      conditional: false,
    });
  }
  for (const dashboard of dashboards) if (!dashboard.dataModels.complete) unknown.add(dashboard.fqn);
  return { edges: [...edges.values()], unknown };
}
