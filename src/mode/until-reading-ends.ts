import { EXIT, IngestError } from '../errors.ts';
import { type EarlyEnd, earlyEndOf } from '../http/early-end.ts';
import type { Requester } from '../http/give-up.ts';
import { HttpError } from '../http/http-error.ts';

/** What was not read because the reading had to end. No failure of Mode. */
export class NotReached extends IngestError {
  override readonly name = 'NotReached';

  constructor(end: EarlyEnd) {
    super('not-reached', end.notReached, { next: end.next, exitCode: EXIT.partial });
  }
}

/** The code of a list that was not reached, where only its failure is known. */
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
      const isStopped = error instanceof HttpError && (error.kind === 'cancelled' || error.transient);
      throw end !== null && isStopped ? new NotReached(end) : error;
    }
  },
});
