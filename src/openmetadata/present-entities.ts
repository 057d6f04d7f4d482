import type { PresentChart, PresentColumn, PresentDashboard, PresentDataModel } from '../catalog/entities.ts';
import type {
  ChartAnswer,
  ColumnAnswer,
  DashboardAnswer,
  DataModelAnswer,
  Reference,
} from './entity-schemas.ts';

export const presentChart = (answer: ChartAnswer): PresentChart => ({
  kind: 'chart',
  ...shared(answer),
  chartType: answer.chartType ?? null,
  dashboards: liveFqns(answer.dashboards),
});

export const presentDataModel = (answer: DataModelAnswer): PresentDataModel => ({
  kind: 'dashboardDataModel',
  ...shared(answer),
  sql: answer.sql ?? null,
  dataModelType: answer.dataModelType,
  columns: (answer.columns ?? []).map(presentColumn),
});

export const presentDashboard = (answer: DashboardAnswer): PresentDashboard => ({
  kind: 'dashboard',
  ...shared(answer),
  project: answer.project ?? null,
  charts: liveFqns(answer.charts),
  dataModels: liveFqns(answer.dataModels),
  usage: usageOf(answer.usageSummary),
});

const usageOf = (summary: DashboardAnswer['usageSummary']): PresentDashboard['usage'] =>
  summary && summary.dailyStats.count > 0 ? { date: summary.date, count: summary.dailyStats.count } : null;

const shared = (answer: ChartAnswer | DataModelAnswer | DashboardAnswer) => ({
  id: answer.id,
  name: answer.name,
  fqn: answer.fullyQualifiedName,
  displayName: answer.displayName ?? null,
  description: answer.description ?? null,
  sourceUrl: answer.sourceUrl ?? null,
  sourceHash: answer.sourceHash ?? null,
  deleted: answer.deleted ?? false,
  tags: (answer.tags ?? []).map((label) => label.tagFQN),
  owners: (answer.owners ?? (answer.owner ? [answer.owner] : [])).map(({ id, type }) => ({ id, type })),
});

/** A deleted one is left out: a PUT that names it is refused (404). */
const liveFqns = (references: readonly Reference[] | null | undefined): readonly string[] =>
  (references ?? []).flatMap(({ fullyQualifiedName, deleted }) =>
    deleted || !fullyQualifiedName ? [] : fullyQualifiedName,
  );

const presentColumn = (column: ColumnAnswer): PresentColumn => ({
  name: column.name,
  dataType: column.dataType,
  request: columnRequest(column),
});

/** The column as a PUT sends it back: what the server worked out itself (its FQN) is left out, and so is what is not set. */
function columnRequest({ fullyQualifiedName: _, children, ...own }: ColumnAnswer): Record<string, unknown> {
  const nested = (children ?? []).map(columnRequest);
  const all = Object.entries({ ...own, children: nested.length === 0 ? null : nested });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}
