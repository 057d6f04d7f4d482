import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { isPlaceholder } from '../../src/config/placeholders.ts';
import { JWT, load, SECRETS, told, WORKFLOW, withLines } from './workflow-text.ts';

const withToken = (token: string) => withLines('acme', `      accessToken: ${token}`);
const withJwt = (token: string) =>
  withLines('authProvider: openmetadata', '    securityConfig:', `      jwtToken: ${token}`);

for (const text of [
  '',
  ' ',
  '{bot_jwt_token}',
  '<token>',
  'your_token',
  'changeme',
  'xxxx',
  '***',
  '${{ secrets.A }}',
]) {
  test(`${JSON.stringify(text)} is a placeholder`, () => {
    assert.equal(isPlaceholder(text, []), true);
  });
}
for (const text of ['abc123', JWT, 'x', 'a{b}', 'yours']) {
  test(`${JSON.stringify(text)} is no placeholder`, () => {
    assert.equal(isPlaceholder(text, ['access_token']), false);
  });
}

for (const written of [
  '""',
  'access_token',
  'accessToken',
  '<token>',
  '{token}',
  '"{token}"',
  '${UNSET}',
  '$UNSET',
  '',
]) {
  test(`a given secret fills accessToken: ${written}`, async () => {
    const { config, findings } = await load(withToken(written));
    assert.deepEqual(findings, []);
    assert.equal(config?.mode.accessToken, 'given-token');
  });
}

test('a given secret is better than plain text in the file, which is warned of and masked', async () => {
  const loaded = await load(withToken('in-file-token'));
  assert.deepEqual(told(loaded), ['warning secret-in-file 8:20']);
  assert.equal(loaded.config?.mode.accessToken, 'given-token');
  assert.ok(loaded.secrets.includes('in-file-token'));
  assert.doesNotMatch(JSON.stringify(loaded.findings), /in-file-token/);
});

test('plain text in the file is used where nothing else is given', async () => {
  const loaded = await load(withToken('in-file-token'), {
    secrets: { ...SECRETS, modeAccessToken: '' },
  });
  assert.equal(loaded.config?.mode.accessToken, 'in-file-token');
});

test('a variable that the file names is better than a given secret', async () => {
  const { config, findings } = await load(withToken('${TEAM_TOKEN}'), { env: { TEAM_TOKEN: 'of-team' } });
  assert.deepEqual(findings, []);
  assert.equal(config?.mode.accessToken, 'of-team');
});

test('the usual variables count without being named', async () => {
  const env = { MODE_ACCESS_TOKEN: 'a', MODE_ACCESS_TOKEN_PASSWORD: 'b', OPENMETADATA_JWT_TOKEN: JWT };
  const { config } = await load(WORKFLOW, { env, secrets: {} });
  assert.equal(config?.mode.accessToken, 'a');
});

test('a missing credential names the key, the variable and the input', async () => {
  const { config, findings } = await load(WORKFLOW, { secrets: {} });
  assert.equal(config, null);
  const rows = findings.map(({ code, message, next }) => [
    code,
    message.split('`')[1],
    next?.match(/[A-Z_]{9,}|[a-z-]{15,}/g),
  ]);
  assert.deepEqual(rows, [
    [
      'missing-credential',
      'source.serviceConnection.config.accessToken',
      ['MODE_ACCESS_TOKEN', 'mode-access-token'],
    ],
    [
      'missing-credential',
      'source.serviceConnection.config.accessTokenPassword',
      ['MODE_ACCESS_TOKEN_PASSWORD', 'mode-access-token-password'],
    ],
    [
      'missing-credential',
      'workflowConfig.openMetadataServerConfig.securityConfig.jwtToken',
      ['OPENMETADATA_JWT_TOKEN', 'openmetadata-jwt-token'],
    ],
  ]);
});

test('a password that begins with a dollar is not named as a variable', async () => {
  const { findings } = await load(withToken('$ecretpassword'), { secrets: {} });
  assert.doesNotMatch(JSON.stringify(findings), /ecretpassword/);
});

test('without required secrets an unset variable leaves the credential empty', async () => {
  const { config, findings } = await load(withToken('${UNSET}'), { secrets: {}, requireSecrets: false });
  assert.equal(config?.mode.accessToken, '');
  assert.ok(findings.every(({ severity }) => severity === 'notice'));
});

test('a pasted line break is cut off, and the clean value is masked too', async () => {
  const loaded = await load(WORKFLOW, { secrets: { ...SECRETS, modeAccessToken: 'abcdef\n' } });
  assert.deepEqual(
    loaded.findings.map(({ severity, code }) => [severity, code]),
    [['notice', 'credential-trimmed']],
  );
  assert.equal(loaded.config?.mode.accessToken, 'abcdef');
  assert.ok(loaded.secrets.includes('abcdef'));
});

test('what no header can carry is refused without showing it', async () => {
  const secret = `Bearer ${JWT}`;
  const loaded = await load(WORKFLOW, { secrets: { ...SECRETS, openMetadataJwtToken: secret } });
  assert.equal(loaded.config, null);
  assert.deepEqual(
    loaded.findings.map(({ code }) => code),
    ['credential-characters'],
  );
  assert.doesNotMatch(JSON.stringify(loaded.findings), new RegExp(JWT));
});

