import { IngestError } from '../errors.ts';
import type { RowResult } from '../openmetadata/catalog-writer.ts';
import type { Outcome, StepFailure, What } from './outcome.ts';
import { type Keyed, stepKey } from './step-key.ts';

/** Thrown inside an application when it is to stop; what was done until then stands. */
export class Interrupted extends Error {}

/** Codes of a request that was cancelled, and of a run that ends early. */
const STOPPED: ReadonlySet<string> = new Set(['cancelled', 'stopped']);

/** Whether an error only says that the application was stopped. */
export const isInterruption = (error: unknown): boolean =>
  error instanceof Interrupted || (error instanceof IngestError && STOPPED.has(error.code));

/** Collects what becomes of each step while a plan is applied. */
export interface Recorder {
  readonly failures: readonly StepFailure[];
  add(what: What, step: Keyed, result: RowResult): void;
  /**
   * Does one single write and records it; resolves to whether it succeeded. @throws Interrupted on cancellation, and when the token is
   * not taken any more.
   */
  try(what: What, step: Keyed, work: () => Promise<unknown>): Promise<boolean>;
  /** What it all came to. */
  outcome(end: { readonly interrupted: boolean }): Outcome;
}

export function createRecorder(): Recorder {
  const failures: StepFailure[] = [];
  const done: Keyed[] = [];
  let usage = 0;
  const add: Recorder['add'] = (what, step, result) => {
    if (!result.ok) {
      const { error, status } = result;
      failures.push({ key: stepKey(step), what, error, ...(status === null ? {} : { status }) });
      return;
    }
    done.push(step);
    if (what === 'usage') usage += 1;
  };
  return {
    failures,
    add,
    async try(what, step, work) {
      const result = await attempt(work);
      add(what, step, result);
      if (!result.ok && result.status === 401) throw new Interrupted();
      return result.ok;
    },
    outcome: ({ interrupted }) => ({
      failures,
      succeeded: { usage, others: done.length - usage },
      reached: interrupted ? new Set([...done.map(stepKey), ...failures.map(({ key }) => key)]) : null,
    }),
  };
}

/** One write as a row's result. @throws whatever is no failure of a request, cancellation included. */
export async function attempt(work: () => Promise<unknown>): Promise<RowResult> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof IngestError) || isInterruption(error)) throw error;
    const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
    return { ok: false, error: error.message, status };
  }
}
