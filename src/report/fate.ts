import type { Action, EdgeStep, EntityStep, UsageStep } from '../plan/plan.ts';
import { type Keyed, stepKey } from '../plan/step-key.ts';
import type { RunFacts } from './run-report.ts';

/** What really became of a step, or in a plan would become of it. */
export interface Fate<A extends string> {
  readonly action: A;
  readonly reason: string;
  /** True when it was to be written and was not. */
  readonly failed: boolean;
}

export interface Fates {
  entity(step: EntityStep): Fate<Action>;
  edge(step: EdgeStep): Fate<EdgeStep['action']>;
  usage(step: UsageStep): Pick<Fate<never>, 'failed'>;
  /** Steps of the plan that an interrupted run did not get to. */
  readonly unreached: number;
}

const usageKeyed = ({ fqn }: UsageStep): Keyed => ({ kind: 'usage', fqn });

/** Holds the plan's steps against the outcome, and its deletions against the guard. */
export function createFates({ plan, outcome }: Pick<RunFacts, 'plan' | 'outcome'>): Fates {
  const failed = new Set(outcome?.failures.map(({ key }) => key));
  const reached = outcome?.reached ?? null;
  const notWritten = (step: Keyed, writes: boolean): boolean => {
    // The keys of a large plan are many megabytes: none is made that tells nothing.
    if (failed.size === 0 && reached === null) return false;
    const key = stepKey(step);
    return failed.has(key) || (reached !== null && writes && !reached.has(key));
  };
  const guard = plan?.guard.state ?? 'clear';

  const entity = (step: EntityStep): Fate<Action> => {
    if (step.action === 'delete' && guard !== 'clear') {
      const why = guard === 'stopped' ? 'the guard stopped all deletions' : 'this run deletes nothing';
      return { action: 'keep', reason: [step.reason, why].filter(Boolean).join('; '), failed: false };
    }
    const writes = step.action !== 'unchanged' && step.action !== 'keep';
    return { action: step.action, reason: step.reason, failed: notWritten(step, writes) };
  };
  const edge = (step: EdgeStep): Fate<EdgeStep['action']> => ({
    action: step.action,
    reason: step.reason,
    failed: notWritten(step, step.action !== 'unchanged'),
  });

  const usage = (step: UsageStep) => ({ failed: notWritten(usageKeyed(step), true) });

  const unreached =
    reached === null
      ? 0
      : [
          ...[...(plan?.charts ?? []), ...(plan?.dataModels ?? []), ...(plan?.dashboards ?? [])]
            .filter((step) => entity(step).failed)
            .map(stepKey),
          ...(plan?.edges ?? []).filter((step) => edge(step).failed).map(stepKey),
          ...(plan?.usage?.steps ?? [])
            .filter((step) => usage(step).failed)
            .map(usageKeyed)
            .map(stepKey),
        ].filter((key) => !reached.has(key)).length;
  return { entity, edge, usage, unreached };
}
