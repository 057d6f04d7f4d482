import { cancelled } from './attempt.ts';
import { comeBackLater } from './come-back-later.ts';
import { HttpError } from './http-error.ts';
import { backoffMs } from './retry-timing.ts';
import type { Sleep } from './sleep.ts';

/** What is left of a request's time. It runs from the first sending, not while the request waits for its first turn. */
export interface Budget {
  start(): void;
  /** Milliseconds; negative when it is used up. */
  left(): number;
}

export interface RetryOptions {
  /** True when asking twice does what asking once does. A 429 is asked again in any case: the server did nothing. */
  readonly idempotent: boolean;
  readonly attempts: number;
  readonly budgetMs: number;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly onRetry: (note: string) => void;
}

/**
 * Tries until it succeeds, cannot succeed, or attempts or time run out; between attempts it waits, longer each time. A pause that
 * the server asked for is kept by the gate, for everybody.
 * @throws HttpError: the last one, with the number of attempts.
 */
export async function withRetries<T>(
  work: (attempt: number, budget: Budget) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { attempts, now, signal } = options;
  let startedAt: number | null = null;
  const budget: Budget = {
    start() {
      startedAt ??= now();
    },
    left: () => options.budgetMs - (startedAt === null ? 0 : now() - startedAt),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt, budget);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const asked = error.retryAfterMs;
      const wait = asked ?? backoffMs(attempt, options.random);
      if (!mayRetry(error, options.idempotent) || signal.aborted) throw gaveUp(error, attempt);
      if (attempt >= attempts) throw gaveUp(error, attempt);
      if (wait > budget.left()) {
        if (asked === null) throw gaveUp(error, attempt);
        const { status, serverMessage } = error;
        throw comeBackLater(error.message, {
          ...{ now: now(), reopensAt: now() + asked, status: status ?? 0, serverMessage },
        });
      }
      options.onRetry(
        `${error.message}; attempt ${attempt + 1} of ${attempts} in ${(wait / 1000).toFixed(1)} s`,
      );
      if (asked === null) await pause(wait, error.message, options);
    }
  }
}

const mayRetry = (error: HttpError, idempotent: boolean): boolean =>
  error.transient && (idempotent || (error.kind === 'status' && error.status === 429));

async function pause(ms: number, after: string, { sleep, signal }: RetryOptions): Promise<void> {
  try {
    await sleep(ms, signal);
  } catch {
    throw cancelled(`${after}; it was not tried again: the run is being stopped`);
  }
}

/** The same error, saying how often it was tried. */
const gaveUp = (error: HttpError, attempts: number): HttpError =>
  attempts === 1 ? error : error.with(`${error.message} (tried ${attempts} times)`);
