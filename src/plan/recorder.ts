import { IngestError } from '../errors.ts';
import type { RowResult } from '../openmetadata/catalog-writer.ts';
import type { StepResult } from './outcome.ts';

/** Thrown inside an application when it is to stop; what was done until then stands. */
export class Interrupted extends Error {}

/** Codes of a request that was cancelled, and of a run that ends early. */
const STOPPED: ReadonlySet<string> = new Set(['cancelled', 'stopped']);

/** Whether an error only says that the application was stopped. */
export const isInterruption = (error: unknown): boolean =>
  error instanceof Interrupted || (error instanceof IngestError && STOPPED.has(error.code));

/** Collects what becomes of each step while a plan is applied. */
export interface Recorder {
  readonly results: readonly StepResult[];
  add(what: StepResult['what'], key: string, result: RowResult): void;
  /**
   * Does one single write and records it; resolves to whether it succeeded. @throws Interrupted on cancellation, and when the token is
   * not taken any more.
   */
  try(what: StepResult['what'], key: string, work: () => Promise<unknown>): Promise<boolean>;
}

export function createRecorder(): Recorder {
  const results: StepResult[] = [];
  const add: Recorder['add'] = (what, key, result) =>
    void results.push(
      result.ok
        ? { key, what, ok: true }
        : {
            key,
            what,
            ok: false,
            error: result.error,
            ...(result.status === null ? {} : { status: result.status }),
          },
    );
  return {
    results,
    add,
    async try(what, key, work) {
      const result = await attempt(work);
      add(what, key, result);
      if (!result.ok && result.status === 401) throw new Interrupted();
      return result.ok;
    },
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
