import type { PresentCatalog, WantedCatalog } from '../catalog/entities.ts';
import { countViews, dateOf } from './count-views.ts';
import { isOurs } from './mark.ts';
import type { EntityStep, UsagePlan, UsageStep } from './plan.ts';
import type { PlanOptions } from './plan-options.ts';
import { viewMemoryOf, withViewMemory } from './view-memory.ts';

/**
 * The views to be recorded, and the dashboards' steps with the memory of them in every mark that is written anyway. Where none is, the
 * memory goes into the mark that stands. A dashboard without a mark of ours is left out: it has no place for a memory.
 */
export function planUsage(
  dashboards: readonly EntityStep[],
  wanted: WantedCatalog,
  present: PresentCatalog,
  { usage, capabilities }: Pick<PlanOptions, 'usage' | 'capabilities'>,
): { readonly dashboards: readonly EntityStep[]; readonly usage: UsagePlan | null } {
  if (usage === undefined) return { dashboards, usage: null };
  const date = dateOf(usage.now);
  if (!capabilities.sourceHash) return { dashboards, usage: { date, steps: [], off: NO_MEMORY } };
  const wantedOnes = new Map(wanted.dashboards.map((dashboard) => [dashboard.fqn, dashboard]));
  const steps: UsageStep[] = [];
  const withMemory = dashboards.map((step) => {
    const dashboard = wantedOnes.get(step.fqn);
    if (dashboard === undefined) return step;
    const before = present.dashboards.get(step.fqn);
    const stored = isOurs(before?.sourceHash ?? null) ? (before?.sourceHash ?? null) : null;
    const written = step.hash !== null || step.mark !== null;
    if (stored === null && !written) return step;
    const memory = stored === null ? null : viewMemoryOf(stored);
    const views = countViews(dashboard, before, memory, usage.now);
    const mark =
      written || views.memory === null || stored === null ? null : withViewMemory(stored, views.memory);
    if (views.count !== null || mark !== null)
      steps.push({ fqn: step.fqn, displayName: step.displayName, id: step.id, count: views.count, mark });
    if (!written || views.memory === null) return step;
    return {
      ...step,
      hash: step.hash === null ? null : withViewMemory(step.hash, views.memory),
      mark: step.mark === null ? null : withViewMemory(step.mark, views.memory),
    };
  });
  return { dashboards: withMemory, usage: { date, steps, off: null } };
}

const NO_MEMORY =
  'Views are not counted: OpenMetadata before 1.4 keeps nothing by which a run could know what the last one counted.';
