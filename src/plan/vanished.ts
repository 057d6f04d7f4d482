import type { PresentCatalog, PresentEntity, WantedCatalog } from '../catalog/entities.ts';
import { lastPart } from '../catalog/fqn.ts';
import type { PlanOptions } from './plan-options.ts';

/** A present, live entity that is not wanted. `keep` says why it stays; null when it is gone from Mode. */
export interface Unwanted {
  readonly entity: PresentEntity;
  readonly keep: string | null;
}

/** Why an entity of the catalog stays though it is not wanted: its FQN → reason, or null when nothing keeps it. */
export type Keeper = (fqn: string) => string | null;

/** What keeps the catalog's assets: a filter that left them or their report out (contract 1), or that another shard may have them. */
export function keeperOf(
  wanted: WantedCatalog,
  present: PresentCatalog,
  { isShard = false }: Pick<PlanOptions, 'isShard'>,
): Keeper {
  const reasons = new Map<string, string>(wanted.keep);
  for (const dashboard of present.dashboards.values()) {
    const because = wanted.keepReports.get(dashboard.name);
    if (because === undefined) continue;
    for (const fqn of [dashboard.fqn, ...dashboard.charts, ...dashboard.dataModels]) {
      if (!reasons.has(fqn)) reasons.set(fqn, because);
    }
  }
  for (const model of present.dataModels.values()) {
    const report = reportOf(model.fqn);
    const unseen = isShard && !wanted.reports.has(report) ? 'not in what this shard has read' : null;
    const because = wanted.keepReports.get(report) ?? wanted.dataModelsOff ?? unseen;
    if (because !== null && !reasons.has(model.fqn)) reasons.set(model.fqn, because);
  }
  return (fqn) => reasons.get(fqn) ?? null;
}

/** The report token in a data model's name `report.query`. */
export const reportOf = (fqn: string): string => lastPart(fqn).split('.')[0] ?? '';

/** Every live entity of the service that is not wanted; none for a shard. What the configuration does not let go is kept as well. */
export function unwanted(
  wanted: WantedCatalog,
  present: PresentCatalog,
  keeper: Keeper,
  options: Pick<PlanOptions, 'markDeletedDashboards' | 'markDeletedDataModels' | 'isShard'>,
): readonly Unwanted[] {
  if (options.isShard === true) return [];
  const switchedOff = (kind: PresentEntity['kind']): string | null => {
    if (kind === 'dashboardDataModel')
      return options.markDeletedDataModels ? null : 'gone from Mode, but markDeletedDataModels is false';
    return options.markDeletedDashboards ? null : 'gone from Mode, but markDeletedDashboards is false';
  };
  return [
    ...missingIn(wanted.charts, present.charts),
    ...missingIn(wanted.dataModels, present.dataModels),
    ...missingIn(wanted.dashboards, present.dashboards),
  ].map((entity) => ({ entity, keep: keeper(entity.fqn) ?? switchedOff(entity.kind) }));
}

function missingIn(
  wanted: readonly { readonly fqn: string }[],
  present: ReadonlyMap<string, PresentEntity>,
): readonly PresentEntity[] {
  const names = new Set(wanted.map(({ fqn }) => fqn));
  return [...present.values()].filter(({ fqn, deleted }) => !deleted && !names.has(fqn));
}

/** Those that nothing keeps. */
export const goneOf = (leftOver: readonly Unwanted[]): readonly PresentEntity[] =>
  leftOver.filter(({ keep }) => keep === null).map(({ entity }) => entity);
