/** What an answer tells about the pace. */
export interface PaceAnswer {
  readonly status: number;
  /** X-RateLimit-Limit; null when absent or not a number. */
  readonly limit: number | null;
  /** X-RateLimit-Remaining; likewise. */
  readonly remaining: number | null;
}

/** The bookkeeping of a pace. Time is passed in, in milliseconds. */
export interface Pace {
  /** How long until one more request may be sent; 0 for now, null when only an answer can tell. */
  wait(now: number): number | null;
  sent(): void;
  /** `answer` is null when there was none. */
  answered(sentAt: number, now: number, answer: PaceAnswer | null): void;
}

/** The lowest share of the limit that repeated 429s lead to, and what one quiet window gives back. */
const SLOWEST = 0.1;
const RECOVERY = 0.1;
/** 429s that are further apart are not repeated ones. */
const MEMORY_WINDOWS = 6;

/**
 * At most `requests` in any window of `windowMs`, seen from the server: a request counts from its sending until a window after
 * its answer, because the server saw it at some moment between the two.
 *
 * It learns. A lower X-RateLimit-Limit is taken over; X-RateLimit-Remaining shows what others with the same account have used up;
 * repeated 429s halve the pace, and each window without one gives a tenth of the limit back. 429s for requests that were sent
 * before the last one came in count with it.
 */
export function slidingWindow(options: { readonly requests: number; readonly windowMs: number }): Pace {
  const { windowMs } = options;
  let limit = options.requests;
  let inFlight = 0;
  const answeredAt: number[] = [];
  let others = { count: 0, until: Number.NEGATIVE_INFINITY };
  let share = 1;
  let shareSince = 0;
  let last429 = Number.NEGATIVE_INFINITY;

  const recover = (now: number): void => {
    const windows = Math.floor((now - shareSince) / windowMs);
    if (share === 1 || windows < 1) return;
    share = Math.min(1, share + windows * RECOVERY);
    shareSince = now;
  };
  const forget = (now: number): void => {
    while ((answeredAt[0] ?? now) < now - windowMs) answeredAt.shift();
    if (others.until < now) others = { count: 0, until: Number.NEGATIVE_INFINITY };
  };
  const allowed = (): number => Math.max(1, Math.floor(limit * share));

  return {
    wait(now) {
      forget(now);
      recover(now);
      if (inFlight + answeredAt.length + others.count < allowed()) return 0;
      const next = Math.min(
        answeredAt[0] === undefined ? Number.POSITIVE_INFINITY : answeredAt[0] + windowMs,
        others.count > 0 ? others.until : Number.POSITIVE_INFINITY,
      );
      return Number.isFinite(next) ? Math.max(1, next + 1 - now) : null;
    },
    sent() {
      inFlight += 1;
    },
    answered(sentAt, now, answer) {
      inFlight -= 1;
      answeredAt.push(now);
      if (answer === null) return;
      if (answer.limit !== null) limit = Math.min(options.requests, Math.max(1, Math.floor(answer.limit)));
      if (answer.remaining !== null) {
        forget(now);
        const seen = inFlight + answeredAt.length;
        others = { count: Math.max(0, limit - answer.remaining - seen), until: now + windowMs };
      }
      if (answer.status !== 429 || sentAt <= last429) return;
      recover(now);
      if (now - last429 < MEMORY_WINDOWS * windowMs) {
        share = Math.max(SLOWEST, share / 2);
        shareSince = now;
      }
      last429 = now;
    },
  };
}
