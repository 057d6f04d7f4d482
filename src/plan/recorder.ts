import { IngestError } from '../errors.ts';
import type { RowResult } from '../openmetadata/catalog-writer.ts';
import type { StepResult } from './outcome.ts';

/** Thrown inside an application when it was told to stop; what was done until then stands. */
export class Interrupted extends Error {}

/** Collects what becomes of each step while a plan is applied. */
export interface Recorder {
  readonly results: readonly StepResult[];
  add(what: StepResult['what'], key: string, result: RowResult): void;
  /** Does one single write and records it; resolves to whether it succeeded. @throws Interrupted on cancellation. */
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
      return result.ok;
    },
  };
}

/** One write as a row's result. @throws Interrupted on cancellation, and whatever is no failure of a request. */
export async function attempt(work: () => Promise<unknown>): Promise<RowResult> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    if (error.code === 'cancelled') throw new Interrupted();
    const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
    return { ok: false, error: error.message, status };
  }
}
