import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IngestError } from '../../src/errors.ts';
import { connect } from '../../src/openmetadata/connect.ts';
import { clientFor } from './client-for.ts';
import { asked, json, scripted } from './scripted-server.ts';

const version = (text: string) => json({ version: text, revision: 'local', timestamp: 1 });
const unauthorised = (message: string) => ({
  status: 401,
  headers: { 'www-authenticate': 'om-auth' },
  json: { code: 401, message },
});
const CANARY = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl';

test('the version first, then the user', async (context) => {
  const { server, client } = await scripted(context, {
    'GET /system/version': version('1.12.6'),
    'GET /users/loggedInUser': json({ id: '1', name: 'ingestion-bot', isBot: true, isAdmin: false }),
  });
  const facts = await connect(client);
  assert.equal(facts.version, '1.12.6');
  assert.equal(facts.capabilities.bulk, true);
  assert.deepEqual(facts.user, { name: 'ingestion-bot', isBot: true, isAdmin: false });
  assert.deepEqual(asked(server), ['GET /system/version', 'GET /users/loggedInUser']);
});

test('flags that the server leaves out are false', async (context) => {
  const { client } = await scripted(context, {
    'GET /system/version': version('1.3.1'),
    'GET /users/loggedInUser': json({ name: 'ann' }),
  });
  assert.deepEqual((await connect(client)).user, { name: 'ann', isBot: false, isAdmin: false });
});

test('what is wrong is said with its next step', async (context) => {
  const expiry = new Date('2026-01-01T00:00:00Z');
  const before = () => expiry.getTime() - 1;
  const after = () => expiry.getTime();
  const refusal = {
    'GET /system/version': version('1.12.6'),
    'GET /users/loggedInUser': unauthorised('Not Authorized! Invalid token.'),
  };
  const table = [
    {
      script: refusal,
      now: after,
      code: 'openmetadata-credentials',
      exitCode: 3,
      message: /expired on 2026-01-01T00:00:00/,
    },
    { script: refusal, now: before, code: 'openmetadata-credentials', exitCode: 3, message: /Invalid token/ },
    {
      script: { 'GET /system/version': version('1.2.4') },
      now: before,
      code: 'openmetadata-version',
      exitCode: 2,
      message: /1\.2\.4/,
    },
    { script: {}, now: before, code: 'not-openmetadata', exitCode: 2, message: /hostPort/ },
    {
      script: { 'GET /system/version': json({ ok: true }) },
      now: before,
      code: 'openmetadata-answer',
      exitCode: 4,
      message: /version/,
    },
  ];
  for (const { script, now, ...expected } of table) {
    const { server } = await scripted(context, script);
    const client = clientFor(`${server.url}/api`, { token: CANARY, tokenExpiresAt: expiry });
    await assert.rejects(connect(client, now), (error) => {
      assert.ok(error instanceof IngestError);
      assert.equal(error.code, expected.code);
      assert.equal(error.exitCode, expected.exitCode);
      assert.match(error.message, expected.message);
      assert.notEqual(error.next, '');
      for (const part of CANARY.split('.')) assert.ok(!`${error.stack} ${error.next}`.includes(part));
      return true;
    });
  }
});
