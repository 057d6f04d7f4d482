import type { HttpClient } from './http-client.ts';
import { HttpError } from './http-error.ts';

/** All that an API client needs of the HTTP client. */
export type Requester = Pick<HttpClient, 'request'>;

/** Requests in a row that came to nothing: as many as are under way at once. */
const FAILURES = 8;
const SILENCE_MS = 120_000;

/**
 * Sends requests until the server is plainly down: so many in a row failed, and no answer came for so long. Each request is patient
 * by itself, so that a thousand requests to a server that is down would take hours to learn the same of each. What is not sent fails
 * with the last error; an answer that still comes in opens the way again.
 */
export function giveUp(
  http: Requester,
  { server, now = Date.now }: { readonly server: string; readonly now?: () => number },
): Requester {
  let failures = 0;
  let answeredAt: number | null = null;
  let last: HttpError | null = null;
  const answered = (): void => {
    failures = 0;
    answeredAt = now();
  };
  return {
    async request(wanted) {
      answeredAt ??= now();
      if (last !== null && failures >= FAILURES && now() - answeredAt >= SILENCE_MS) {
        throw last.with(`${server} has stopped answering, so it was not asked; before: ${last.message}`);
      }
      try {
        const response = await http.request(wanted);
        answered();
        return response;
      } catch (error) {
        if (mayPass(error)) {
          failures += 1;
          last = error;
        } else answered();
        throw error;
      }
    },
  };
}

/** An error that says nothing of what was asked for, only that the server is not well. */
const mayPass = (error: unknown): error is HttpError =>
  error instanceof HttpError &&
  (error.transient || error.retryAfterMs !== null || (error.status ?? 0) >= 500);
