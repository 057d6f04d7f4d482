import type { PresentCatalog, PresentDashboard, PresentEntity, WantedCatalog } from '../catalog/entities.ts';
import type { GuardVerdict } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';

/** Whether what is gone from Mode may be deleted (contract 2). */
export function judgeDeletions(
  gone: readonly PresentEntity[],
  wanted: WantedCatalog,
  present: PresentCatalog,
  { guards }: Pick<PlanOptions, 'guards'>,
): GuardVerdict {
  const deletions = gone.length;
  if (deletions === 0) return { state: 'clear', reasons: [], deletions };
  if (!wanted.complete) {
    return { state: 'off', reasons: ['Mode was not read in full, so nothing is deleted.'], deletions: 0 };
  }
  if (wanted.dashboards.length === 0) {
    return {
      state: 'stopped',
      reasons: ['Mode showed no report to ingest, so nothing is deleted.'],
      deletions,
    };
  }
  const reasons =
    guards.maxDeletions === null
      ? [
          ...shareReasons(gone, present, guards.maxDeletionShare),
          ...vanishedCollections(gone, wanted, present),
        ]
      : countReasons(gone, guards.maxDeletions);
  return { state: reasons.length === 0 ? 'clear' : 'stopped', reasons, deletions };
}

const count = (entities: Iterable<PresentEntity>, kind: PresentEntity['kind']): number =>
  [...entities].filter((entity) => entity.kind === kind && !entity.deleted).length;

function countReasons(gone: readonly PresentEntity[], most: number): readonly string[] {
  const assets = count(gone, 'dashboard') + count(gone, 'dashboardDataModel');
  return assets <= most
    ? []
    : [`${assets} dashboards and data models would be deleted; max-deletions allows ${most}.`];
}

/** One asset may always go: a single deleted report is no accident of reading. */
function shareReasons(
  gone: readonly PresentEntity[],
  present: PresentCatalog,
  share: number,
): readonly string[] {
  return [
    { what: 'charts', lost: count(gone, 'chart'), all: count(present.charts.values(), 'chart') },
    {
      what: 'dashboards',
      lost: count(gone, 'dashboard'),
      all: count(present.dashboards.values(), 'dashboard'),
    },
    {
      what: 'data models',
      lost: count(gone, 'dashboardDataModel'),
      all: count(present.dataModels.values(), 'dashboardDataModel'),
    },
  ]
    .filter(({ lost, all }) => lost > 1 && lost > all * share)
    .map(
      ({ what, lost, all }) =>
        `${lost} of ${all} ${what} would be deleted; max-deletion-share allows ${Math.floor(share * 100)} %.`,
    );
}

/** A whole collection that is not in Mode any more looks just like one that the key may not see any more. */
function vanishedCollections(
  gone: readonly PresentEntity[],
  wanted: WantedCatalog,
  present: PresentCatalog,
): readonly string[] {
  const lost = new Map<string, number>();
  for (const { project } of gone.filter((entity) => entity.kind === 'dashboard')) {
    if (project !== null && !wanted.projects.has(project)) lost.set(project, (lost.get(project) ?? 0) + 1);
  }
  const live = [...present.dashboards.values()].filter((dashboard: PresentDashboard) => !dashboard.deleted);
  return [...lost]
    .filter(([project, dashboards]) => {
      const all = live.filter((dashboard) => dashboard.project === project).length;
      return dashboards > 1 && dashboards === all;
    })
    .map(
      ([project, dashboards]) =>
        `The collection "${project}" is not in Mode any more; its ${dashboards} dashboards would be deleted.`,
    );
}
