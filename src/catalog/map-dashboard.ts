import type { ListedReport } from '../mode/payloads/report-payload.ts';
import type { Collection } from '../mode/workspace.ts';
import { cleanName, cleanText } from './clean-text.ts';
import type { NameList, WantedChart, WantedDashboard, WantedDataModel } from './entities.ts';
import { dashboardFqn } from './entity-names.ts';
import type { ReportContext } from './map-report.ts';

/** The project of a collection's dashboards: never empty, since a catalog need not tell an empty one from none. */
export const projectOf = ({ name, token }: Pick<Collection, 'name' | 'token'>): string =>
  cleanName(name) || token;

/** What is on a dashboard, and which of it is known in full. */
export interface OnDashboard {
  readonly charts: readonly WantedChart[];
  readonly dataModels: readonly WantedDataModel[];
  readonly whole: { readonly charts: boolean; readonly queries: boolean; readonly row: string | null };
}

/** A report as a dashboard. */
export const mapDashboard = (
  report: ListedReport,
  { charts, dataModels, whole }: OnDashboard,
  { service, tags, tagsUnknown, collection, ownerEmail, includeUsage }: ReportContext,
): WantedDashboard => ({
  kind: 'dashboard',
  name: report.token,
  fqn: dashboardFqn(service, report.token),
  displayName: cleanName(report.name ?? '') || 'Untitled report',
  description: cleanText(report.description).trim(),
  sourceUrl: report.url,
  tags: tags.map((tag) => tag.fqn),
  ...mayBeTagged(tagsUnknown),
  project: collection === undefined ? null : projectOf(collection),
  charts: list(charts, whole.charts),
  dataModels: list(dataModels, whole.queries),
  ownerEmail,
  row: whole.row,
  views:
    includeUsage && report.viewCount !== null ? { count: report.viewCount, madeAt: report.createdAt } : null,
});

/** Left out where every tag is known. */
export const mayBeTagged = (tagsUnknown: readonly string[]): Pick<WantedDashboard, 'tagsUnknown'> =>
  tagsUnknown.length === 0 ? {} : { tagsUnknown };

const list = (entities: readonly { readonly fqn: string }[], complete: boolean): NameList => ({
  fqns: [...new Set(entities.map((entity) => entity.fqn))],
  complete,
});
