import { EXIT, IngestError } from '../errors.ts';

/**
 * How a request failed: the server said no; it took too long; it could not be reached or the connection broke; a 2xx held
 * something else than JSON; the body was larger than allowed; a redirect that must not be followed; we were told to stop.
 */
export type HttpErrorKind =
  | 'status'
  | 'timeout'
  | 'network'
  | 'not-json'
  | 'too-large'
  | 'redirect'
  | 'cancelled';

export interface HttpFacts {
  readonly kind: HttpErrorKind;
  readonly message: string;
  readonly next: string;
  readonly status?: number | null;
  readonly serverMessage?: string | null;
  readonly transient?: boolean;
  readonly retryAfterMs?: number | null;
  /** A problem of trust between client and server, not of the wire. */
  readonly tls?: boolean;
}

/**
 * A request that did not bring what was asked for. The message names the method, the URL without its query, and the cause; it
 * never holds a credential. Exit code 3 for 401 and 403, else 4.
 */
export class HttpError extends IngestError {
  override readonly name = 'HttpError';
  readonly kind: HttpErrorKind;
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** The `message` of the server's JSON error body, redacted and at most 500 characters; null when it gave none. */
  readonly serverMessage: string | null;
  /** True when the same request may succeed if it is sent again within this run. */
  readonly transient: boolean;
  /** How long the server asked to wait, in milliseconds; null when it did not ask. */
  readonly retryAfterMs: number | null;
  readonly #facts: HttpFacts;

  constructor(facts: HttpFacts) {
    super(codeOf(facts), facts.message, {
      next: facts.next,
      exitCode: facts.status === 401 || facts.status === 403 ? EXIT.credentials : EXIT.partial,
    });
    this.#facts = facts;
    this.kind = facts.kind;
    this.status = facts.status ?? null;
    this.serverMessage = facts.serverMessage ?? null;
    this.transient = facts.transient ?? false;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }

  /** The same error with another message. */
  with(message: string): HttpError {
    return new HttpError({ ...this.#facts, message });
  }
}

function codeOf({ kind, status, tls }: HttpFacts): string {
  if (kind === 'cancelled') return 'cancelled';
  if (kind === 'network' && tls) return 'http-tls';
  return kind === 'status' ? (STATUS_CODES.get(status ?? 0) ?? 'http-status') : `http-${kind}`;
}

const STATUS_CODES: ReadonlyMap<number, string> = new Map([
  [401, 'http-unauthorized'],
  [403, 'http-forbidden'],
  [404, 'http-not-found'],
  [429, 'http-rate-limited'],
]);
