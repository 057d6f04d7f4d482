import type { Action, EdgeStep, Plan } from '../plan/plan.ts';
import type { Fate, Fates } from './fate.ts';
import type { RunReport, Totals } from './run-report.ts';

const COLUMN: Readonly<Record<Action | EdgeStep['action'], keyof Totals>> = {
  create: 'created',
  add: 'created',
  update: 'changed',
  restore: 'changed',
  change: 'changed',
  unchanged: 'unchanged',
  delete: 'deleted',
  remove: 'deleted',
  keep: 'kept',
};

/** Each step counts once: as what it did, or in a plan would do; a step that was to be written and was not is `failed`. */
export function countTotals(plan: Plan | null, fates: Fates): RunReport['totals'] {
  return {
    dashboards: tally((plan?.dashboards ?? []).map(fates.entity)),
    charts: tally((plan?.charts ?? []).map(fates.entity)),
    dataModels: tally((plan?.dataModels ?? []).map(fates.entity)),
    edges: tally((plan?.edges ?? []).map(fates.edge)),
  };
}

function tally(steps: readonly Fate<keyof typeof COLUMN>[]): Totals {
  const totals = { created: 0, changed: 0, unchanged: 0, deleted: 0, kept: 0, failed: 0 };
  for (const { action, failed } of steps) totals[failed ? 'failed' : COLUMN[action]] += 1;
  return totals;
}
