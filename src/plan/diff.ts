import type { PresentCatalog, PresentEdge, PresentEntity, WantedCatalog } from '../catalog/entities.ts';
import { diffEdges, edgesInto } from './diff-edges.ts';
import { diffEntity } from './diff-entity.ts';
import { judgeDeletions } from './guard.ts';
import { isCommitted } from './mark.ts';
import type { EdgeStep, EntityStep, GuardVerdict, Plan, WantedEntity } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';
import { planUsage } from './plan-usage.ts';
import { standingOf } from './standing.ts';
import { columnsAsTheyStand } from './standing-column.ts';
import { goneOf, type Keeper, keeperOf, type Unwanted, unwanted } from './vanished.ts';

export interface PlanInput {
  readonly wanted: WantedCatalog;
  readonly present: PresentCatalog;
  /** By the FQN of the entity that they lead into; only those of `edgesToRead` are there. */
  readonly presentEdges: ReadonlyMap<string, readonly PresentEdge[]>;
  /** E-mail → reference. */
  readonly owners: ReadonlyMap<string, { readonly id: string; readonly type: string }>;
  readonly options: PlanOptions;
}

/** Wanted minus present. Pure: a dry run prints the plan, an ingestion applies it. */
export function makePlan({ wanted, present, presentEdges, owners, options }: PlanInput): Plan {
  const filtered = keeperOf(wanted, present, options);
  const leftOver = unwanted(wanted, present, filtered, options);
  const guard = judgeDeletions(goneOf(leftOver), wanted, present, options);
  // What a guard keeps stays where it is, too.
  const stopped = whenStopped(leftOver, guard);
  const keeper: Keeper = (fqn) => filtered(fqn) ?? stopped(fqn);
  const into = edgesInto(wanted.edges);
  const asTheyStand = columnsAsTheyStand(wanted, present);
  const feeding = new Set(wanted.edges.map(({ from }) => from.fqn));
  const edges: EdgeStep[] = [];
  const presentOf = (entity: WantedEntity): PresentEntity | undefined => {
    if (entity.kind === 'chart') return present.charts.get(entity.fqn);
    return entity.kind === 'dashboard'
      ? present.dashboards.get(entity.fqn)
      : present.dataModels.get(entity.fqn);
  };

  const withWork = new Set<string | null>();
  const stepOf = (entity: WantedEntity): EntityStep => {
    const before = presentOf(entity);
    const incoming = into.get(entity.fqn) ?? [];
    // Of a recalled chart, or one of unknown type, too little is known to vouch for it anew.
    const known =
      entity.kind === 'chart'
        ? entity.recalled !== true && entity.chartType !== null
        : !wanted.edgesUnknown.has(entity.fqn);
    const steps =
      entity.kind === 'chart'
        ? []
        : diffEdges(
            { kind: entity.kind, fqn: entity.fqn },
            incoming.map(asTheyStand),
            presentEdges.get(entity.fqn),
            { isNew: before === undefined, known, isKept: (fqn) => keeper(fqn) !== null },
          );
    edges.push(...steps);
    const step = diffEntity(
      entity,
      before,
      standingOf(entity, before, { present, owners, options, wanted, keeper }),
      {
        service: wanted.service.fqn,
        options,
        edges: known ? incoming : null,
        // The edges into what is deleted are seen only when it is restored.
        edgesPending:
          (steps.some((step) => step.action !== 'unchanged') && !isRecalledDashboard(entity)) ||
          (entity.kind !== 'chart' && before?.deleted === true) ||
          (isOfDataset(entity) && feeding.has(entity.fqn) && !isCommitted(before?.sourceHash ?? null)),
        childrenPending: withWork.has(entity.fqn),
      },
    );
    if (step.put || step.patch.length > 0) withWork.add(step.parent);
    return step;
  };
  const charts = wanted.charts.map(stepOf);
  const dataModels = wanted.dataModels.map(stepOf);
  const { dashboards, usage } = planUsage(wanted.dashboards.map(stepOf), wanted, present, options);

  const parents = leftOver.length === 0 ? NO_PARENTS : parentsIn(present);
  const steps = leftOver.map(({ entity, keep }) =>
    leftOverStep(entity, keep ?? stopped(entity.fqn), parents),
  );
  const of = (kind: EntityStep['kind']) => steps.filter((step) => step.kind === kind);
  return {
    service: {
      action: present.service === null ? 'create' : present.service.deleted ? 'restore' : 'unchanged',
      ...wanted.service,
      id: present.service?.id ?? null,
    },
    tags: wanted.tags.filter((tag) => !present.tags.has(tag.fqn)),
    charts: [...charts, ...of('chart')],
    dataModels: [...dataModels, ...of('dashboardDataModel')],
    dashboards: [...dashboards, ...of('dashboard')],
    edges,
    usage,
    guard,
    complete: wanted.complete,
    incomplete: wanted.incomplete,
  };
}

/** Only a dataset that was read anew can have told of an edge into it; that one's mark vouches for the edge. */
const isRecalledDashboard = ({ kind, recalled }: WantedEntity): boolean =>
  kind === 'dashboard' && recalled === true;

const isOfDataset = (entity: WantedEntity): boolean =>
  entity.kind === 'dashboardDataModel' && entity.dashboard === null;

/** Why what is gone from Mode stays all the same: a guard stopped all deletions. */
function whenStopped(leftOver: readonly Unwanted[], { state, reasons }: GuardVerdict): Keeper {
  if (state === 'clear') return () => null;
  const gone = new Set(goneOf(leftOver).map(({ fqn }) => fqn));
  return (fqn) => (gone.has(fqn) ? `not seen in Mode; ${reasons[0] ?? 'nothing is deleted'}` : null);
}

const leftOverStep = (
  entity: PresentEntity,
  keep: string | null,
  parents: ReadonlyMap<string, string>,
): EntityStep => ({
  action: keep === null ? 'delete' : 'keep',
  kind: entity.kind,
  fqn: entity.fqn,
  name: entity.name,
  displayName: entity.displayName ?? entity.name,
  url: entity.sourceUrl,
  parent: parents.get(`${entity.kind}:${entity.fqn}`) ?? null,
  project: entity.kind === 'dashboard' ? entity.project : null,
  changes: [],
  reason: keep ?? 'gone from Mode',
  id: entity.id,
  patch: [],
  body: null,
  put: false,
  hash: null,
  mark: null,
});

const NO_PARENTS: ReadonlyMap<string, string> = new Map();

/** The dashboard that a chart or data model is on, by `kind:fqn`. */
const parentsIn = (present: PresentCatalog): ReadonlyMap<string, string> =>
  new Map(
    [...present.dashboards.values()].flatMap((dashboard) => [
      ...dashboard.charts.map((fqn) => [`chart:${fqn}`, dashboard.fqn] as const),
      ...dashboard.dataModels.map((fqn) => [`dashboardDataModel:${fqn}`, dashboard.fqn] as const),
    ]),
  );
