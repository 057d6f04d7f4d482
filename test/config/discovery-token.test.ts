import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { load, SECRETS, told, WORKFLOW, withLines } from './workflow-text.ts';

const TRIPLE = 'sig-token:access-key-1:access-secret-1';
const BEARER = Buffer.from(TRIPLE).toString('base64');

for (const { what, given } of [
  { what: 'with colons', given: TRIPLE },
  { what: 'in base64', given: BEARER },
  { what: 'in base64 without padding', given: BEARER.replace(/=+$/, '') },
  { what: 'in base64url', given: Buffer.from(TRIPLE).toString('base64url') },
  { what: 'with a line break behind it', given: `${TRIPLE}\n` },
]) {
  test(`a token ${what} travels as base64, and every part of it is masked`, async () => {
    const loaded = await load(WORKFLOW, { secrets: { ...SECRETS, modeDiscoveryToken: given } });
    assert.equal(loaded.config?.mode.discoveryToken, BEARER);
    for (const secret of [given.trim(), BEARER, TRIPLE, 'access-key-1', 'access-secret-1'])
      assert.ok(loaded.secrets.includes(secret), secret);
    assert.doesNotMatch(JSON.stringify(loaded.findings), /access-|sig-token/);
  });
}

for (const [where, options, text] of [
  ['the environment', { env: { MODE_DISCOVERY_TOKEN: TRIPLE } }, WORKFLOW],
  ['the file', { env: { OURS: TRIPLE } }, withLines('acme', '      discoveryToken: ${OURS}')],
  ['the file in snake case', { env: { OURS: TRIPLE } }, withLines('acme', '      discovery_token: ${OURS}')],
] as const) {
  test(`the token may come from ${where}`, async () => {
    const loaded = await load(text, options);
    assert.deepEqual(told(loaded), []);
    assert.equal(loaded.config?.mode.discoveryToken, BEARER);
  });
}

for (const given of ['abc', 'a:b', 'a:b:c:d', 'a::c', Buffer.from('a:b').toString('base64'), '%%%']) {
  test(`${given} is no Discovery token`, async () => {
    const loaded = await load(WORKFLOW, { secrets: { ...SECRETS, modeDiscoveryToken: given } });
    assert.equal(loaded.config, null);
    assert.deepEqual(
      loaded.findings.map(({ code, severity }) => [code, severity]),
      [['discovery-token-shape', 'error']],
    );
    assert.ok(!JSON.stringify(loaded.findings).includes(`${given}"`));
  });
}

for (const written of ['""', '{discovery_token}', '<token>', '${MODE_DISCOVERY_TOKEN}', 'token:key:secret']) {
  test(`no token is needed: ${written} is none`, async () => {
    const loaded = await load(withLines('acme', `      discoveryToken: ${written}`));
    assert.deepEqual(loaded.findings, []);
    assert.equal(loaded.config?.mode.discoveryToken, null);
  });
}

test('a token as plain text in the file is warned of; one in another place is refused', async () => {
  const plain = await load(withLines('acme', `      discoveryToken: ${TRIPLE}`));
  assert.deepEqual(told(plain), ['warning secret-in-file 8:23']);
  const misplaced = await load(
    withLines('mode', '    ').replace('serviceName: mode', 'serviceName: access-secret-1'),
    {
      secrets: { ...SECRETS, modeDiscoveryToken: TRIPLE },
    },
  );
  assert.ok(misplaced.findings.some(({ code }) => code === 'misplaced-credential'));
});

test('how Mode is read: the file’s choice, or the face’s in its place', async () => {
  const file = withLines('DashboardMetadata', '      modeRead: rest', '      chartDetails: basic');
  const loaded = await load(file);
  assert.equal(loaded.config?.source.modeRead, 'rest');
  assert.equal(loaded.config?.source.chartDetails, 'basic');
  const other = await load(file, { modeRead: 'auto' });
  assert.equal(other.config?.source.modeRead, 'auto');
});

test('discovery without a token is a mistake; without need of secrets it is worth a notice', async () => {
  const options = { modeRead: 'discovery' } as const;
  assert.deepEqual(told(await load(WORKFLOW, options)), ['error missing-credential 5:5']);
  const validated = await load(WORKFLOW, { ...options, requireSecrets: false });
  assert.equal(validated.config?.source.modeRead, 'discovery');
  assert.deepEqual(
    validated.findings.map(({ severity, code }) => [severity, code]),
    [['notice', 'missing-credential']],
  );
});
