import { adaptiveLimit, fixedLimit } from './adaptive-limit.ts';
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
    limit: fixedLimit(options.concurrency ?? PACED_CONCURRENCY),
  });

/** At most `concurrency` at once; a pause that the server asks for holds everybody. */
export const unpaced = (options: { readonly concurrency: number } & Clock): RateGate =>
  createGate({ ...options, pace: UNPACED, limit: fixedLimit(options.concurrency) });

/** As many at once as the server takes well: `start` at first, never more than `most`. */
export const adaptive = (options: { readonly start: number; readonly most: number } & Clock): RateGate =>
  createGate({ ...options, pace: UNPACED, limit: adaptiveLimit(options) });

const UNPACED: Pace = { wait: () => 0, sent() {}, answered() {} };
