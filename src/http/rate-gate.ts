import { type Clock, createGate, type RateGate } from './create-gate.ts';
import { type Pace, slidingWindow } from './sliding-window.ts';

export type { RateGate } from './create-gate.ts';

const PACED_CONCURRENCY = 10;

/** At most `requests` in any `windowMs`, at most `concurrency` (default 10) at once; a pause that the server asks for holds everybody. */
export const paced = (
  options: { readonly requests: number; readonly windowMs: number; readonly concurrency?: number } & Clock,
): RateGate =>
  createGate({
    ...options,
    pace: slidingWindow(options),
    concurrency: options.concurrency ?? PACED_CONCURRENCY,
  });

/** At most `concurrency` at once; a pause that the server asks for holds everybody. */
export const unpaced = (options: { readonly concurrency: number } & Clock): RateGate =>
  createGate({ ...options, pace: UNPACED });

const UNPACED: Pace = { wait: () => 0, sent() {}, answered() {} };