test('a token that is no JWT is warned of', async () => {
  const loaded = await load(WORKFLOW, { secrets: { ...SECRETS, openMetadataJwtToken: 'abc' } });
  assert.deepEqual(
    loaded.findings.map(({ severity, code }) => [severity, code]),
    [['warning', 'jwt-shape']],
  );
  assert.notEqual(loaded.config, null);
});

test('jwtToken may be the path of a file', async () => {
  const read: string[] = [];
  const readFile = async (path: string) => {
    read.push(path);
    return `${JWT}\n`;
  };
  const loaded = await load(withJwt('/run/secrets/bot'), {
    readFile,
    secrets: { ...SECRETS, openMetadataJwtToken: '' },
  });
  assert.deepEqual(loaded.findings, []);
  assert.equal(loaded.config?.openMetadata.jwtToken, JWT);
  assert.deepEqual(read, ['/run/secrets/bot']);
  assert.ok(loaded.secrets.includes(JWT));
  assert.ok(!loaded.secrets.includes('/run/secrets/bot'));
});

test('a token file that cannot be read is an error, and a notice where secrets are not required', async () => {
  const { openMetadataJwtToken: _, ...secrets } = SECRETS;
  for (const path of ['bot.jwt', '/dev/zero', '/proc/self/environ']) {
    const strict = await load(withJwt(path), { secrets });
    assert.deepEqual(told(strict), ['error secret-file-unreadable 19:17']);
    const lax = await load(withJwt(path), { secrets, requireSecrets: false });
    assert.deepEqual(told(lax), ['notice secret-file-unreadable 19:17']);
    assert.equal(lax.config?.openMetadata.jwtToken, '');
  }
});

test('every provider is taken with a bot’s token', async () => {
  for (const provider of ['basic', 'google', 'okta', 'aws-cognito', 'custom-oidc', 'no-auth']) {
    const text = WORKFLOW.replace('authProvider: openmetadata', `authProvider: ${provider}`);
    assert.equal((await load(text)).config?.openMetadata.authProvider, provider);
    const { openMetadataJwtToken: _, ...secrets } = SECRETS;
    const { findings } = await load(text, { secrets });
    assert.match(findings[0]?.next ?? '', /whatever `authProvider` says/);
  }
});

const PEM = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----';

test('certificates are PEM text or paths, and the key is masked', async () => {
  const text = withLines(
    'authProvider: openmetadata',
    '    verifySSL: validate',
    '    sslConfig:',
    '      caCertificate: certs/ca.pem',
    '      sslCertificate: ${CERT}',
    '      sslKey: ${KEY}',
  );
  const env = { CERT: PEM, KEY: '-----BEGIN PRIVATE KEY-----\\nxyz\\n-----END PRIVATE KEY-----' };
  const { config, findings, secrets } = await load(text, { env, readFile: async () => PEM });
  assert.deepEqual(findings, []);
  const key = env.KEY.replaceAll('\\n', '\n');
  assert.deepEqual(config?.openMetadata.tls, { verify: true, ca: PEM, cert: PEM, key });
  assert.ok(secrets.includes(key));
  const wrong = await load(text, { env, readFile: async () => 'no' });
  assert.deepEqual(told(wrong), ['error certificate-invalid 20:22']);
});

test('an authority without `validate` is named as unused', async () => {
  const text = withLines('authProvider: openmetadata', '    sslConfig:', '      caCertificate: ca.pem');
  const loaded = await load(text, { readFile: async () => PEM });
  assert.deepEqual(told(loaded), ['notice tls-ca-unused 19:22']);
  assert.deepEqual(loaded.config?.openMetadata.tls, { verify: true });
});

test('everything secret is known: also the header of Mode, extra headers, and when the file is refused', async () => {
  const text = withLines(
    'authProvider: openmetadata',
    '    extraHeaders:',
    '      CF-Access-Client-Secret: ${CF}',
    '      X-On: "true"',
    '    nope: 1',
  );
  const { config, secrets } = await load(text, { env: { CF: 'cloudflare-secret' } });
  assert.equal(config, null);
  const basic = Buffer.from('given-token:given-password').toString('base64');
  for (const secret of [...Object.values(SECRETS), 'cloudflare-secret', basic])
    assert.ok(secrets.includes(secret));
  assert.ok(!secrets.includes('true'));
  assert.deepEqual((await load('a: @')).secrets, Object.values(SECRETS));
});

test('a credential in a value that reports show is refused without showing it', async () => {
  const text = WORKFLOW.replace('workspaceName: acme', 'workspaceName: ${TOKEN}').replace(
    'serviceName: mode',
    'serviceName: of ${PASSWORD}',
  );
  const env = { TOKEN: SECRETS.modeAccessToken, PASSWORD: SECRETS.modeAccessTokenPassword };
  const loaded = await load(text, { env });
  assert.equal(loaded.config, null);
  assert.deepEqual(told(loaded), ['error misplaced-credential 3:16', 'error misplaced-credential 7:22']);
  for (const secret of Object.values(SECRETS)) assert.ok(!JSON.stringify(loaded.findings).includes(secret));
});

test('a credential may go into a header of its own', async () => {
  const text = withLines('authProvider: openmetadata', '    extraHeaders:', '      X-Token: ${TOKEN}');
  assert.deepEqual(told(await load(text, { env: { TOKEN: JWT } })), []);
});
