import type { CatalogWriter } from '../openmetadata/catalog-writer.ts';
import { writeEach } from '../openmetadata/write-each.ts';
import type { Plan } from './plan.ts';
import { Interrupted, type Recorder } from './recorder.ts';

/**
 * Soft deletions, dashboards first. A server from 1.9 on takes their charts along, but not those that are on another dashboard too:
 * so each is asked for, and one that is gone already costs nothing (1.12.6).
 * @throws Interrupted once the signal aborts.
 */
export async function applyDeletions(
  plan: Plan,
  writer: CatalogWriter,
  recorder: Recorder,
  signal: AbortSignal,
): Promise<void> {
  const stopIfTold = () => {
    if (signal.aborted) throw new Interrupted();
  };
  // A run that was told to stop has not come to its end, even where nothing was left to delete.
  stopIfTold();
  for (const steps of [plan.dashboards, plan.dataModels, plan.charts]) {
    const gone = steps.filter(({ action }) => action === 'delete');
    await writeEach(gone, async (step) => {
      stopIfTold();
      const { id, kind } = step;
      if (id !== null) await recorder.try('delete', step, () => writer.softDelete(kind, id));
    });
  }
}
