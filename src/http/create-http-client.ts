import { type Agents, createAgents } from './agents.ts';
import { type Answer, attempt, cancelled } from './attempt.ts';
import { comeBackLater } from './come-back-later.ts';
import { followRedirects } from './follow-redirects.ts';
import type { HttpClient, HttpRequest, HttpResponse } from './http-client.ts';
import type { HttpClientOptions } from './http-client-options.ts';
import { ownSignal } from './own-signal.ts';
import { jsonOrNothing, parseAnswer } from './parse-answer.ts';
import { type PreparedRequest, prepareRequest } from './prepare-request.ts';
import { rateLimits } from './rate-limit-headers.ts';
import { redactor, secretsOf } from './redact.ts';
import { pauseMs } from './retry-timing.ts';
import { sleep as realSleep } from './sleep.ts';
import { statusError } from './status-error.ts';
import { type Budget, withRetries } from './with-retries.ts';

/**
 * The HTTP client of one server: credentials, pace, retries, time-outs, trust. Requests reject with an HttpError, whose text never
 * holds a credential nor a query.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { gate, now = Date.now, random = Math.random, sleep = realSleep, onRetry = () => {} } = options;
  const { attempts = 5, budgetMs = 300_000, timeoutMs = 60_000 } = options;
  const { graceMs = 5_000, maxBodyBytes = 67_108_864 } = options;
  const { host } = new URL(options.base);
  const redact = redactor([
    ...secretsOf(options.authorization),
    ...Object.values(options.extraHeaders ?? {}),
    ...(options.secrets ?? []),
  ]);
  const { signal, release } = ownSignal(options.signal);
  const retries = { attempts, budgetMs, signal, now, random, sleep, onRetry };
  let agents: Agents | null = null;
  let calls = 0;
  let writes = 0;

  /** One request through the gate. */
  async function send(prepared: PreparedRequest, url: URL, tried: number, budget: Budget): Promise<Sent> {
    const { method, subject } = prepared;
    const stopped = () => cancelled(`${subject} was not sent: the run is being stopped`);
    const pass = await gate.enter({ signal, again: tried > 1, patienceMs: budget.left() }).catch(() => {
      throw stopped();
    });
    if (!pass.admitted) throw comeBackLater(`${subject} was not sent`, { ...pass, now: now() });
    if (signal.aborted) {
      pass.done(null);
      throw stopped();
    }
    budget.start();
    calls += 1;
    if (method !== 'GET') writes += 1;
    let sent: Sent | null = null;
    try {
      agents ??= createAgents(options);
      const answer = await attempt({
        ...prepared,
        url,
        agent: agents.for,
        timeoutMs: Math.max(1, Math.min(timeoutMs, budget.left())),
        graceMs,
        maxBodyBytes,
        signal,
      });
      const retryAfter = answer.headers.get('retry-after');
      const asked = pauseMs({ status: answer.status, retryAfter }, tried, { now: now(), random });
      sent = { ...answer, pauseMs: asked };
      return sent;
    } finally {
      pass.done(sent === null ? null : { ...sent, ...rateLimits(sent.headers) });
    }
  }

  async function request(wanted: HttpRequest): Promise<HttpResponse> {
    const prepared = prepareRequest(wanted, options);
    const { method, subject, url } = prepared;
    const retrying = { ...retries, idempotent: wanted.idempotent ?? IDEMPOTENT.has(method) };
    return withRetries(async (tried, budget) => {
      const sent = await followRedirects(method, url, (target) => send(prepared, target, tried, budget));
      const { status, headers } = sent;
      if (status >= 200 && status < 300) return { status, headers, json: parseAnswer(subject, sent) };
      if (wanted.accept?.includes(status)) return { status, headers, json: jsonOrNothing(sent.text) };
      throw statusError(subject, sent, { host, redact, retryAfterMs: sent.pauseMs });
    }, retrying);
  }

  return {
    request,
    get calls() {
      return calls;
    },
    get writes() {
      return writes;
    },
    close() {
      release();
      agents?.close();
    },
  };
}

/** An answer, and the pause that it asks everybody to make. */
interface Sent extends Answer {
  readonly pauseMs: number | null;
}

const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'PUT', 'DELETE']);
