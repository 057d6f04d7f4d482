import { EXIT, IngestError } from '../errors.ts';
import { earlyEndOf } from '../http/early-end.ts';
import type { Requester } from '../http/give-up.ts';
import { HttpError } from '../http/http-error.ts';

/** The code of what was not read because the reading had to end. No failure of Mode. */
export const NOT_REACHED = 'not-reached';

/**
 * Sends requests until the reading is to end. What is not sent from then on, and what is under way and not answered, fails as not
 * reached. The HTTP client must listen to the same signal: it is what stops the requests.
 */
export const untilReadingEnds = (http: Requester, signal: AbortSignal): Requester => ({
  async request(wanted) {
    try {
      return await http.request(wanted);
    } catch (error) {
      const end = earlyEndOf(signal);
      // An error that would have been tried again is none of Mode's either.
      if (end === null || !(error instanceof HttpError) || !(error.kind === 'cancelled' || error.transient))
        throw error;
      throw new IngestError(NOT_REACHED, end.notReached, { next: end.next, exitCode: EXIT.partial });
    }
  },
});
