import type { EntityKind } from '../catalog/entities.ts';
import type { CatalogWriter, CreateBody, RowResult } from '../openmetadata/catalog-writer.ts';
import { writeEach } from '../openmetadata/write-each.ts';
import type { EntityStep } from './plan.ts';
import { attempt, type Recorder } from './recorder.ts';
import { stepKey } from './step-key.ts';

/** What a run could not write so far, by `kind:fqn`. */
export interface Unwritten {
  /** Entities that were not written in full: no mark is set on them. */
  readonly failed: Set<string>;
  /** Those of them that the catalog does not have, so that nothing may refer to them. */
  readonly absent: Set<string>;
}

/** Writes the fields of all entities of one kind. What was written is recorded even when the run is stopped in between. */
export async function applyEntities(
  kind: EntityKind,
  steps: readonly EntityStep[],
  writer: CatalogWriter,
  recorder: Recorder,
  unwritten: Unwritten,
  onDone: (done: number) => void,
): Promise<void> {
  const put = new Map<EntityStep, RowResult>();
  const patched = new Map<EntityStep, RowResult>();
  const patch = (wanted: readonly EntityStep[]): Promise<void> =>
    writeEach(wanted.filter(isPatched), async (step) => {
      const { id } = step;
      if (id !== null) patched.set(step, await attempt(() => writer.patchEntity(kind, id, step.patch)));
    });
  const isPut = (step: EntityStep): boolean => step.put && step.body !== null;
  const isPatched = (step: EntityStep): boolean => step.id !== null && step.patch.length > 0;
  const puts = steps.filter(isPut);
  try {
    await patch(steps.filter(({ action }) => action !== 'restore'));
    const bodies = made(puts, (step) => fieldsOf(step, unwritten.absent));
    await writer.putEntities(kind, bodies, (done, index, result) => {
      const step = puts[index];
      if (step !== undefined) put.set(step, result);
      onDone(done);
    });
    await patch(steps.filter(({ action }) => action === 'restore'));
  } finally {
    for (const step of steps) {
      const results = [put.get(step), patched.get(step)].filter((result) => result !== undefined);
      const whole = results.length === Number(isPut(step)) + Number(isPatched(step));
      // Of a step that was half done when the run was stopped nothing is told but a failure.
      if (results.some(({ ok }) => !ok) || (whole && results.length > 0))
        record(step, results, put.get(step)?.ok === false);
    }
  }

  function record(step: EntityStep, results: readonly RowResult[], putFailed: boolean): void {
    const key = stepKey(step);
    const failure = results.find((result) => !result.ok);
    if (failure !== undefined) {
      unwritten.failed.add(key);
      // Its dashboard's mark vouches for it too.
      if (step.parent !== null) unwritten.failed.add(stepKey({ kind: 'dashboard', fqn: step.parent }));
    }
    if (putFailed && (step.action === 'create' || step.action === 'restore')) unwritten.absent.add(key);
    recorder.add(kind, step, failure ?? { ok: true });
  }
}

/** Writes the commit marks of entities whose fields and edges are all in place. */
export async function applyMarks(
  kind: EntityKind,
  steps: readonly EntityStep[],
  writer: CatalogWriter,
  recorder: Recorder,
  { failed, absent }: Unwritten,
): Promise<void> {
  const marked = steps.filter(
    (step) => step.mark !== null && step.body !== null && !failed.has(stepKey(step)),
  );
  const bodies = made(marked, (step) => ({ ...fieldsOf(step, absent), sourceHash: step.mark }));
  await writer.putEntities(kind, bodies, (_done, index, result) => {
    const step = marked[index];
    if (step === undefined) return;
    if (!result.ok) failed.add(stepKey(step));
    recorder.add('mark', step, result);
  });
}

/** One body after the other: those of all entities at once would be as large as the plan. */
function* made(
  steps: readonly EntityStep[],
  bodyOf: (step: EntityStep) => CreateBody,
): Generator<CreateBody, void> {
  for (const step of steps) yield bodyOf(step);
}

/** A dashboard is written without a new chart that could not be: one bad chart must not cost the dashboard. */
function fieldsOf(step: EntityStep, absent: ReadonlySet<string>): CreateBody {
  const body = { ...step.body, ...(step.hash === null ? {} : { sourceHash: step.hash }) };
  if (step.kind !== 'dashboard') return body;
  return {
    ...body,
    charts: written(step.body?.charts, 'chart', absent),
    dataModels: written(step.body?.dataModels, 'dashboardDataModel', absent),
  };
}

const written = (fqns: unknown, kind: EntityKind, absent: ReadonlySet<string>): unknown =>
  Array.isArray(fqns) ? fqns.filter((fqn) => !absent.has(`${kind}:${String(fqn)}`)) : fqns;
