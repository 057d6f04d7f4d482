import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type StandIn, startStandIn } from '../../src/demo/stand-in-server.ts';
import { CANARY, clientFor, failureOf, leaks } from './client-for.ts';

let server: StandIn;
before(async () => {
  server = await startStandIn(() => ({ status: 200, json: { fine: true } }));
});
after(() => server.close());
afterEach(() => {
  server.clearFaults();
  server.forget();
});

const answers = (does: Parameters<StandIn['addFault']>[0]['does']) => server.addFault({ path: /./, does });

test('what is sent: the joined path, the encoded query, the headers, the JSON', async () => {
  const { client } = clientFor(`${server.url}/api`, { accept: 'application/hal+json' });
  await client.request({
    method: 'POST',
    path: '/x/%22a%22',
    query: { name: 'a b+c&ü', n: 3, on: true, off: undefined, 'embed[r]': 1 },
    body: { grün: 'ü' },
    headers: { 'Content-Type': 'application/json-patch+json' },
  });
  const [request] = server.requests;
  assert.equal(request?.path, '/api/x/%22a%22?name=a%20b%2Bc%26%C3%BC&n=3&on=true&embed%5Br%5D=1');
  assert.equal(request?.headers.accept, 'application/hal+json');
  assert.equal(request?.headers['user-agent'], 'test/1');
  assert.equal(request?.headers['x-extra'], CANARY.header);
  assert.match(String(request?.headers.authorization), /^Basic \S+$/);
  assert.equal(request?.headers['content-type'], 'application/json-patch+json');
  assert.deepEqual(request?.body, { grün: 'ü' });
  client.close();
});

test('a path that could name another host is refused', async () => {
  const { client } = clientFor(server.url);
  await assert.rejects(client.request({ method: 'GET', path: '@example.com/' }), TypeError);
  assert.equal(client.calls, 0);
  client.close();
});

for (const answer of [{ status: 204 }, { status: 200 }]) {
  test(`an empty ${answer.status} has no JSON`, async () => {
    answers(answer);
    const { client } = clientFor(server.url);
    const { status, json } = await client.request({ method: 'GET', path: '/' });
    assert.deepEqual({ status, json }, { status: answer.status, json: undefined });
    client.close();
  });
}

test('an accepted status is handed back at once, with its JSON and lower-case headers', async () => {
  answers({ status: 503, headers: { 'X-Some-Header': 'v' }, json: { code: 503 } });
  const { client } = clientFor(server.url);
  const { status, json, headers } = await client.request({ method: 'GET', path: '/', accept: [503] });
  assert.deepEqual({ status, json }, { status: 503, json: { code: 503 } });
  assert.equal(headers.get('x-some-header'), 'v');
  assert.equal(client.calls, 1);
  client.close();
});

const MESSAGES = [
  { name: 'text', json: { message: 'No\n such   thing' }, says: 'No such thing' },
  { name: 'an object', json: { message: { name: ['is taken'] } }, says: '{"name":["is taken"]}' },
  { name: 'missing', json: { id: 'x' }, says: null },
  { name: 'null', json: { message: null }, says: null },
  { name: 'no object at all', json: [1], says: null },
  { name: 'an echo of the secrets', json: { message: `no ${CANARY.secret} no` }, says: 'no *** no' },
  {
    name: 'an echo of the header',
    json: { message: `Basic ${Buffer.from(`${CANARY.token}:${CANARY.secret}`).toString('base64')}` },
    says: 'Basic ***',
  },
  {
    name: 'a token of somebody else',
    json: { message: 'bad eyJhbGciOiJIUzI1NiJ9.e30.abc' },
    says: 'bad ***',
  },
];
for (const { name, json, says } of MESSAGES) {
  test(`the server's message: ${name}`, async () => {
    answers({ status: 400, json });
    const { client } = clientFor(server.url);
    const error = await failureOf(client.request({ method: 'GET', path: '/' }));
    assert.equal(error.serverMessage, says);
    assert.ok(says === null || error.message.endsWith(`400 Bad Request: ${says}`), error.message);
    client.close();
  });
}

test("the server's message is cut at 500 characters, secrets and all", async () => {
  answers({ status: 400, json: { message: `${'x'.repeat(490)}${CANARY.secret}${'😀'.repeat(400)}` } });
  const { client } = clientFor(server.url);
  const { serverMessage } = await failureOf(client.request({ method: 'GET', path: '/' }));
  assert.equal([...(serverMessage ?? '')].length, 500);
  assert.match(serverMessage ?? '', /x\*\*\*(😀)+…$/u);
  client.close();
});

test('a web page is called one', async () => {
  answers('html');
  const { client } = clientFor(server.url, { attempts: 2 });
  const error = await failureOf(client.request({ method: 'GET', path: '/' }));
  assert.match(error.message, /200 with a web page .*\(tried 2 times\)$/);
  assert.match(error.next, /single sign-on/);
  client.close();
});

test('a body above the limit is not read to its end, nor one that is only small while compressed', async (t) => {
  const bomb = gzipSync(JSON.stringify('x'.repeat(5_000_000)));
  const zipped = createServer((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  await new Promise<void>((resolve) => zipped.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    zipped.close();
    zipped.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(zipped.address() as AddressInfo).port}`;
  const { client } = clientFor(url, { maxBodyBytes: 2_097_152 });
  const error = await failureOf(client.request({ method: 'GET', path: '/' }));
  assert.equal(error.code, 'http-too-large');
  assert.match(error.message, /more than 2 MB/);
  assert.equal(client.calls, 1);
  client.close();
});

const UNREACHABLE = [
  { name: 'nobody listens', base: 'http://127.0.0.1:1/api', says: /the connection was refused/, calls: 2 },
  { name: 'an unknown host', base: 'http://nowhere.invalid', says: /host name/, calls: 2 },
  { name: 'TLS on a plain port', base: 'https', says: /does not speak TLS/, calls: 1 },
];
for (const { name, base, says, calls } of UNREACHABLE) {
  test(`${name}: the cause is named, the query is not`, async () => {
    const { client } = clientFor(base === 'https' ? server.url.replace('http', 'https') : base, {
      attempts: 2,
    });
    const error = await failureOf(
      client.request({ method: 'GET', path: '/p', query: { q: 'canary-query' } }),
    );
    assert.equal(error.kind, 'network');
    assert.match(error.message, says);
    assert.equal(client.calls, calls);
    assert.deepEqual(leaks(`${error.message}${error.stack}`), []);
    client.close();
  });
}

test('a credential that HTTP cannot carry is an error without its value', async () => {
  const { client } = clientFor(server.url, { authorization: 'Bearer canary-token-7c1f\nX: y' });
  const error = await failureOf(client.request({ method: 'GET', path: '/' }));
  assert.match(error.message, /a header holds characters/);
  assert.equal(client.calls, 1);
  assert.deepEqual(leaks(`${error.message}${error.stack}`), []);
  client.close();
});
