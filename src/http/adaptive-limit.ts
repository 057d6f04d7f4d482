/** How a request ended, and whether as many as may be were under way then. */
export interface Ended {
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly full: boolean;
}

/** How many requests may be under way at once. Time is passed in, in milliseconds. */
export interface Limit {
  atOnce(): number;
  ended(sentAt: number, now: number, how: Ended): void;
}

/** The same number always. */
export const fixedLimit = (atOnce: number): Limit => ({ atOnce: () => atOnce, ended() {} });

/** What says that there were too many requests; no answer within the time says so too. */
const TOO_MANY: ReadonlySet<number | null> = new Set([null, 429, 503]);

/** Rounds of good answers before what was too much is tried again: so one request in dozens is refused, not one in ten. */
const CAUTION = 10;

/**
 * A limit that learns: halved when the server has too much, one more after each round of good answers, a round being as many as may be
 * under way. What was too much is tried again only after ten. Requests that were sent before it was halved and are refused later tell
 * nothing new: they were part of the same crowd.
 */
export function adaptiveLimit({ start, most }: { readonly start: number; readonly most: number }): Limit {
  let atOnce = Math.max(1, Math.min(start, most));
  let tooMany = Number.POSITIVE_INFINITY;
  let fine = 0;
  let halvedAt = Number.NEGATIVE_INFINITY;

  const halve = (now: number): void => {
    tooMany = atOnce;
    atOnce = Math.max(1, Math.floor(atOnce / 2));
    fine = 0;
    halvedAt = now;
  };
  const grow = (): void => {
    if (atOnce >= most) return;
    fine += 1;
    const rounds = atOnce + 1 >= tooMany ? CAUTION : 1;
    if (fine < rounds * atOnce) return;
    atOnce += 1;
    fine = 0;
    if (atOnce >= tooMany) tooMany = Number.POSITIVE_INFINITY;
  };
  return {
    atOnce: () => atOnce,
    ended(sentAt, now, { status, full }) {
      if (!TOO_MANY.has(status)) {
        if (full) grow();
      } else if (sentAt >= halvedAt) halve(now);
    },
  };
}
