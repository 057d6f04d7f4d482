import type { NameFilter } from '../config/name-filter.ts';
import type { QueryColumn } from '../lineage/sources.ts';
import type { Chart, Collection, Query, Report } from '../mode/workspace.ts';
import { chartType } from './chart-type.ts';
import { cleanName, cleanText } from './clean-text.ts';
import type { NameList, WantedChart, WantedDashboard, WantedDataModel, WantedTag } from './entities.ts';
import { fqn } from './fqn.ts';
import { listingRow, type RowScope } from './listing-row.ts';
import { wantedColumns } from './map-columns.ts';

/** What a report is mapped with. */
export interface ReportContext {
  readonly service: string;
  readonly collection: Collection | undefined;
  readonly tags: readonly WantedTag[];
  /** FQNs of tags that may be true too. */
  readonly tagsUnknown: readonly string[];
  readonly ownerEmail: string | null;
  readonly filters: { readonly charts: NameFilter; readonly dataModels: NameFilter };
  readonly includeDataModels: boolean;
  readonly scope: RowScope;
  /** Output columns of a query; null when they are not known. */
  readonly columnsOf: (queryToken: string) => readonly QueryColumn[] | null;
}

/** What the catalog should hold of one report. `keep` names what a filter left out: FQN → reason. */
export interface MappedReport {
  /** Null for a dataset: it has no dashboard. */
  readonly dashboard: WantedDashboard | null;
  readonly charts: readonly WantedChart[];
  readonly dataModels: readonly WantedDataModel[];
  readonly keep: ReadonlyMap<string, string>;
}

/** Names are Mode's tokens, as those of OpenMetadata's own connector (contract 7). */
export const dashboardFqn = (service: string, report: string): string => fqn(service, report);
export const dataModelFqn = (service: string, report: string, query: string): string =>
  fqn(service, 'model', `${report}.${query}`);
export const chartFqn = (service: string, chart: string): string => fqn(service, chart);

/** The project of a collection's dashboards: never empty, since a catalog need not tell an empty one from none. */
export const projectOf = ({ name, token }: Pick<Collection, 'name' | 'token'>): string =>
  cleanName(name) || token;

/** A report as a dashboard with its charts and data models; a dataset as its data models alone. */
export function mapReport(report: Report, context: ReportContext): MappedReport {
  const keep = new Map<string, string>();
  const dashboard = report.kind === 'dataset' ? null : dashboardFqn(context.service, report.token);
  const charts: WantedChart[] = [];
  const dataModels: WantedDataModel[] = [];
  const queriesRead = report.queries.state === 'complete';
  const chartsRead = queriesRead && report.queries.items.every((query) => query.charts.state === 'complete');
  const row = chartsRead ? listingRow(report, context.collection, context.scope) : null;
  for (const query of report.queries.items) {
    const model = mapQuery(report, query, { dashboard, row, ...context });
    const decision = context.filters.dataModels.decide(query.name);
    if (!decision.kept) keep.set(model.fqn, `${decision.because} of dataModelFilterPattern`);
    else if (context.includeDataModels) dataModels.push(model);
    if (dashboard === null) continue;
    for (const chart of query.charts.items) {
      const wanted = mapChart(chart, dashboard, context);
      const decision = context.filters.charts.decide(chart.title);
      if (decision.kept) charts.push(wanted);
      else keep.set(wanted.fqn, `${decision.because} of chartFilterPattern`);
    }
  }
  if (dashboard === null) return { dashboard: null, charts, dataModels, keep };
  return {
    dashboard: {
      kind: 'dashboard',
      name: report.token,
      fqn: dashboard,
      displayName: cleanName(report.name ?? '') || 'Untitled report',
      description: cleanText(report.description).trim(),
      sourceUrl: report.url,
      tags: context.tags.map((tag) => tag.fqn),
      ...mayBeTagged(context.tagsUnknown),
      project: context.collection === undefined ? null : projectOf(context.collection),
      charts: list(charts, chartsRead),
      dataModels: list(dataModels, queriesRead),
      ownerEmail: context.ownerEmail,
      row,
    },
    charts,
    dataModels,
    keep,
  };
}

const mayBeTagged = (tagsUnknown: readonly string[]) => (tagsUnknown.length === 0 ? {} : { tagsUnknown });

const list = (entities: readonly { readonly fqn: string }[], complete: boolean): NameList => ({
  fqns: [...new Set(entities.map((entity) => entity.fqn))],
  complete,
});

function mapQuery(
  report: Report,
  query: Query,
  {
    dashboard,
    row,
    service,
    tags,
    tagsUnknown,
    ownerEmail,
    columnsOf,
  }: ReportContext & Pick<WantedDataModel, 'dashboard' | 'row'>,
): WantedDataModel {
  const name = cleanName(query.name ?? '') || 'Untitled query';
  const dataset = cleanName(report.name ?? '');
  return {
    kind: 'dashboardDataModel',
    name: `${report.token}.${query.token}`,
    fqn: dataModelFqn(service, report.token, query.token),
    displayName: dashboard === null && dataset !== '' ? dataset : name,
    description: dashboard === null ? cleanText(report.description).trim() : '',
    sourceUrl: dashboard === null ? report.url : query.url,
    tags: dashboard === null ? tags.map((tag) => tag.fqn) : [],
    ...(dashboard === null ? mayBeTagged(tagsUnknown) : {}),
    sql: cleanText(query.sql),
    columns: wantedColumns(columnsOf(query.token) ?? []),
    dashboard,
    ownerEmail,
    connection: query.connectionId,
    row: dashboard === null ? row : null,
  };
}

const mapChart = (chart: Chart, dashboard: string, { service }: ReportContext): WantedChart => ({
  kind: 'chart',
  name: chart.token,
  fqn: chartFqn(service, chart.token),
  displayName: cleanName(chart.title ?? '') || 'Untitled chart',
  description: chart.description === null ? null : cleanText(chart.description).trim(),
  sourceUrl: chart.url,
  tags: [],
  chartType: chart.type === null ? null : chartType(chart.type),
  dashboard,
});
