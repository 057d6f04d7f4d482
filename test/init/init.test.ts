import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { test } from 'node:test';
import { parse } from 'yaml';
import { workflowJsonSchema } from '../../src/config/json-schema/workflow-json-schema.ts';
import { ACTION_WORKFLOW } from '../../src/init/action-workflow.ts';
import { NEXT_STEPS } from '../../src/init/next-steps.ts';
import { SCHEMA_URL } from '../../src/init/release.ts';
import { STARTING_CONFIG } from '../../src/init/starting-config.ts';
import { migrate } from '../../src/migrate/migrate.ts';
import { VERSION } from '../../src/version.ts';
import { accepts } from '../config/json-schema/accepts.ts';
import { JWT, load } from '../config/workflow-text.ts';

const ENV = {
  MODE_ACCESS_TOKEN: 'a',
  MODE_ACCESS_TOKEN_PASSWORD: 'b',
  MODE_DISCOVERY_TOKEN: 'a:b:c',
  OPENMETADATA_JWT_TOKEN: JWT,
};

test('the starting YAML is valid, in an editor too, and lacks only the workspace and the secrets', async () => {
  const { config, findings } = await load(STARTING_CONFIG, { secrets: {}, requireSecrets: false });
  assert.ok(config !== null);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['missing-credential', 'missing-credential', 'sample-workspace', 'missing-credential'],
  );
  assert.ok(accepts(workflowJsonSchema(), parse(STARTING_CONFIG)));
  assert.deepEqual(migrate(STARTING_CONFIG).changes, []);
});

test('it is whole once the workspace is filled in', async () => {
  const filled = STARTING_CONFIG.replace('workspaceName: your-workspace', 'workspaceName: acme');
  assert.deepEqual((await load(filled, { secrets: {}, env: ENV })).findings, []);
});

test('what it has in comments is valid, too', async () => {
  const whole = STARTING_CONFIG.replace('workspaceName: your-workspace', 'workspaceName: acme').replace(
    /^( +)# (?=\s*(?:- )?[\w.*]+(?::|$))(?!<--)/gm,
    '$1',
  );
  assert.match(whole, /^ {6}projectFilterPattern:$/m);
  assert.match(whole, /^ {8}dbServicePrefixes:$/m);
  const { config, findings } = await load(whole, { secrets: {}, env: ENV });
  assert.deepEqual(findings, []);
  assert.equal(config?.source.projects.isEmpty, false);
  assert.deepEqual(config?.source.databasePrefixes, ['warehouse']);
  assert.equal(config?.source.fullEveryHours, 24);
});

test('its first line leads editors to the schema of this release', () => {
  assert.equal(STARTING_CONFIG.split('\n')[0], `# yaml-language-server: $schema=${SCHEMA_URL}`);
  assert.ok(SCHEMA_URL.endsWith(`/v${VERSION}/docs/workflow.schema.json`));
});

test('the workflow that init writes is the example, which GitHub’s language service has checked', () => {
  const example = 'examples/all-triggers.yml';
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(example, ACTION_WORKFLOW);
  assert.equal(readFileSync(example, 'utf8'), ACTION_WORKFLOW, 'UPDATE_GOLDEN=1 rewrites it');
});

test('the next steps name every secret that the workflow asks for, and no other', () => {
  const asked = [...ACTION_WORKFLOW.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name);
  const told = [...NEXT_STEPS.matchAll(/gh secret set (\w+)/g)].map(([, name]) => name);
  assert.ok(asked.length > 0);
  assert.deepEqual(told, asked);
});
