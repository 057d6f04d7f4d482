import { complete } from '../mode/reading.ts';
import type { Workspace } from '../mode/workspace.ts';
import type { WantedDashboard, WantedDataModel, WantedEdge } from './entities.ts';
import { dashboardFqn, dataModelFqn } from './entity-names.ts';
import type { MappedEdges } from './map-edges.ts';

/**
 * A dataset's data model → the dashboards of the reports that import it. Which dashboards a dataset not read in full feeds may be
 * unknown: then what the catalog has of edges into them stays.
 */
export function mapImports(
  service: string,
  workspace: Pick<Workspace, 'collections' | 'reports' | 'recalled' | 'notReached'>,
  dashboards: readonly WantedDashboard[],
  dataModels: readonly WantedDataModel[],
): MappedEdges {
  const known = new Set(dashboards.map(({ fqn }) => fqn));
  const models = new Set(dataModels.map(({ fqn }) => fqn));
  const edges: WantedEdge[] = [];
  const unknown = new Set<string>();
  const { reports, recalled } = workspace;
  const read = [...reports, ...recalled.map((report) => ({ ...report, queries: complete(report.queries) }))];
  for (const { token, kind, queries, importedBy } of read) {
    if (kind !== 'dataset') continue;
    const importing = importedBy.items
      .map((report) => dashboardFqn(service, report))
      .filter((dashboard) => known.has(dashboard));
    if (queries.state !== 'complete') for (const dashboard of importing) unknown.add(dashboard);
    const own = queries.items
      .map((query) => dataModelFqn(service, token, query.token))
      .filter((model) => models.has(model));
    edges.push(...own.flatMap((model) => importing.map((dashboard) => importEdge(model, dashboard))));
  }
  return { edges, unknown: importersKnown(workspace) ? unknown : known };
}

const importEdge = (model: string, dashboard: string): WantedEdge => ({
  from: { kind: 'dashboardDataModel', fqn: model },
  to: { kind: 'dashboard', fqn: dashboard },
  sql: null,
  columns: [],
  conditional: false,
});

/** False when a dataset, or a report that imports one, may be missing: any dashboard may then have an edge that is not seen. */
const importersKnown = ({
  collections,
  reports,
  recalled,
  notReached = [],
}: Pick<Workspace, 'collections' | 'reports' | 'recalled' | 'notReached'>): boolean =>
  collections.state === 'complete' &&
  collections.items.every(({ datasets }) => datasets.state === 'complete') &&
  [...reports, ...recalled].every(({ importedBy }) => importedBy.state === 'complete') &&
  notReached.every(({ kind }) => kind !== 'dataset');
