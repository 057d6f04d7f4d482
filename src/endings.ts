import { setMaxListeners } from 'node:events';
import { EarlyEnd, type EndedBy } from './http/early-end.ts';

/**
 * The share of the time budget that Mode may be read for. At Mode's pace a report with three queries takes a second (four of the 40
 * requests per 10 s); its lineage and its dozen writes take about half of one (20–25 ms each, 1.12.6).
 */
const READING_SHARE = 2 / 3;

/** Twice what a bulk request of a hundred rows takes (22–30 ms a row, 1.12.6). */
const BUDGET_GRACE_MS = 5_000;
const TOLD_GRACE_MS = 1_500;

/**
 * How long a run that a signal told to stop goes on writing, in milliseconds. With the grace for what is under way and the time that
 * the reports take, it ends within 5 s. What is cut short then is written by the next run.
 */
export const WRITE_ON_MS = 2_000;

/** The parts of a run that come to an end before it: each signal's reason is an `EarlyEnd`. */
export interface Endings {
  /** Mode is read no further; what is whole is still written. */
  readonly reading: AbortSignal;
  /** Nothing is deleted any more: somebody told the run to stop. */
  readonly deleting: AbortSignal;
  /** No request is begun any more; a write that is under way is finished. */
  readonly sending: AbortSignal;
  /** Mode has been read: the reading's share of the budget does not matter any more. */
  readingDone(): void;
  /** Forgets all timers and listeners. */
  release(): void;
}

/** When a run is to end. Times are milliseconds; the budget counts from now. */
export function createEndings(options: {
  /** Tells the run to stop. */
  readonly told: AbortSignal;
  /** How long writing goes on when it is told to. */
  readonly writeOnMs: number;
  /** Null for as long as it takes. */
  readonly budgetMs: number | null;
}): Endings {
  const { told, writeOnMs, budgetMs } = options;
  const [reading, deleting, sending] = [ending(), ending(), ending()];
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, work: () => void): NodeJS.Timeout => {
    const timer = setTimeout(work, ms);
    timers.push(timer);
    return timer;
  };

  const onTold = (): void => {
    const reason = because('told');
    reading.abort(reason);
    deleting.abort(reason);
    if (writeOnMs === 0) sending.abort(reason);
    else later(writeOnMs, () => sending.abort(reason));
  };
  let share: NodeJS.Timeout | undefined;
  if (told.aborted) {
    // Nothing was read yet, so nothing is whole.
    for (const part of [reading, deleting, sending]) part.abort(because('told'));
  } else {
    told.addEventListener('abort', onTold, { once: true });
    if (budgetMs !== null) {
      share = later(budgetMs * READING_SHARE, () => reading.abort(because('time-budget')));
      later(budgetMs, () => {
        for (const part of [reading, sending]) part.abort(because('time-budget'));
      });
    }
  }
  return {
    reading: reading.signal,
    deleting: deleting.signal,
    sending: sending.signal,
    readingDone: () => clearTimeout(share),
    release() {
      for (const timer of timers) clearTimeout(timer);
      told.removeEventListener('abort', onTold);
    },
  };
}

/** Requests listen by the hundred, which Node takes for a leak. */
function ending(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

const because = (by: EndedBy): EarlyEnd =>
  new EarlyEnd(by, { graceMs: by === 'told' ? TOLD_GRACE_MS : BUDGET_GRACE_MS });
