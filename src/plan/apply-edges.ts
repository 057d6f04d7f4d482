import type { EntityKind } from '../catalog/entities.ts';
import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import type { CatalogWriter, EdgeEnd } from '../openmetadata/catalog-writer.ts';
import { CONCURRENCY } from '../openmetadata/concurrency.ts';
import { keyOf, type Unwritten } from './apply-entities.ts';
import type { EdgeStep, Plan } from './plan.ts';
import { attempt, type Recorder } from './recorder.ts';

export const edgeKey = ({ from, to }: Pick<EdgeStep, 'from' | 'to'>): string => `${from.fqn} → ${to.fqn}`;

/** Writes all edges that are to be added, changed or removed. The target of one that could not be written gets no mark. */
export async function applyEdges(
  plan: Plan,
  writer: CatalogWriter,
  recorder: Recorder,
  unwritten: Unwritten,
  onDone: (done: number) => void,
): Promise<void> {
  const pending = plan.edges.filter((edge) => edge.action !== 'unchanged');
  if (pending.length === 0) return;
  const ids = new Map<string, string>();
  const looked = await attempt(() => collectIds(plan, pending, writer, ids));
  if (!looked.ok) {
    for (const edge of pending) {
      unwritten.failed.add(`${edge.to.kind}:${edge.to.fqn}`);
      recorder.add('edge', edgeKey(edge), looked);
    }
    return;
  }
  const endOf = (end: EdgeStep['from'] | EdgeStep['to']): EdgeEnd | null => {
    const id = end.kind === 'table' ? end.id : ids.get(`${end.kind}:${end.fqn}`);
    return id === undefined ? null : { id, type: end.kind };
  };
  let done = 0;
  await mapConcurrently(pending, CONCURRENCY, async (edge) => {
    const ok = await writeEdge(edge, endOf(edge.from), endOf(edge.to), writer, recorder);
    if (!ok) unwritten.failed.add(`${edge.to.kind}:${edge.to.fqn}`);
    done += 1;
    onDone(done);
  });
}

async function writeEdge(
  edge: EdgeStep,
  from: EdgeEnd | null,
  to: EdgeEnd | null,
  writer: CatalogWriter,
  recorder: Recorder,
): Promise<boolean> {
  const key = edgeKey(edge);
  if (from === null || to === null) {
    const missing = from === null ? edge.from.fqn : edge.to.fqn;
    recorder.add('edge', key, { ok: false, error: `${missing} could not be written.`, status: null });
    return false;
  }
  return recorder.try('edge', key, () =>
    edge.action === 'remove'
      ? writer.deleteEdge(from, to)
      : writer.putEdge(from, to, {
          sqlQuery: edge.sql,
          description: edge.description,
          columnsLineage: edge.columns.map((column) => ({ fromColumns: column.from, toColumn: column.to })),
        }),
  );
}

/** Ids by `kind:fqn`: those that the plan has, and, of kinds that got new entities, those that the server lists now. */
async function collectIds(
  plan: Plan,
  pending: readonly EdgeStep[],
  writer: CatalogWriter,
  ids: Map<string, string>,
): Promise<void> {
  for (const step of [...plan.dataModels, ...plan.dashboards]) {
    if (step.id !== null) ids.set(keyOf(step), step.id);
  }
  const ends = pending.flatMap((edge) => [edge.from, edge.to]);
  const unknown = new Set<EntityKind>(
    ends.flatMap((end) => (end.kind === 'table' || ids.has(`${end.kind}:${end.fqn}`) ? [] : end.kind)),
  );
  for (const kind of unknown) {
    for (const [fqn, id] of await writer.ids(kind, plan.service.name)) ids.set(`${kind}:${fqn}`, id);
  }
}
