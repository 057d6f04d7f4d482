import type { EntityKind } from '../catalog/entities.ts';
import type { CatalogWriter, EdgeEnd } from '../openmetadata/catalog-writer.ts';
import { writeEach } from '../openmetadata/write-each.ts';
import type { Unwritten } from './apply-entities.ts';
import type { EdgeStep, Plan } from './plan.ts';
import { attempt, type Recorder } from './recorder.ts';
import { edgesAfterRestoring } from './restored-edges.ts';
import { stepKey } from './step-key.ts';

/** Writes all edges that are to be added, changed or removed. Neither end of one that could not be written gets a mark. */
export async function applyEdges(
  plan: Plan,
  writer: CatalogWriter,
  recorder: Recorder,
  unwritten: Unwritten,
  onDone: (done: number, total: number) => void,
): Promise<void> {
  let pending = plan.edges.filter(isPending);
  const ids = new Map<string, string>();
  const looked = await attempt(async () => {
    pending = (await edgesAfterRestoring(plan, writer)).filter(isPending);
    await collectIds(plan, pending, writer, ids);
  });
  if (!looked.ok) {
    for (const edge of pending) {
      for (const end of [edge.from, edge.to]) unwritten.failed.add(stepKey(end));
      recorder.add('edge', edge, looked);
    }
    return;
  }
  const endOf = (end: EdgeStep['from'] | EdgeStep['to']): EdgeEnd | null => {
    const id = ('id' in end ? end.id : undefined) ?? ids.get(stepKey(end));
    return id === undefined ? null : { id, type: end.kind };
  };
  let done = 0;
  await writeEach(pending, async (edge) => {
    const ok = await writeEdge(edge, endOf(edge.from), endOf(edge.to), writer, recorder);
    if (!ok) for (const end of [edge.from, edge.to]) unwritten.failed.add(stepKey(end));
    done += 1;
    onDone(done, pending.length);
  });
}

const isPending = ({ action }: EdgeStep): boolean => action !== 'unchanged';

async function writeEdge(
  edge: EdgeStep,
  from: EdgeEnd | null,
  to: EdgeEnd | null,
  writer: CatalogWriter,
  recorder: Recorder,
): Promise<boolean> {
  if (from === null || to === null) {
    const missing = from === null ? edge.from.fqn : edge.to.fqn;
    recorder.add('edge', edge, { ok: false, error: `${missing} could not be written.`, status: null });
    return false;
  }
  return recorder.try('edge', edge, () =>
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
    if (step.id !== null) ids.set(stepKey(step), step.id);
  }
  const ends = pending.flatMap((edge) => [edge.from, edge.to]);
  const unknown = new Set<EntityKind>(
    ends.flatMap((end) => (end.kind === 'table' || 'id' in end || ids.has(stepKey(end)) ? [] : end.kind)),
  );
  for (const kind of unknown) {
    for (const [fqn, id] of await writer.ids(kind, plan.service.name)) ids.set(`${kind}:${fqn}`, id);
  }
}
