/** A week. Timers hold little more than three. */
export const MOST_MINUTES = 10_080;

/** What a number of minutes must be, for messages. */
export const MINUTES = `a number above 0 and at most ${MOST_MINUTES}`;

/** Minutes as people write them, `90` or `2.5`; null for anything else. */
export function readMinutes(text: string): number | null {
  const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : 0;
  return value > 0 && value <= MOST_MINUTES ? value : null;
}
