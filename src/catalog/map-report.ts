import type { NameFilter } from '../config/name-filter.ts';
import type { QuerySources } from '../lineage/sources.ts';
import type { Chart, Collection, Query, Report } from '../mode/workspace.ts';
import { chartType } from './chart-type.ts';
import { cleanName, cleanText } from './clean-text.ts';
import type { WantedChart, WantedDashboard, WantedDataModel, WantedTag } from './entities.ts';
import { chartFqn, dashboardFqn, dataModelFqn, dataModelName } from './entity-names.ts';
import { listingRow, type RowScope } from './listing-row.ts';
import { columnsFound } from './map-columns.ts';
import { mapDashboard, mayBeTagged } from './map-dashboard.ts';

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
  /** What is known of a query's SQL; undefined when it was not looked at. */
  readonly tracedOf: (queryToken: string) => Pick<QuerySources, 'columns' | 'complete'> | undefined;
  readonly includeUsage: boolean;
}

/** What the catalog should hold of one report. `keep` names what a filter left out: FQN → reason. */
export interface MappedReport {
  /** Null for a dataset: it has no dashboard. */
  readonly dashboard: WantedDashboard | null;
  readonly charts: readonly WantedChart[];
  readonly dataModels: readonly WantedDataModel[];
  readonly keep: ReadonlyMap<string, string>;
}

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
  return {
    dashboard:
      dashboard === null
        ? null
        : mapDashboard(
            report,
            { charts, dataModels, whole: { charts: chartsRead, queries: queriesRead, row } },
            context,
          ),
    charts,
    dataModels,
    keep,
  };
}

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
    tracedOf,
  }: ReportContext & Pick<WantedDataModel, 'dashboard' | 'row'>,
): WantedDataModel {
  const name = cleanName(query.name ?? '') || 'Untitled query';
  return {
    kind: 'dashboardDataModel',
    name: dataModelName(report.token, query.token),
    fqn: dataModelFqn(service, report.token, query.token),
    displayName: name,
    description: '',
    sourceUrl: query.url,
    tags: [],
    ...(dashboard === null ? ofDataset(report, { tags, tagsUnknown }) : {}),
    sql: cleanText(query.sql),
    ...columnsFound(tracedOf(query.token)),
    dashboard,
    ownerEmail,
    connection: query.connectionId,
    row: dashboard === null ? row : null,
  };
}

/** What a data model has of its dataset. */
export function ofDataset(
  { name, description, url }: Pick<Report, 'name' | 'description' | 'url'>,
  { tags, tagsUnknown }: Pick<ReportContext, 'tags' | 'tagsUnknown'>,
): Partial<Pick<WantedDataModel, 'displayName'>> &
  Pick<WantedDataModel, 'description' | 'sourceUrl' | 'tags' | 'tagsUnknown'> {
  const displayName = cleanName(name ?? '');
  return {
    ...(displayName === '' ? {} : { displayName }),
    description: cleanText(description).trim(),
    sourceUrl: url,
    tags: tags.map((tag) => tag.fqn),
    ...mayBeTagged(tagsUnknown),
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
