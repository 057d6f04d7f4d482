import type { PresentCatalog, WantedCatalog } from '../catalog/entities.ts';
import { judgeDeletions } from './guard.ts';
import type { PlanOptions } from './plan-options.ts';
import { goneOf, keeperOf, reportOf, unwanted } from './vanished.ts';

/**
 * Tokens of the reports and datasets that are about to be deleted with every guard clear. No listing shows them, but that is no
 * proof: pages shift while they are read, and `filterQueryParam` leaves collections out on Mode's side. So each is asked for.
 */
export function goneReports(
  wanted: WantedCatalog,
  present: PresentCatalog,
  options: Pick<PlanOptions, 'markDeletedDashboards' | 'markDeletedDataModels' | 'guards' | 'isShard'>,
): readonly string[] {
  const gone = goneOf(unwanted(wanted, present, keeperOf(wanted, present, options), options));
  if (judgeDeletions(gone, wanted, present, options).state !== 'clear') return [];
  const tokens = gone.flatMap((entity) => {
    if (entity.kind === 'chart') return [];
    return entity.kind === 'dashboard' ? entity.name : reportOf(entity.fqn);
  });
  return [...new Set(tokens)].filter((token) => !wanted.reports.has(token));
}
