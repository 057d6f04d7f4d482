import type { Capabilities } from '../openmetadata/capabilities.ts';
import type { CatalogWriter } from '../openmetadata/catalog-writer.ts';
import { keyOf } from './apply-entities.ts';
import type { Plan } from './plan.ts';
import type { Recorder } from './recorder.ts';

/** Soft deletions, dashboards first: a server from 1.9 on takes along the charts that are on no other dashboard. */
export async function applyDeletions(
  plan: Plan,
  writer: CatalogWriter,
  recorder: Recorder,
  capabilities: Capabilities,
): Promise<void> {
  const gone = new Set<string>();
  for (const step of [...plan.dashboards, ...plan.dataModels, ...plan.charts]) {
    const { id, kind, parent } = step;
    if (step.action !== 'delete' || id === null) continue;
    const taken =
      kind === 'chart' && capabilities.deletesChartsWithDashboard && parent !== null && gone.has(parent);
    const ok = await recorder.try('delete', keyOf(step), async () => {
      if (!taken) await writer.softDelete(kind, id);
    });
    if (ok && kind === 'dashboard') gone.add(step.fqn);
  }
}
