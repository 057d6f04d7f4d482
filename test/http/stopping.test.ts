import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type StandIn, startStandIn } from '../../src/demo/stand-in-server.ts';
import { paced, unpaced } from '../../src/http/rate-gate.ts';
import { clientFor, failureOf } from './client-for.ts';

let server: StandIn;
let slowMs = 0;
beforeEach(async () => {
  slowMs = 0;
  server = await startStandIn(async () => {
    await delay(slowMs);
    return { status: 200, json: {} };
  });
});
afterEach(() => server.close());

test('a time-out and a cancellation are told apart', async () => {
  server.addFault({ path: /./, does: 'hang' });
  const stopping = new AbortController();
  const { client } = clientFor(server.url, { timeoutMs: 30, attempts: 1, signal: stopping.signal });
  assert.equal((await failureOf(client.request({ method: 'GET', path: '/' }))).kind, 'timeout');
  client.close();
  const { client: other } = clientFor(server.url, { signal: stopping.signal });
  const pending = failureOf(other.request({ method: 'GET', path: '/' }));
  await delay(30);
  stopping.abort();
  assert.equal((await pending).code, 'cancelled');
  assert.equal(other.calls, 1);
  other.close();
});

test('a body that never ends is a time-out', async () => {
  server.addFault({ path: /./, does: { status: 200, headers: { 'content-length': '999' }, json: {} } });
  const { client } = clientFor(server.url, { timeoutMs: 60, attempts: 1 });
  assert.equal((await failureOf(client.request({ method: 'GET', path: '/' }))).kind, 'timeout');
  client.close();
});

test('after a cancellation nothing is sent any more, waiting or new', async () => {
  server.addFault({ path: /./, does: 'hang' });
  const stopping = new AbortController();
  const gate = unpaced({ concurrency: 2 });
  const { client } = clientFor(server.url, { signal: stopping.signal, gate });
  const all = Array.from({ length: 50 }, () => failureOf(client.request({ method: 'GET', path: '/' })));
  await delay(30);
  stopping.abort();
  for (const error of await Promise.all(all)) assert.equal(error.kind, 'cancelled');
  const late = await failureOf(client.request({ method: 'PUT', path: '/', body: {} }));
  assert.match(late.message, /was not sent/);
  assert.equal(client.calls, 2);
  client.close();
});

test('a write under way is given time to end', async () => {
  slowMs = 120;
  const stopping = new AbortController();
  const { client } = clientFor(server.url, { signal: stopping.signal });
  const pending = client.request({ method: 'PUT', path: '/', body: {} });
  await delay(30);
  stopping.abort();
  assert.equal((await pending).status, 200);
  client.close();
});

test('a write that fails in that time is not tried again', async () => {
  slowMs = 100;
  const stopping = new AbortController();
  const { client } = clientFor(server.url, { signal: stopping.signal, graceMs: 1_000 });
  server.addFault({ path: /./, does: 'hang' });
  const pending = failureOf(client.request({ method: 'PUT', path: '/', body: {} }));
  await delay(30);
  stopping.abort();
  await server.close();
  assert.equal((await pending).kind, 'network');
  assert.equal(client.calls, 1);
  client.close();
});

test('but not for ever', async () => {
  server.addFault({ path: /./, does: 'hang' });
  const stopping = new AbortController();
  const { client } = clientFor(server.url, { signal: stopping.signal, graceMs: 50 });
  const pending = failureOf(client.request({ method: 'DELETE', path: '/' }));
  await delay(20);
  stopping.abort();
  const error = await pending;
  assert.equal(error.kind, 'cancelled');
  assert.match(error.message, /before its answer was in/);
  client.close();
});

test('a cancellation ends the wait before a retry', async () => {
  server.addFault({ path: /./, does: { status: 500 } });
  const stopping = new AbortController();
  const { client } = clientFor(server.url, {
    signal: stopping.signal,
    sleep: async (_ms, signal) => {
      stopping.abort();
      signal.throwIfAborted();
    },
  });
  const error = await failureOf(client.request({ method: 'GET', path: '/' }));
  assert.equal(error.kind, 'cancelled');
  assert.match(error.message, /answered 500 .*not tried again/);
  client.close();
});

test('the budget ends the retries before the attempts do', async () => {
  server.addFault({ path: /./, does: { status: 500 } });
  let time = 0;
  const { client } = clientFor(server.url, {
    attempts: 100,
    budgetMs: 20_000,
    random: () => 0.999,
    now: () => time,
    sleep: async (ms) => {
      time += ms;
    },
  });
  const error = await failureOf(client.request({ method: 'GET', path: '/' }));
  assert.equal(error.status, 500);
  assert.equal(client.calls, 5);
  client.close();
});

test('a Retry-After above the budget ends it at once for all, and says when to come back', async () => {
  server.addFault({
    path: /./,
    does: { status: 429, headers: { 'retry-after': '3600' }, json: { message: 'slow down' } },
  });
  const now = () => Date.UTC(2026, 10, 24, 12, 0, 0);
  const { client, notes } = clientFor(server.url, { gate: unpaced({ concurrency: 1, now }), now });
  const ask = () => failureOf(client.request({ method: 'POST', path: '/' }));
  const errors = await Promise.all([ask(), ask(), ask()]);
  for (const error of errors) {
    assert.equal(error.code, 'http-rate-limited');
    assert.equal(error.next, 'Run again after 2026-11-24 13:00:00 UTC.');
    assert.equal(error.retryAfterMs, 3_600_000);
  }
  assert.match(errors[0]?.message ?? '', /slow down: the server asks to wait until/);
  assert.match(errors[1]?.message ?? '', /was not sent: the server asks to wait until/);
  assert.equal(client.calls, 1);
  assert.deepEqual(notes, []);
  client.close();
});

test('a 429 with Retry-After is waited for and tried again, in order', async () => {
  server.addFault({ path: /./, times: 1, does: { status: 429, headers: { 'retry-after': '0.1' } } });
  const { client, notes, waits } = clientFor(server.url, { gate: paced({ requests: 40, windowMs: 10_000 }) });
  const startedAt = Date.now();
  await client.request({ method: 'PATCH', path: '/', body: [] });
  assert.ok(Date.now() - startedAt >= 95);
  assert.match(notes[0] ?? '', /429 Too Many Requests; attempt 2 of 5 in 0\.1 s/);
  assert.deepEqual(waits, [], 'the gate does the waiting');
  client.close();
});
