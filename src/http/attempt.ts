import type { Agent } from 'node:http';
import fetch from 'node-fetch';
import { earlyEndOf } from './early-end.ts';
import { HttpError } from './http-error.ts';
import { networkError, type Subject } from './network-error.ts';
import { readBody } from './read-body.ts';

/** One answer, read to its end. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

export interface Attempt {
  readonly subject: Subject;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly agent: (url: URL) => Agent;
  readonly timeoutMs: number;
  /** How long a write may go on after a cancellation, so that we know what became of it; an early end has its own. A GET stops at once. */
  readonly graceMs: number;
  readonly maxBodyBytes: number;
  readonly signal: AbortSignal;
}

/** Error bodies are read for one message only. */
const ERROR_BODY_BYTES = 262_144;

/**
 * Sends one request and reads its answer, whatever its status. Redirects are answers too.
 * @throws HttpError of kind timeout, network, too-large or cancelled.
 */
export async function attempt(options: Attempt): Promise<Answer> {
  const { method, signal, subject, timeoutMs, maxBodyBytes } = options;
  // node-fetch rejects alike for every abort: the reason tells a time-out from a cancellation.
  const stopping = new AbortController();
  const timer = setTimeout(() => stopping.abort('timeout'), timeoutMs);
  let grace: NodeJS.Timeout | undefined;
  const onCancel = () => {
    if (method === 'GET') stopping.abort('cancelled');
    else
      grace = setTimeout(() => stopping.abort('cancelled'), earlyEndOf(signal)?.graceMs ?? options.graceMs);
  };
  signal.addEventListener('abort', onCancel, { once: true });
  try {
    return await exchange(options, stopping.signal);
  } catch (error) {
    if (stopping.signal.reason === 'timeout') throw timedOut(subject, timeoutMs);
    if (stopping.signal.reason === 'cancelled')
      throw cancelled(`${subject} was cancelled before its answer was in`);
    throw networkError(subject, error, maxBodyBytes);
  } finally {
    clearTimeout(timer);
    clearTimeout(grace);
    signal.removeEventListener('abort', onCancel);
  }
}

async function exchange(options: Attempt, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(options.url, {
    method: options.method,
    headers: options.headers,
    body: options.body,
    agent: options.agent,
    redirect: 'manual',
    signal,
  });
  const headers = new Map([...response.headers].map(([name, value]) => [name.toLowerCase(), value]));
  // An error is an error, whether or not its body can be read.
  const text = response.ok
    ? await readBody(response.body, options.maxBodyBytes)
    : await readBody(response.body, ERROR_BODY_BYTES).catch(() => '');
  return { status: response.status, headers, text };
}

const timedOut = (subject: Subject, timeoutMs: number): HttpError =>
  new HttpError({
    kind: 'timeout',
    message: `${subject} was not answered within ${timeoutMs / 1000} s`,
    next: 'Try again; when it stays so, the server is overloaded or a firewall swallows the request.',
    transient: true,
  });

/** The error for a request that was stopped or not sent because the run is being stopped. */
export const cancelled = (message: string): HttpError =>
  new HttpError({ kind: 'cancelled', message, next: 'Run again: what is done is not done twice.' });
