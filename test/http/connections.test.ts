import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer as createPlain } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { type TestContext, test } from 'node:test';
import { type StandIn, startStandIn } from '../../src/demo/stand-in-server.ts';
import type { HttpClientOptions } from '../../src/http/http-client-options.ts';
import { clientFor, failureOf, leaks } from './client-for.ts';

const cert = readFileSync('test/http/fixtures/self-signed-cert.pem', 'utf8');
const key = readFileSync('test/http/fixtures/self-signed-key.pem', 'utf8');

/** Starts the server for the time of the test. */
async function portOf(server: Server & { closeAllConnections(): void }, t: TestContext): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

test('connections are kept: 50 requests by 8 workers need at most 8 of them', async (t) => {
  let connections = 0;
  const server = createPlain((_request, response) => response.end('{}'));
  server.on('connection', () => {
    connections += 1;
  });
  const { client } = clientFor(`http://127.0.0.1:${await portOf(server, t)}`);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(Array.from({ length: 10 }, () => client.request({ method: 'GET', path: '/' })));
  }
  assert.equal(client.calls, 50);
  assert.ok(connections <= 8, `${connections} connections`);
  client.close();
});

const TRUST: readonly {
  readonly name: string;
  readonly host: string;
  readonly tls?: NonNullable<HttpClientOptions['tls']>;
  readonly says: RegExp | null;
  readonly next?: RegExp;
}[] = [
  {
    name: 'an unknown authority',
    host: 'localhost',
    says: /self-signed/,
    next: /sslConfig\.caCertificate.*NODE_EXTRA_CA_CERTS/,
  },
  { name: 'the authority given', host: 'localhost', tls: { verify: true, ca: cert }, says: null },
  {
    name: 'another host than the certificate names',
    host: '127.0.0.1',
    tls: { verify: true, ca: cert },
    says: /for another host/,
    next: /host name that the certificate names/,
  },
  { name: 'no verification', host: '127.0.0.1', tls: { verify: false }, says: null },
  {
    name: 'an authority that is not PEM',
    host: 'localhost',
    tls: { verify: true, ca: 'nonsense' },
    says: /self-signed|TLS/,
  },
  {
    name: 'a client certificate that is not PEM',
    host: 'localhost',
    tls: { verify: true, cert: 'x', key: 'y' },
    says: /TLS failed/,
  },
];
for (const { name, host, tls, says, next } of TRUST) {
  test(`TLS with ${name}: ${says === null ? 'connects' : 'says why not'}`, async (t) => {
    const options: ServerOptions = { cert, key };
    const server = createServer(options, (_request, response) => response.end('{"fine":true}'));
    const { client } = clientFor(
      `https://${host}:${await portOf(server, t)}`,
      tls === undefined ? {} : { tls },
    );
    const asked = client.request({ method: 'GET', path: '/' });
    if (says === null) {
      assert.deepEqual((await asked).json, { fine: true });
    } else {
      const error = await failureOf(asked);
      assert.equal(error.code, 'http-tls');
      assert.match(error.message, says);
      if (next !== undefined) assert.match(error.next, next);
      assert.equal(client.calls, 1, 'trust does not come with asking twice');
    }
    client.close();
  });
}

test('a client certificate is shown to a server that wants one', async (t) => {
  const server = createServer({ cert, key, ca: cert, requestCert: true }, (_request, response) =>
    response.end('{}'),
  );
  const port = await portOf(server, t);
  const { client: known } = clientFor(`https://localhost:${port}`, {
    tls: { verify: true, ca: cert, cert, key },
  });
  assert.equal((await known.request({ method: 'GET', path: '/' })).status, 200);
  const { client: unknown } = clientFor(`https://localhost:${port}`, {
    tls: { verify: true, ca: cert },
    attempts: 1,
  });
  assert.equal((await failureOf(unknown.request({ method: 'GET', path: '/' }))).kind, 'network');
  known.close();
  unknown.close();
});

const redirectsTo = (location: string | null, status = 302) => ({
  status,
  ...(location === null ? {} : { headers: { location } }),
});

async function withServers(work: (here: StandIn, elsewhere: StandIn) => Promise<void>): Promise<void> {
  const here = await startStandIn(() => ({ status: 200, json: { here: true } }));
  const elsewhere = await startStandIn(() => ({ status: 200, json: { here: false } }));
  try {
    await work(here, elsewhere);
  } finally {
    await here.close();
    await elsewhere.close();
  }
}

test('redirects within the origin are followed for a GET, and counted', () =>
  withServers(async (here) => {
    here.addFault({ path: /^\/a/, does: redirectsTo('/b?x=1', 301) });
    here.addFault({ path: /^\/b/, does: redirectsTo(`${here.url.replace('//', '//user:pw@')}/c`, 307) });
    const { client } = clientFor(here.url);
    assert.deepEqual((await client.request({ method: 'GET', path: '/a' })).json, { here: true });
    assert.deepEqual(
      here.requests.map(({ path }) => path),
      ['/a', '/b?x=1', '/c'],
    );
    assert.equal(client.calls, 3);
    client.close();
  }));

test('credentials never go to another origin: a redirect there is an error that names both', () =>
  withServers(async (here, elsewhere) => {
    here.addFault({ path: /./, does: redirectsTo(`${elsewhere.url}/login?t=canary-query`) });
    const { client } = clientFor(here.url);
    for (const method of ['GET', 'PUT', 'POST'] as const) {
      const error = await failureOf(client.request({ method, path: '/' }));
      assert.equal(error.code, 'http-redirect');
      assert.ok(error.message.includes(`from ${here.url} to ${elsewhere.url};`), error.message);
      assert.deepEqual(leaks(`${error.message}${error.next}${error.stack}`), []);
    }
    assert.equal(elsewhere.requests.length, 0);
    assert.equal(client.calls, 3);
    client.close();
  }));

const REFUSED = [
  {
    name: 'to https on the same host',
    method: 'GET',
    to: 'https://127.0.0.1/api',
    says: /wants https/,
    next: 'Write https://127.0.0.1 in hostPort.',
  },
  { name: 'of a write', method: 'PUT', to: '/b', says: /followed for GET only/ },
  { name: 'in a circle', method: 'GET', to: '/a', says: /more than 5 times/ },
  { name: 'without a Location', method: 'GET', to: null, says: /without a usable Location/ },
  { name: 'to what is no URL', method: 'GET', to: 'http://[', says: /without a usable Location/ },
] as const;
for (const { name, method, to, says, ...more } of REFUSED) {
  test(`a redirect ${name} is refused`, () =>
    withServers(async (here) => {
      here.addFault({ path: /./, does: redirectsTo(to) });
      const { client } = clientFor(here.url);
      const error = await failureOf(client.request({ method, path: '/a' }));
      assert.equal(error.kind, 'redirect');
      assert.match(error.message, says);
      if ('next' in more) assert.equal(error.next, more.next);
      client.close();
    }));
}
