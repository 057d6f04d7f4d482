import type { Action, EdgeStep, EntityStep, UsageStep } from '../plan/plan.ts';
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

const edgeKey = ({ from, to }: EdgeStep): string => `${from.fqn} → ${to.fqn}`;
const usageKey = ({ fqn }: UsageStep): string => `usage:${fqn}`;
const entityKey = ({ kind, fqn }: EntityStep): string => `${kind}:${fqn}`;

/** Holds the plan's steps against the outcome's results, and its deletions against the guard. */
export function createFates({ plan, outcome }: Pick<RunFacts, 'plan' | 'outcome'>): Fates {
  const results = outcome?.results ?? [];
  const failed = new Set(results.filter(({ ok }) => !ok).map(({ key }) => key));
  const stopped = outcome?.interrupted === true;
  const done = new Set(stopped ? results.map(({ key }) => key) : []);
  const allWritten = failed.size === 0 && !stopped;
  const notWritten = <Step>(step: Step, keyOf: (step: Step) => string, writes: boolean): boolean => {
    // The keys of a large plan are many megabytes: none is made that tells nothing.
    if (allWritten) return false;
    const key = keyOf(step);
    return failed.has(key) || (stopped && writes && !done.has(key));
  };
  const guard = plan?.guard.state ?? 'clear';

  const entity = (step: EntityStep): Fate<Action> => {
    if (step.action === 'delete' && guard !== 'clear') {
      const why = guard === 'stopped' ? 'the guard stopped all deletions' : 'this run deletes nothing';
      return { action: 'keep', reason: [step.reason, why].filter(Boolean).join('; '), failed: false };
    }
    const writes = step.action !== 'unchanged' && step.action !== 'keep';
    return { action: step.action, reason: step.reason, failed: notWritten(step, entityKey, writes) };
  };
  const edge = (step: EdgeStep): Fate<EdgeStep['action']> => ({
    action: step.action,
    reason: step.reason,
    failed: notWritten(step, edgeKey, step.action !== 'unchanged'),
  });

  const usage = (step: UsageStep) => ({ failed: notWritten(step, usageKey, true) });

  const unreached = !stopped
    ? 0
    : [
        ...[...(plan?.charts ?? []), ...(plan?.dataModels ?? []), ...(plan?.dashboards ?? [])]
          .filter((step) => entity(step).failed)
          .map(entityKey),
        ...(plan?.edges ?? []).filter((step) => edge(step).failed).map(edgeKey),
        ...(plan?.usage?.steps ?? []).filter((step) => usage(step).failed).map(usageKey),
      ].filter((key) => !done.has(key)).length;
  return { entity, edge, usage, unreached };
}
