import type { EntityKind } from '../catalog/entities.ts';
import { earlyEndOf } from '../http/early-end.ts';
import type { Capabilities } from '../openmetadata/capabilities.ts';
import { createCatalogWriter } from '../openmetadata/create-catalog-writer.ts';
import type { OpenMetadataClient } from '../openmetadata/open-metadata-client.ts';
import { applyDeletions } from './apply-deletions.ts';
import { applyEdges } from './apply-edges.ts';
import { applyEntities, applyMarks, type Unwritten } from './apply-entities.ts';
import { applyUsage } from './apply-usage.ts';
import type { Outcome } from './outcome.ts';
import type { EntityStep, Plan } from './plan.ts';
import { attempt, createRecorder, Interrupted, isInterruption, type Recorder } from './recorder.ts';

export interface ApplyOptions {
  readonly bulkSize: number;
  /** No step is begun once it aborts. */
  readonly signal: AbortSignal;
  /** Nothing is deleted once it aborts. Default: `signal`. */
  readonly deleting?: AbortSignal;
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
}

/**
 * Makes the catalog what the plan says. The order is that of dependence: service, tags, charts, data models, dashboards, edges, then
 * the marks that vouch for all of it, then views, then deletions. A failure of one step is recorded and the rest goes on.
 */
export async function applyPlan(
  plan: Plan,
  client: OpenMetadataClient,
  capabilities: Capabilities,
  { bulkSize, signal, deleting = signal, onProgress }: ApplyOptions,
): Promise<Outcome> {
  const writer = createCatalogWriter(client, capabilities, { bulkSize });
  const recorder = createRecorder();
  const unwritten: Unwritten = { failed: new Set(), absent: new Set() };
  const kinds: readonly (readonly [EntityKind, readonly EntityStep[], string])[] = [
    ['chart', plan.charts, 'charts'],
    ['dashboardDataModel', plan.dataModels, 'data models'],
    ['dashboard', plan.dashboards, 'dashboards'],
  ];
  try {
    // A token that is not taken any more ends the run as well: every further request would fail just so.
    const stopIfTold = () => {
      if (signal.aborted || recorder.failures.some(({ status }) => status === 401)) throw new Interrupted();
    };
    if (!(await applyService(plan, writer, recorder))) return recorder.outcome({ interrupted: true });
    for (const tag of plan.tags) {
      stopIfTold();
      await recorder.try('tag', { kind: 'tag', fqn: tag.fqn }, () => writer.putTag(tag));
    }
    for (const [kind, steps, stage] of kinds) {
      stopIfTold();
      const total = steps.filter((step) => step.put).length;
      await applyEntities(kind, steps, writer, recorder, unwritten, (done) => onProgress(stage, done, total));
    }
    stopIfTold();
    await applyEdges(plan, writer, recorder, unwritten, deleting, (done, total) =>
      onProgress('lineage edges', done, total),
    );
    for (const [kind, steps] of kinds) {
      stopIfTold();
      await applyMarks(kind, steps, writer, recorder, unwritten);
    }
    stopIfTold();
    await applyUsage(plan.usage, writer, recorder, unwritten, (done, total) =>
      onProgress('usage', done, total),
    );
    stopIfTold();
    await applyDeletions(plan, writer, recorder, deleting);
  } catch (error) {
    if (!isInterruption(error)) throw error;
    const end = earlyEndOf(signal) ?? earlyEndOf(deleting);
    return {
      ...recorder.outcome({ interrupted: true }),
      ...(end === null ? {} : { endedBy: end.message }),
    };
  }
  return recorder.outcome({ interrupted: false });
}

/** Without its service nothing can be written: its failure ends the application. */
async function applyService(
  { service }: Plan,
  writer: ReturnType<typeof createCatalogWriter>,
  recorder: Recorder,
): Promise<boolean> {
  if (service.action === 'unchanged') return true;
  const { id } = service;
  const result = await attempt(() =>
    id === null ? writer.putService(service.name) : writer.restoreService(id),
  );
  recorder.add('service', { kind: 'service', fqn: service.fqn }, result);
  return result.ok;
}
