import type { CatalogWriter } from '../openmetadata/catalog-writer.ts';
import { diffEdges } from './diff-edges.ts';
import type { EdgeStep, Plan } from './plan.ts';
import { stepKey } from './step-key.ts';

/**
 * The plan's edges, with those into restored entities compared once more. The server tells nothing of the edges into what is
 * soft-deleted, and yet keeps them (1.12.6): only now can it be seen which of them stand, are somebody else's, or have become stale.
 */
export async function edgesAfterRestoring(plan: Plan, writer: CatalogWriter): Promise<readonly EdgeStep[]> {
  const restored = [...plan.dataModels, ...plan.dashboards].filter(({ action }) => action === 'restore');
  if (restored.length === 0) return plan.edges;
  const planned = new Map(restored.map((step) => [stepKey(step), [] as EdgeStep[]]));
  const others: EdgeStep[] = [];
  for (const edge of plan.edges) (planned.get(stepKey(edge.to)) ?? others).push(edge);

  const targets = restored.flatMap(({ kind, fqn }) => (kind === 'chart' ? [] : { kind, fqn }));
  const present = await writer.edgesInto(targets);
  const kept = new Set(plan.dataModels.filter(({ action }) => action === 'keep').map(({ fqn }) => fqn));
  // Without a mark to be set the edges are not known in full, or cannot be marked as such: then none is removed.
  const known = new Set(restored.filter(({ mark }) => mark !== null).map(stepKey));
  const settled = targets.flatMap((to) =>
    diffEdges(to, planned.get(stepKey(to)) ?? [], present.get(to.fqn) ?? [], {
      isNew: false,
      known: known.has(stepKey(to)),
      isKept: (fqn) => kept.has(fqn),
    }),
  );
  return [...others, ...settled];
}
