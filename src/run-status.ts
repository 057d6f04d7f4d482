import { EXIT, type ExitCode } from './errors.ts';
import type { Outcome } from './plan/outcome.ts';
import { changesAnything, type Plan } from './plan/plan.ts';
import type { RunStatus } from './report/run-report.ts';

interface Ended {
  readonly status: RunStatus;
  readonly exitCode: ExitCode;
}

/** Per cent of the writes that succeeded, 0–100; 100 when there was nothing to write. Views do not count: they are made up for. */
export function successRate(outcome: Outcome): number {
  const { others } = outcome.succeeded;
  const all = others + outcome.failures.filter(({ what }) => what !== 'usage').length;
  return all === 0 ? 100 : (100 * others) / all;
}

/**
 * How a plan or an ingestion ended. The order is that of how much it matters to the reader: a write below the success threshold,
 * anything unread or unwritten, a guard, then all well.
 */
export function endedWith(
  plan: Plan,
  outcome: Outcome | null,
  options: {
    readonly successThreshold: number;
    readonly raiseOnError: boolean;
    readonly detailedExitCode: boolean;
    /** Of a drift: that it found a difference. What only the run itself keeps, such as marks and views, is none. */
    readonly drifted?: boolean;
  },
): Ended {
  const refused = outcome?.failures.some(
    ({ status, what }) => status === 401 || (status === 403 && what !== 'usage'),
  );
  const partial = !options.raiseOnError ? EXIT.done : refused ? EXIT.credentials : EXIT.partial;
  if (outcome !== null && successRate(outcome) < options.successThreshold)
    return { status: 'failed', exitCode: partial };
  if (
    plan.incomplete.length > 0 ||
    (outcome !== null && (outcome.reached !== null || outcome.failures.length > 0))
  ) {
    return { status: 'partial', exitCode: partial };
  }
  if (plan.guard.state === 'stopped') return { status: 'guarded', exitCode: EXIT.guard };
  if (outcome !== null) return { status: 'done', exitCode: EXIT.done };
  const changes = options.drifted || (options.detailedExitCode && changesAnything(plan));
  return { status: 'planned', exitCode: changes ? EXIT.changes : EXIT.done };
}
