import type { Limit } from './adaptive-limit.ts';
import { sleep as realSleep, type Sleep } from './sleep.ts';
import type { Pace, PaceAnswer } from './sliding-window.ts';

export interface GateAnswer extends PaceAnswer {
  /** How long the server asked everybody to wait, in milliseconds; null when it did not. */
  readonly pauseMs: number | null;
}

/** Leave to send one request; `done` must be called once, with null when there was no answer. */
export interface Pass {
  readonly admitted: true;
  done(answer: GateAnswer | null): void;
}

/** The server asked for a longer pause than the request can wait. */
export interface Refusal {
  readonly admitted: false;
  /** Milliseconds since 1970. */
  readonly reopensAt: number;
  /** The status that closed the gate. */
  readonly status: number;
}

export interface Entering {
  readonly signal: AbortSignal;
  /** A retry goes before requests that were never sent. */
  readonly again: boolean;
  /** The longest pause worth waiting for, in milliseconds. Waiting for one's turn is not limited. */
  readonly patienceMs: number;
}

/** The one door to a host, shared by all who send to it. */
export interface RateGate {
  /** @throws the signal's reason when it aborts before the turn comes. */
  enter(entering: Entering): Promise<Pass | Refusal>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
}

interface Waiter extends Entering {
  readonly resolve: (pass: Pass | Refusal) => void;
}

/** A queue before a pace and a limit. Retries go first; a pause holds everybody; those who cannot wait that long are refused. */
export function createGate(options: { readonly pace: Pace; readonly limit: Limit } & Clock): RateGate {
  const { pace, limit, now = Date.now, sleep = realSleep } = options;
  let waiting: Waiter[] = [];
  let inFlight = 0;
  let pause = { until: Number.NEGATIVE_INFINITY, status: 0 };
  let alarm: { readonly at: number; readonly stop: AbortController } | null = null;

  const pass = (): Pass => {
    const sentAt = now();
    let open = true;
    inFlight += 1;
    pace.sent();
    return {
      admitted: true,
      done(answer) {
        if (!open) return;
        open = false;
        const full = inFlight >= limit.atOnce();
        inFlight -= 1;
        pace.answered(sentAt, now(), answer);
        limit.ended(sentAt, now(), { status: answer?.status ?? null, full });
        const until = now() + (answer?.pauseMs ?? Number.NEGATIVE_INFINITY);
        if (answer !== null && until > pause.until) pause = { until, status: answer.status };
        admit();
      },
    };
  };

  /** How long until the next may go, in milliseconds; null when only an answer can tell. */
  const turnIn = (at: number): number | null => {
    if (inFlight >= limit.atOnce()) return null;
    const wait = pace.wait(at);
    return wait === null ? null : Math.max(wait, pause.until - at, 0);
  };

  /** Lets in all who may go now, and sees to it that somebody looks again when the next may. */
  const admit = (): void => {
    refuseTheImpatient();
    for (;;) {
      const at = now();
      const wait = waiting.length === 0 ? null : turnIn(at);
      if (wait === null) silence();
      else if (wait > 0) lookAgain(at + wait);
      else waiting.shift()?.resolve(pass());
      if (wait !== 0) break;
    }
  };

  const refuseTheImpatient = (): void => {
    const left = pause.until - now();
    if (left <= 0) return;
    const refusal = { admitted: false, reopensAt: pause.until, status: pause.status } as const;
    const impatient = waiting.filter((waiter) => waiter.patienceMs < left);
    if (impatient.length === 0) return;
    waiting = waiting.filter((waiter) => waiter.patienceMs >= left);
    for (const waiter of impatient) waiter.resolve(refusal);
  };

  const silence = (): void => {
    alarm?.stop.abort();
    alarm = null;
  };
  const lookAgain = (at: number): void => {
    if (alarm !== null && alarm.at <= at) return;
    silence();
    const mine = { at, stop: new AbortController() };
    alarm = mine;
    void sleep(at - now(), mine.stop.signal).then(
      () => {
        if (alarm === mine) alarm = null;
        admit();
      },
      () => {
        // Silenced.
      },
    );
  };

  return {
    enter: (entering) =>
      new Promise((resolve, reject) => {
        const { signal } = entering;
        if (signal.aborted) return reject(signal.reason);
        const leave = () => {
          waiting = waiting.filter((other) => other !== waiter);
          admit();
          reject(signal.reason);
        };
        const waiter: Waiter = {
          ...entering,
          resolve(passed) {
            signal.removeEventListener('abort', leave);
            resolve(passed);
          },
        };
        signal.addEventListener('abort', leave, { once: true });
        const place = entering.again ? waiting.findIndex((other) => !other.again) : -1;
        waiting.splice(place === -1 ? waiting.length : place, 0, waiter);
        admit();
      }),
  };
}
