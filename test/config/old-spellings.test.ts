import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from '../../src/config/load-config.ts';
import { migrate } from '../../src/migrate/migrate.ts';

const YAML = `source:
  type: mode
  service_name: acme
  serviceConnection:
    config:
      type: Mode
      access_token: token-0123456789
      accessTokenPassword: password-0123456789
      workspaceName: acme
  sourceConfig:
    config:
      type: DashboardMetadata
      SERVICES
sink: {type: metadata-rest, config: {}}
workflowConfig:
  openMetadataServerConfig:
    hostPort: https://catalog.example.com/api
    authProvider: openmetadata
    securityConfig: {jwtToken: token-9876543210}
`;

const spellingsOf = async (text: string) => {
  const readFile = () => Promise.reject(new Error('no file'));
  const { findings } = await loadConfig(text, { path: 'mode.yml', env: {}, secrets: {}, readFile });
  return findings.filter(({ code }) => code === 'old-spelling');
};

const SERVICES = [
  { services: 'dbServiceName: a', today: 'lineageInformation.dbServicePrefixes' },
  { services: 'db_service_names: [a]', today: 'lineageInformation.dbServicePrefixes' },
  { services: 'dbServicePrefixes: [a]', today: 'lineageInformation.dbServicePrefixes' },
  { services: 'lineageInformation: {dbServiceNames: [a]}', today: 'dbServicePrefixes' },
  { services: 'lineageInformation: {dbServicePrefixes: [a]}', today: null },
];
for (const { services, today } of SERVICES) {
  test(`${services}: a notice at each old key, none once the file is migrated`, async () => {
    const text = YAML.replace('SERVICES', services);
    const found = await spellingsOf(text);
    assert.deepEqual(
      found.map(({ line, message }) => [line, /of `(.+)`\.$/.exec(message)?.[1]]),
      [[3, 'serviceName'], [7, 'accessToken'], ...(today === null ? [] : [[13, today]])],
    );
    assert.ok(found.every(({ severity }) => severity === 'notice'));
    const migrated = migrate(text);
    assert.equal(migrated.changes.length, found.length);
    assert.deepEqual(await spellingsOf(migrated.text), []);
  });
}
