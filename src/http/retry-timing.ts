/** No server is waited for longer than a day: the cap keeps a hostile value within what dates and timers can hold. */
const LONGEST_MS = 86_400_000;
const BASE_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;

/** Answers that may be better next time (RFC 9110, RFC 6585, RFC 8470). */
const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
export const isTransient = (status: number): boolean => TRANSIENT.has(status);

/** `Sun, 06 Nov 1994 08:49:37 GMT`: the one form of HTTP date that servers may still send (RFC 9110, 5.6.7). */
const IMF_DATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * How long a Retry-After header asks to wait, in milliseconds from `now`: a number of seconds, with a fraction or without, or a
 * date. Null for anything else; never negative, never above a day.
 */
export function parseRetryAfter(value: string | null | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d*)?$/.test(text)) return bounded(Number(text) * 1000);
  const date = IMF_DATE.exec(text);
  if (date === null) return null;
  const [, day, month = '', year, hour, minute, second] = date;
  const index = MONTHS.indexOf(month);
  if (index === -1) return null;
  const at = Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second));
  return bounded(at - now);
}

const bounded = (ms: number): number => Math.ceil(Math.min(Math.max(ms, 0), LONGEST_MS));

/** Exponential with full jitter: anything from 0 to 1, 2, 4 … 30 s after the first, second, third … attempt. `random` is in [0, 1). */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.round(random() * ceilingMs(attempt));

/**
 * How long an answer asks everybody to wait, in milliseconds; null when it does not ask. A 429 without Retry-After asks for at
 * least half of the backoff: asking again at once would only prolong it.
 */
export function pauseMs(
  answer: { readonly status: number; readonly retryAfter: string | undefined },
  attempt: number,
  clock: { readonly now: number; readonly random: () => number },
): number | null {
  if (answer.status !== 429 && answer.status !== 503) return null;
  const asked = parseRetryAfter(answer.retryAfter, clock.now);
  if (asked !== null || answer.status === 503) return asked;
  return Math.round(ceilingMs(attempt) * (0.5 + clock.random() / 2));
}

const ceilingMs = (attempt: number): number => Math.min(BASE_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS);
