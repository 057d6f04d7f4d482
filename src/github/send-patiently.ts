import { sleep as realSleep, type Sleep } from '../http/sleep.ts';
import type { GitHubError } from './github.ts';
import { gitHubError } from './github-error.ts';
import type { SendToGitHub } from './send-to-github.ts';

/** The first and two more. */
const MOST_TRIES = 3;
/** Before the second try and the third. */
const PAUSES_MS = [500, 2_000];
/** A step is not held up for longer: no try begins later than this after the first one. */
const BUDGET_MS = 30_000;

export interface Patience {
  /** No request is tried again once it aborts. */
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Sends what GitHub did not answer, or could not, up to three times within half a minute, and waits as long as it asks to. What may
 * have been done is not sent again unless that makes no difference: a comment would stand there twice.
 * @throws GitHubError
 */
export function sendPatiently(
  request: SendToGitHub,
  { signal, sleep = realSleep, now = Date.now }: Patience,
): SendToGitHub {
  return async (route, parameters) => {
    const startedAt = now();
    for (let tried = 1; ; tried += 1) {
      try {
        return await request(route, parameters);
      } catch (thrown) {
        const error = gitHubError(thrown, now());
        const pause = tried < MOST_TRIES ? pauseMs(error, tried, isRepeatable(route, parameters)) : null;
        if (pause === null || signal.aborted || now() + pause > startedAt + BUDGET_MS) throw error;
        await sleep(pause, signal).catch(() => {
          throw error;
        });
      }
    }
  };
}

/** POST makes something new, but for a query of GraphQL. */
const isRepeatable = (route: string, { query }: Readonly<Record<string, unknown>>): boolean =>
  !route.startsWith('POST ') || (typeof query === 'string' && query.startsWith('query'));

/** How long to wait before the next try; null for none. */
function pauseMs(error: GitHubError, tried: number, isRepeatable: boolean): number | null {
  // Refused, so not done. Without a time GitHub wants a minute at least, which is too long.
  if (error.isRateLimit) return error.retryAfterMs;
  if (!isRepeatable || !error.isPassing) return null;
  return error.retryAfterMs ?? PAUSES_MS[tried - 1] ?? null;
}
