import { setTimeout } from 'node:timers/promises';

/** Resolves after so many milliseconds; rejects at once when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = async (ms, signal) => {
  await setTimeout(ms, undefined, { signal });
};
