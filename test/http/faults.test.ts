import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { type Misbehaviour, type StandIn, startStandIn } from '../../src/demo/stand-in-server.ts';
import type { HttpRequest } from '../../src/http/http-client.ts';
import { clientFor, failureOf, leaks } from './client-for.ts';

let server: StandIn;
before(async () => {
  server = await startStandIn(() => ({ status: 200, json: { fine: true } }));
});
after(() => server.close());
afterEach(() => {
  server.clearFaults();
  server.forget();
});

const status = (code: number): Misbehaviour => ({ status: code, json: { id: 'x', message: 'Not today' } });

const FAULTS: readonly {
  readonly name: string;
  readonly does: Misbehaviour;
  readonly kind: string;
  readonly code: string;
  readonly retried: 'every method' | 'idempotent' | 'never';
  readonly exitCode?: number;
}[] = [
  { name: '400', does: status(400), kind: 'status', code: 'http-status', retried: 'never' },
  {
    name: '401',
    does: status(401),
    kind: 'status',
    code: 'http-unauthorized',
    retried: 'never',
    exitCode: 3,
  },
  { name: '403', does: status(403), kind: 'status', code: 'http-forbidden', retried: 'never', exitCode: 3 },
  { name: '404', does: status(404), kind: 'status', code: 'http-not-found', retried: 'never' },
  { name: '408', does: status(408), kind: 'status', code: 'http-status', retried: 'idempotent' },
  { name: '425', does: status(425), kind: 'status', code: 'http-status', retried: 'idempotent' },
  { name: '500', does: status(500), kind: 'status', code: 'http-status', retried: 'idempotent' },
  { name: '502', does: status(502), kind: 'status', code: 'http-status', retried: 'idempotent' },
  { name: '503', does: status(503), kind: 'status', code: 'http-status', retried: 'idempotent' },
  { name: '504', does: status(504), kind: 'status', code: 'http-status', retried: 'idempotent' },
  {
    name: '429',
    does: { status: 429, headers: { 'retry-after': '0' }, json: { id: 'rate_limited' } },
    kind: 'status',
    code: 'http-rate-limited',
    retried: 'every method',
  },
  { name: 'reset', does: 'reset', kind: 'network', code: 'http-network', retried: 'idempotent' },
  { name: 'truncate', does: 'truncate', kind: 'not-json', code: 'http-not-json', retried: 'idempotent' },
  { name: 'html', does: 'html', kind: 'not-json', code: 'http-not-json', retried: 'idempotent' },
  { name: 'hang', does: 'hang', kind: 'timeout', code: 'http-timeout', retried: 'idempotent' },
];

const METHODS: readonly Pick<HttpRequest, 'method' | 'idempotent'>[] = [
  { method: 'GET' },
  { method: 'PUT' },
  { method: 'DELETE' },
  { method: 'PUT', idempotent: false },
  { method: 'POST' },
  { method: 'PATCH' },
  { method: 'POST', idempotent: true },
];

for (const { name, does, kind, code, retried, exitCode = 4 } of FAULTS) {
  for (const { method, idempotent } of METHODS) {
    const isIdempotent = idempotent ?? ['GET', 'PUT', 'DELETE'].includes(method);
    const retries = retried === 'every method' || (retried === 'idempotent' && isIdempotent);
    const label = `${method}${idempotent === undefined ? '' : `, idempotent: ${idempotent}`}`;
    const request: HttpRequest = {
      method,
      path: '/a/b',
      query: { q: 'canary-query' },
      ...(method === 'GET' ? {} : { body: { a: 1 } }),
      ...(idempotent === undefined ? {} : { idempotent }),
    };
    const options = { timeoutMs: does === 'hang' ? 40 : 2_000, attempts: 3 };

    test(`${name} once, ${label}: ${retries ? 'tried again' : 'not tried again'}`, async () => {
      server.addFault({ path: /./, does, times: 1 });
      const { client, notes } = clientFor(server.url, options);
      if (retries) {
        assert.deepEqual((await client.request(request)).json, { fine: true });
        assert.equal(notes.length, 1);
        assert.match(
          notes[0] ?? '',
          /^[A-Z]+ http:\/\/127\.0\.0\.1:\d+\/a\/b .*; attempt 2 of 3 in \d+\.\d s$/,
        );
      } else {
        assert.equal((await failureOf(client.request(request))).kind, kind);
        assert.deepEqual(notes, []);
      }
      assert.equal(client.calls, retries ? 2 : 1);
      assert.equal(client.writes, method === 'GET' ? 0 : client.calls);
      assert.equal(server.requests.length, client.calls);
      client.close();
    });

    test(`${name} for ever, ${label}: a typed error`, async () => {
      server.addFault({ path: /./, does });
      const { client, notes } = clientFor(server.url, options);
      const error = await failureOf(client.request(request));
      assert.equal(error.kind, kind);
      assert.equal(error.code, code);
      assert.equal(error.exitCode, exitCode);
      assert.equal(client.calls, retries ? 3 : 1);
      assert.ok(error.next.length > 10);
      assert.ok(error.message.startsWith(`${method} ${server.url}/a/b `), error.message);
      assert.deepEqual(leaks([error.message, error.next, error.stack, ...notes].join('\n')), []);
      client.close();
    });
  }
}
