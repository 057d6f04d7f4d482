import type { EntityKind } from '../catalog/entities.ts';
import type { CatalogWriter, EdgeEnd } from '../openmetadata/catalog-writer.ts';
import { writeEach } from '../openmetadata/write-each.ts';
import type { Unwritten } from './apply-entities.ts';
import type { EdgeStep, Plan } from './plan.ts';
import { attempt, type Recorder } from './recorder.ts';
import { edgesAfterRestoring } from './restored-edges.ts';
import { stepKey } from './step-key.ts';

/**
 * Writes all edges that are to be added, changed or removed; none is removed once `deleting` aborts. Neither end of one that was not
 * written gets a mark.
 */
export async function applyEdges(
  plan: Plan,
  writer: CatalogWriter,
  recorder: Recorder,
  unwritten: Unwritten,
  deleting: AbortSignal,
  onDone: (done: number, total: number) => void,
): Promise<void> {
  let pending = plan.edges.filter(isPending);
  const ids: Ids = new Map();
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
    const id = ('id' in end ? end.id : undefined) ?? idIn(ids, end);
    return id === undefined ? null : { id, type: end.kind };
  };
  let done = 0;
  await writeEach(pending, async (edge) => {
    const mayBe = edge.action !== 'remove' || !deleting.aborted;
    const ok = mayBe && (await writeEdge(edge, endOf(edge.from), endOf(edge.to), writer, recorder));
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

/** By kind, then by FQN: no key is made of both, as there are tens of thousands. */
type Ids = Map<string, ReadonlyMap<string, string>>;

const idIn = (ids: Ids, { kind, fqn }: EdgeStep['from'] | EdgeStep['to']): string | undefined =>
  ids.get(kind)?.get(fqn);

/** Those ids that the plan has; of kinds that got new entities, those that the server lists now besides. */
async function collectIds(
  { service, dataModels, dashboards }: Plan,
  pending: readonly EdgeStep[],
  writer: CatalogWriter,
  ids: Ids,
): Promise<void> {
  const planned = { dashboardDataModel: dataModels, dashboard: dashboards };
  for (const [kind, steps] of Object.entries(planned))
    ids.set(kind, new Map(steps.flatMap(({ fqn, id }) => (id === null ? [] : [[fqn, id]]))));
  const ends = pending.flatMap((edge) => [edge.from, edge.to]);
  const unknown = new Set<EntityKind>(
    ends.flatMap((end) =>
      end.kind === 'table' || 'id' in end || idIn(ids, end) !== undefined ? [] : end.kind,
    ),
  );
  for (const kind of unknown)
    ids.set(kind, new Map([...(ids.get(kind) ?? []), ...(await writer.ids(kind, service.name))]));
}
