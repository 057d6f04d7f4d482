import type { EntityKind } from '../catalog/entities.ts';
import type { CatalogWriter, CreateBody, RowResult } from '../openmetadata/catalog-writer.ts';
import type { EntityStep } from './plan.ts';
import { attempt, type Recorder } from './recorder.ts';

export const keyOf = ({ kind, fqn }: { readonly kind: EntityKind; readonly fqn: string }): string =>
  `${kind}:${fqn}`;

/** What a run could not write so far, by `kind:fqn`. */
export interface Unwritten {
  /** Entities that were not written in full: no mark is set on them. */
  readonly failed: Set<string>;
  /** Those of them that the catalog does not have, so that nothing may refer to them. */
  readonly absent: Set<string>;
}

/** Writes the fields of all entities of one kind. */
export async function applyEntities(
  kind: EntityKind,
  steps: readonly EntityStep[],
  writer: CatalogWriter,
  recorder: Recorder,
  unwritten: Unwritten,
  onDone: (done: number) => void,
): Promise<void> {
  const patchFailures = new Map<string, RowResult>();
  const patch = async (step: EntityStep): Promise<void> => {
    const { id } = step;
    if (id === null || step.patch.length === 0) return;
    const result = await attempt(() => writer.patchEntity(kind, id, step.patch));
    if (!result.ok) patchFailures.set(keyOf(step), result);
  };
  for (const step of steps) if (step.action !== 'restore') await patch(step);

  const puts = steps.filter((step) => step.put && step.body !== null);
  const rows = await writer.putEntities(
    kind,
    puts.map((step) => fieldsOf(step, unwritten.absent)),
    onDone,
  );
  for (const step of steps) if (step.action === 'restore') await patch(step);

  const putResults = new Map(puts.map((step, index) => [keyOf(step), rows[index] ?? LOST]));
  for (const step of steps) {
    const key = keyOf(step);
    const results = [putResults.get(key), patchFailures.get(key)].filter((result) => result !== undefined);
    if (results.length === 0 && step.patch.length === 0) continue;
    const failure = results.find((result) => !result.ok);
    if (failure !== undefined) unwritten.failed.add(key);
    if (failure !== undefined && step.action !== 'update') unwritten.absent.add(key);
    recorder.add(kind, key, failure ?? { ok: true });
  }
}

const LOST: RowResult = { ok: false, error: 'The server told nothing of this row.', status: null };

/** Writes the commit marks of entities whose fields and edges are all in place. */
export async function applyMarks(
  kind: EntityKind,
  steps: readonly EntityStep[],
  writer: CatalogWriter,
  recorder: Recorder,
  failed: ReadonlySet<string>,
): Promise<void> {
  const marked = steps.filter((step) => step.mark !== null && step.body !== null && !failed.has(keyOf(step)));
  const rows = await writer.putEntities(
    kind,
    marked.map((step) => ({ ...step.body, sourceHash: step.mark })),
  );
  for (const [index, step] of marked.entries()) recorder.add('mark', keyOf(step), rows[index] ?? LOST);
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
