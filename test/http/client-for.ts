import { Buffer } from 'node:buffer';
import { createHttpClient } from '../../src/http/create-http-client.ts';
import type { HttpClientOptions } from '../../src/http/http-client-options.ts';
import { HttpError } from '../../src/http/http-error.ts';
import { unpaced } from '../../src/http/rate-gate.ts';

/** Stand-ins for secrets, made to be found wherever they leak. */
export const CANARY = {
  token: 'canary-token-7c1f',
  secret: 'canary-secret-93ab',
  header: 'canary-header-55d0',
};

const pair = Buffer.from(`${CANARY.token}:${CANARY.secret}`).toString('base64');
const CANARY_FORMS = [...Object.values(CANARY), pair, 'canary-query'];

/** A client that retries without waiting, and what it said about its retries. */
export function clientFor(base: string, options: Partial<HttpClientOptions> = {}) {
  const notes: string[] = [];
  const waits: number[] = [];
  const client = createHttpClient({
    base,
    authorization: `Basic ${pair}`,
    userAgent: 'test/1',
    gate: unpaced({ concurrency: 8 }),
    extraHeaders: { 'X-Extra': CANARY.header },
    onRetry: (note) => void notes.push(note),
    sleep: async (ms) => void waits.push(ms),
    timeoutMs: 2_000,
    ...options,
  });
  return { client, notes, waits };
}

/** The HttpError that the promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<HttpError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

/** The canaries that a text holds: none, if all is well. */
export const leaks = (text: string): readonly string[] => CANARY_FORMS.filter((form) => text.includes(form));
