import type { Environment, TlsOptions } from './agents.ts';
import type { RateGate } from './rate-gate.ts';
import type { Sleep } from './sleep.ts';

export interface HttpClientOptions {
  /** Origin and path that every request's path is joined to, without a trailing slash. */
  readonly base: string;
  /** The whole header value: `Basic …` or `Bearer …`. */
  readonly authorization: string;
  /** Beside the credentials above and the values of the headers: what else no message may hold. */
  readonly secrets?: readonly string[];
  readonly userAgent: string;
  readonly gate: RateGate;
  /** The Accept header; JSON by default. */
  readonly accept?: string;
  readonly extraHeaders?: Readonly<Record<string, string>>;
  readonly tls?: TlsOptions;
  readonly proxyEnv?: Environment;
  readonly signal?: AbortSignal;
  /** Hears a line about each retry. */
  readonly onRetry?: (note: string) => void;
  /** For one attempt, its body included. Default 60 s. */
  readonly timeoutMs?: number;
  /** For a request with all its retries, counted from the first sending. Default 5 min. */
  readonly budgetMs?: number;
  /** Default 5. */
  readonly attempts?: number;
  /** After decompression. Default 64 MB. */
  readonly maxBodyBytes?: number;
  /** How long a write may go on after a cancellation. Default 5 s. */
  readonly graceMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
  /** In [0, 1). */
  readonly random?: () => number;
}
