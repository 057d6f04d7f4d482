import type { Chart } from '../mode/workspace.ts';
import type { WantedDataModel, WantedEdge } from './entities.ts';
import { chartFqn } from './entity-names.ts';
import { fqn } from './fqn.ts';

/**
 * Which columns of a data model each of its wanted charts draws. On an edge to a dashboard its charts stand where columns do: the
 * server keeps their FQNs (1.12.6). Names match whatever their case, as warehouses do, and are told in the data model's own: one in
 * another case is dropped in silence. What a chart uses beyond the known columns, such as a field calculated in Mode, has no entry.
 */
export const chartLineage = (
  service: string,
  model: WantedDataModel,
  charts: readonly Chart[],
  wanted: ReadonlySet<string>,
): WantedEdge['columns'] => {
  const columns = new Map(model.columns.map(({ name }) => [name.toLowerCase(), `${model.fqn}.${fqn(name)}`]));
  return charts.flatMap((chart) => {
    const to = chartFqn(service, chart.token);
    const from = (chart.columns ?? []).flatMap((name) => columns.get(name.toLowerCase()) ?? []);
    return from.length === 0 || !wanted.has(to) ? [] : [{ from: [...new Set(from)], to }];
  });
};
