import type {
  EdgeTarget,
  PresentCatalog,
  PresentEdge,
  WantedCatalog,
  WantedEdge,
} from '../catalog/entities.ts';
import { isCommitted, markOf, vouchForTheSame } from './mark.ts';
import type { EdgeStep } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';

/** Marks an edge as drawn by an ingestion of dashboards: ours. Every other source is somebody else's. */
const OUR_SOURCE = 'DashboardLineage';

/** Wanted edges by the entity that they lead into. */
export function edgesInto(edges: readonly WantedEdge[]): ReadonlyMap<string, readonly WantedEdge[]> {
  const into = new Map<string, WantedEdge[]>();
  for (const edge of edges) {
    const list = into.get(edge.to.fqn);
    if (list === undefined) into.set(edge.to.fqn, [edge]);
    else list.push(edge);
  }
  return into;
}

/** The entities whose present edges must be read: those that no mark vouches for. */
export function edgesToRead(
  wanted: WantedCatalog,
  present: PresentCatalog,
  { capabilities, overrideLineage }: Pick<PlanOptions, 'capabilities' | 'overrideLineage'>,
): readonly EdgeTarget[] {
  const into = edgesInto(wanted.edges);
  // A data model that is to be made anew was deleted for good, and the edges from it with it.
  const leadsFromNew = ({ from }: WantedEdge) =>
    from.kind === 'dashboardDataModel' && !present.dataModels.has(from.fqn);
  const leadsFromUnmarked = ({ from }: WantedEdge) => {
    const model = present.dataModels.get(from.fqn);
    return model?.deleted === true || (model !== undefined && !isCommitted(model.sourceHash));
  };
  return [...wanted.dataModels, ...wanted.dashboards].flatMap((entity) => {
    const before =
      entity.kind === 'dashboard' ? present.dashboards.get(entity.fqn) : present.dataModels.get(entity.fqn);
    if (before === undefined) return [];
    const edges = into.get(entity.fqn) ?? [];
    // What is recalled of a dashboard are edges as they stand, but for those that a dataset has told of anew.
    const stand = entity.kind === 'dashboard' && entity.recalled === true;
    const vouched =
      capabilities.sourceHash &&
      !before.deleted &&
      !edges.some(leadsFromNew) &&
      (stand
        ? !edges.some(leadsFromUnmarked)
        : !overrideLineage &&
          !wanted.edgesUnknown.has(entity.fqn) &&
          vouchForTheSame(before.sourceHash, markOf(entity, edges, before.sourceHash)));
    return vouched ? [] : [{ kind: entity.kind, fqn: entity.fqn }];
  });
}

/** What becomes of the edges into one entity. `present` is undefined when it is new, or when its mark vouches for its edges. */
export function diffEdges(
  to: WantedEdge['to'],
  wanted: readonly WantedEdge[],
  present: readonly PresentEdge[] | undefined,
  context: {
    readonly isNew: boolean;
    readonly known: boolean;
    readonly isKept: (fqn: string) => boolean;
  },
): readonly EdgeStep[] {
  if (present === undefined) {
    return wanted.map((edge) =>
      context.isNew ? step(edge, 'add', 'new') : step(edge, 'unchanged', 'vouched for by the mark'),
    );
  }
  const before = new Map(present.map((edge) => [edge.from.fqn, edge]));
  const steps = wanted.map((edge) => {
    const old = before.get(edge.from.fqn);
    if (old === undefined || (edge.from.id !== undefined && old.from.id !== edge.from.id))
      return step(edge, 'add', 'new');
    if (old.source !== OUR_SOURCE) return step(edge, 'unchanged', `drawn as ${old.source} by somebody else`);
    const columns = edge.columnsKnown === true ? edge.columns : withColumns(old.columns, edge.columns);
    const isSame = (edge.sql ?? '') === (old.sql ?? '') && sameColumns(columns, old.columns);
    if (isSame) return step(edge, 'unchanged', 'as in Mode');
    return { ...step(edge, 'change', 'its SQL or columns changed'), columns, description: old.description };
  });
  if (!context.known) return steps;
  const listed = new Set(wanted.map((edge) => edge.from.fqn));
  const stale = present.filter(
    ({ from, source }) => source === OUR_SOURCE && !listed.has(from.fqn) && !context.isKept(from.fqn),
  );
  return [...steps, ...stale.flatMap((edge) => removal(edge, to))];
}

function removal({ from, sql }: PresentEdge, to: WantedEdge['to']): readonly EdgeStep[] {
  if (from.kind !== 'table' && from.kind !== 'dashboardDataModel') return [];
  const edge = {
    from: { kind: from.kind, fqn: from.fqn, id: from.id },
    to,
    sql,
    columns: [],
    conditional: false,
  } as const;
  return [step(edge, 'remove', 'not read in Mode any more')];
}

const step = (edge: WantedEdge, action: EdgeStep['action'], reason: string): EdgeStep => ({
  action,
  from: edge.from,
  to: edge.to,
  sql: edge.sql,
  columns: edge.columns,
  ...(edge.columnsKnown === true ? { columnsKnown: true } : {}),
  description: null,
  conditional: edge.conditional,
  reason,
});

/** Columns that are not known in full take none away: a read failed, or another connector may have found more. */
function withColumns(present: WantedEdge['columns'], wanted: WantedEdge['columns']): WantedEdge['columns'] {
  const from = new Map<string, Set<string>>();
  for (const column of [...present, ...wanted])
    from.set(column.to, new Set([...(from.get(column.to) ?? []), ...column.from]));
  return [...from].map(([to, columns]) => ({ from: [...columns], to }));
}

function sameColumns(left: WantedEdge['columns'], right: WantedEdge['columns']): boolean {
  const text = (columns: WantedEdge['columns']) =>
    columns
      .map(({ from, to }) => JSON.stringify([to, [...from].sort()]))
      .sort()
      .join();
  return text(left) === text(right);
}
