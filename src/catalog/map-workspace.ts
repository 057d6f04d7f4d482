import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { QuerySources } from '../lineage/sources.ts';
import type { ListedReport } from '../mode/payloads/report-payload.ts';
import type { Workspace } from '../mode/workspace.ts';
import type { WantedCatalog, WantedTag } from './entities.ts';
import { fqn } from './fqn.ts';
import type { RowScope } from './listing-row.ts';
import { projectOf } from './map-dashboard.ts';
import { mapEdges, type WrittenSql } from './map-edges.ts';
import { mapImports } from './map-imports.ts';
import { mapRecalled } from './map-recalled.ts';
import { mapReport, type ReportContext } from './map-report.ts';
import { reportTags, unknownTags } from './tags.ts';
import { whatWasUnread } from './what-was-unread.ts';

/** What the catalog should hold of a Mode workspace. Pure. */
export function wantedCatalog({
  config,
  workspace,
  sources,
  scope,
  unread = [],
}: {
  readonly config: Pick<WorkflowConfig, 'serviceName' | 'source'>;
  readonly workspace: Workspace;
  readonly sources: readonly QuerySources[];
  readonly scope: RowScope;
  /** What of the catalog could not be read while the sources were looked up, in prose. */
  readonly unread?: readonly string[];
}): WantedCatalog {
  const service = fqn(config.serviceName);
  const { source } = config;
  const collections = new Map(
    workspace.collections.items.map((collection) => [collection.token, collection]),
  );
  const traced = new Map(sources.map((query) => [`${query.reportToken}.${query.queryToken}`, query]));
  const tags = new Map<string, WantedTag>();

  const contextOf = (report: ListedReport): ReportContext => {
    const collection = collections.get(report.collectionToken ?? '');
    const ofReport = source.includeTags ? reportTags(report, collection) : [];
    for (const tag of ofReport) tags.set(tag.fqn, tag);
    return {
      service,
      collection,
      tags: ofReport,
      tagsUnknown: source.includeTags ? unknownTags(report, collection) : [],
      ownerEmail: source.includeOwners ? report.creatorEmail : null,
      filters: { charts: source.charts, dataModels: source.dataModels },
      includeDataModels: source.includeDataModels,
      includeUsage: source.includeUsage,
      scope,
      tracedOf: (query) => traced.get(`${report.token}.${query}`),
    };
  };
  const mapped = [
    ...workspace.reports.map((report) => mapReport(report, contextOf(report))),
    ...workspace.recalled.map((report) => mapRecalled(report, contextOf(report))),
  ];
  const dashboards = mapped.flatMap((report) => report.dashboard ?? []);
  const dataModels = unique(mapped.flatMap((report) => report.dataModels));
  const lineage = mapEdges(service, dashboards, dataModels, sources, queriesByModel(workspace));
  const imports = mapImports(service, workspace, dashboards, dataModels);
  const incomplete = whatWasUnread(workspace).map(({ part, because }) => `${part}: ${because}`);
  return {
    service: { name: config.serviceName, fqn: service },
    tags: [...tags.values()],
    charts: unique(mapped.flatMap((report) => report.charts)),
    dataModels,
    dashboards,
    edges: [...lineage.edges, ...imports.edges],
    edgesUnknown: new Set([...lineage.unknown, ...imports.unknown]),
    keep: new Map(mapped.flatMap((report) => [...report.keep])),
    keepReports: new Map(
      [...workspace.leftOut, ...(workspace.notReached ?? [])].map(({ token, because }) => [token, because]),
    ),
    dataModelsOff: source.includeDataModels ? null : 'includeDataModels is false',
    reports: new Set([...workspace.reports, ...workspace.recalled].map(({ token }) => token)),
    projects: new Set(workspace.collections.items.map(projectOf)),
    complete: incomplete.length === 0,
    incomplete: [...incomplete, ...unread],
  };
}

/** Mode's tokens are unique; should one come twice, the first counts, since a bulk request may not name one twice. */
function unique<T extends { readonly fqn: string }>(entities: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return entities.filter(({ fqn: name }) => !seen.has(name) && seen.add(name));
}

/** By the name of the data model that a query is to have. */
const queriesByModel = ({
  reports,
  recalled,
}: Pick<Workspace, 'reports' | 'recalled'>): ReadonlyMap<string, WrittenSql> =>
  new Map<string, WrittenSql>([
    ...reports.flatMap(({ token, queries }) =>
      queries.items.map((query) => [`${token}.${query.token}`, query] as const),
    ),
    ...recalled.flatMap(({ token, queries }) =>
      queries.map(({ token: query, sql }) => [`${token}.${query}`, { sql, charts: null }] as const),
    ),
  ]);
