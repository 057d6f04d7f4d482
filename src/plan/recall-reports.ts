import type { PresentCatalog, PresentDataModel, PresentEntity } from '../catalog/entities.ts';
import { dashboardFqn } from '../catalog/entity-names.ts';
import { lastPart } from '../catalog/fqn.ts';
import { listingRow, type RowScope } from '../catalog/listing-row.ts';
import type { ListedWorkspace } from '../mode/list-workspace.ts';
import type { Recall } from '../mode/read-children.ts';
import type { WebUrls } from '../mode/web-urls.ts';
import type { WrittenQuery } from '../mode/workspace.ts';
import { isCommitted, isOnConnection, vouchesForRow, wroteDescription, wroteDisplayName } from './mark.ts';
import { reportOf } from './vanished.ts';

/** Stands for a connection that Mode had when the query was read, and has no more. */
const GONE = '-';

export interface RecallOptions {
  readonly scope: RowScope;
  readonly urls: Pick<WebUrls, 'query'>;
  readonly overrideMetadata: boolean;
}

/**
 * The catalog is the memory of what was read before. A report is recalled when the mark of its dashboard (of its data models, for a
 * dataset) vouches for just this row of Mode's listing, and each of its data models for its SQL and edges. Pure.
 */
export function recallReports(
  present: PresentCatalog,
  listed: Pick<ListedWorkspace, 'collections' | 'connections'>,
  { scope, urls, overrideMetadata }: RecallOptions,
): Recall {
  const { service } = present;
  if (service === null || service.deleted) return () => null;
  const collections = new Map(listed.collections.items.map((collection) => [collection.token, collection]));
  const modelsOf = byReport(present.dataModels.values());
  const connectionOf = (mark: string | null): string | null | undefined => {
    if (isOnConnection(mark, null)) return null;
    const [first, second] = listed.connections.items.filter(({ id }) => isOnConnection(mark, id));
    return second === undefined ? (first?.id ?? GONE) : undefined;
  };

  return (report) => {
    const row = listingRow(report, collections.get(report.collectionToken ?? ''), scope);
    if (row === null) return null;
    const dashboard =
      report.kind === 'report' ? present.dashboards.get(dashboardFqn(service.fqn, report.token)) : undefined;
    const own = modelsOf.get(report.token) ?? [];
    const models =
      dashboard === undefined ? own : own.filter(({ fqn }) => dashboard.dataModels.includes(fqn));
    const charts = (dashboard?.charts ?? []).flatMap((fqn) => present.charts.get(fqn) ?? []);
    const vouching: readonly PresentEntity[] =
      report.kind === 'dataset' ? models : dashboard ? [dashboard] : [];
    const vouched =
      vouching.length > 0 &&
      vouching.every(({ deleted, sourceHash }) => !deleted && vouchesForRow(sourceHash, row)) &&
      models.every(({ sourceHash }) => isCommitted(sourceHash));
    if (!vouched || (overrideMetadata && ![...models, ...charts].every(isAsInMode))) return null;
    const queries = models.flatMap((model) => recallQuery(model, connectionOf(model.sourceHash), urls) ?? []);
    if (queries.length < models.length) return null;
    return { queries, charts: charts.map(({ name, sourceUrl }) => ({ token: name, url: sourceUrl ?? '' })) };
  };
}

function byReport(models: Iterable<PresentDataModel>): ReadonlyMap<string, readonly PresentDataModel[]> {
  const grouped = new Map<string, PresentDataModel[]>();
  for (const model of models) {
    if (model.deleted) continue;
    const report = reportOf(model.fqn);
    const list = grouped.get(report);
    if (list === undefined) grouped.set(report, [model]);
    else list.push(model);
  }
  return grouped;
}

const recallQuery = (
  { fqn, displayName, sql }: PresentDataModel,
  connectionId: string | null | undefined,
  urls: RecallOptions['urls'],
): WrittenQuery | null => {
  if (connectionId === undefined || sql === null) return null;
  const token = lastPart(fqn).slice(reportOf(fqn).length + 1);
  return { token, name: displayName, sql, connectionId, url: urls.query(reportOf(fqn), token) };
};

/** Whether the catalog has the texts that Mode had: where they are to be overridden, what Mode has must be read. */
const isAsInMode = ({ displayName, description, sourceHash }: PresentEntity): boolean =>
  wroteDisplayName(sourceHash, displayName ?? '') && wroteDescription(sourceHash, description ?? '');
