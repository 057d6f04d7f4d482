import type { RecalledReport } from '../mode/workspace.ts';
import type { WantedChart, WantedDataModel } from './entities.ts';
import { chartFqn, dashboardFqn, dataModelFqn, dataModelName } from './entity-names.ts';
import { listingRow } from './listing-row.ts';
import { columnsFound } from './map-columns.ts';
import { mapDashboard } from './map-dashboard.ts';
import { type MappedReport, ofDataset, type ReportContext } from './map-report.ts';

/** A report that nothing has changed in: its children are wanted as they stand, its data models with the lineage that is found now. */
export function mapRecalled(report: RecalledReport, context: ReportContext): MappedReport {
  const dashboard = report.kind === 'dataset' ? null : dashboardFqn(context.service, report.token);
  const row = listingRow(report, context.collection, context.scope);
  const charts = dashboard === null ? [] : report.charts.map((chart) => mapChart(chart, dashboard, context));
  const dataModels = report.queries.map(
    (query): WantedDataModel => ({
      kind: 'dashboardDataModel',
      name: dataModelName(report.token, query.token),
      fqn: dataModelFqn(context.service, report.token, query.token),
      displayName: null,
      description: '',
      sourceUrl: query.url,
      tags: [],
      ...(dashboard === null ? ofDataset(report, context) : {}),
      sql: query.sql,
      ...columnsFound(context.tracedOf(query.token)),
      dashboard,
      ownerEmail: context.ownerEmail,
      connection: query.connectionId,
      row: dashboard === null ? row : null,
      recalled: true,
    }),
  );
  const whole = { charts: true, queries: true, row };
  return {
    dashboard:
      dashboard === null
        ? null
        : { ...mapDashboard(report, { charts, dataModels, whole }, context), recalled: true },
    charts,
    dataModels,
    keep: new Map(),
  };
}

const mapChart = (
  { token, url }: RecalledReport['charts'][number],
  dashboard: string,
  { service }: ReportContext,
): WantedChart => ({
  kind: 'chart',
  name: token,
  fqn: chartFqn(service, token),
  displayName: null,
  description: null,
  sourceUrl: url,
  tags: [],
  chartType: null,
  dashboard,
  recalled: true,
});
