import { setImmediate } from 'node:timers/promises';
import type { Sleep } from '../../src/http/sleep.ts';

/** A clock that moves only when told, or from one sleeper to the next. */
export function fakeClock(start = 1_000_000) {
  let time = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve, reject) => {
      const sleeper = { at: time + ms, wake: resolve };
      sleepers.push(sleeper);
      signal.addEventListener('abort', () => {
        sleepers = sleepers.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });
  return {
    now: () => time,
    sleep,
    /** How many are asleep: none may be left behind. */
    sleeping: () => sleepers.length,
    /** Runs until `done`, jumping from sleeper to sleeper. */
    async runUntil(done: () => boolean): Promise<void> {
      for (;;) {
        await setImmediate();
        if (done()) return;
        const next = sleepers.reduce((first, other) => (other.at < first.at ? other : first), {
          at: Number.POSITIVE_INFINITY,
          wake: () => {},
        });
        if (!Number.isFinite(next.at)) throw new Error('Nobody will ever wake up.');
        time = Math.max(time, next.at);
        sleepers = sleepers.filter((other) => other !== next);
        next.wake();
      }
    },
  };
}
