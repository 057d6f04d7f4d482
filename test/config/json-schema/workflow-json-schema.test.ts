import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { canonicalSchema, type JsonSchema } from '../../../src/config/json-schema/canonical-schema.ts';
import { workflowJsonSchema } from '../../../src/config/json-schema/workflow-json-schema.ts';
import { WORKFLOW, withLines } from '../workflow-text.ts';
import { accepts } from './accepts.ts';

const schema = workflowJsonSchema();
const takes = (text: string) => accepts(schema, parse(text));

function* all(part: JsonSchema, path: string): Generator<readonly [path: string, part: JsonSchema]> {
  for (const [key, child] of Object.entries(part.properties ?? {}))
    if (typeof child === 'object') {
      yield [`${path}.${key}`, child];
      yield* all(child, `${path}.${key}`);
    }
}
const KEYS = [...all(schema, '')];

test('docs/workflow.schema.json is the schema', () => {
  assert.deepEqual(
    JSON.parse(readFileSync('docs/workflow.schema.json', 'utf8')),
    JSON.parse(JSON.stringify(schema)),
    'npm run compile && node scripts/write-schemas.mjs writes it',
  );
});

test('every key is described, in a sentence', () => {
  assert.ok(KEYS.length > 80);
  for (const [path, { description = '' }] of KEYS) assert.match(description, /^[A-Z][\s\S]*\.$/, path);
});

test('defaults and words to choose from are told', () => {
  const find = (path: string): JsonSchema => KEYS.find(([one]) => one === path)?.[1] ?? {};
  assert.equal(find('.source.sourceConfig.config.includeTags').default, true);
  assert.equal(find('.source.sourceConfig.config.includeOwners').default, false);
  assert.equal(find('.source.serviceConnection.config.hostPort').default, 'https://app.mode.com');
  assert.equal(find('.workflowConfig.successThreshold').default, 90);
  assert.equal(find('.source.serviceConnection.config.accessToken').default, undefined);
  assert.deepEqual(find('.workflowConfig.loggerLevel').anyOf?.[0], {
    enum: ['DEBUG', 'INFO', 'WARN', 'ERROR'],
  });
});

test('old keys are marked, with the one to write today', () => {
  const old = KEYS.filter(([, { deprecated }]) => deprecated).map(([path, { deprecationMessage }]) => [
    path.split('.').slice(-2).join('.'),
    deprecationMessage,
  ]);
  assert.deepEqual(old, [
    ['config.dbServiceName', 'Write `lineageInformation.dbServicePrefixes`.'],
    ['config.dbServiceNames', 'Write `lineageInformation.dbServicePrefixes`.'],
    ['config.dbServicePrefixes', 'Write `lineageInformation.dbServicePrefixes`.'],
    ['lineageInformation.dbServiceName', 'Write `dbServicePrefixes`.'],
    ['lineageInformation.dbServiceNames', 'Write `dbServicePrefixes`.'],
  ]);
  const spelt = Object.entries(schema.patternProperties ?? {}).find(([pattern]) =>
    new RegExp(pattern, 'u').test('workflow_config'),
  )?.[1];
  assert.ok(typeof spelt === 'object');
  assert.equal(spelt.deprecated, true);
  assert.equal(spelt.deprecationMessage, 'Write `workflowConfig`.');
});

const TAKEN = [
  ['as it is', WORKFLOW],
  ['in snake case', WORKFLOW.replace('serviceName', 'service_name').replace('sourceConfig', 'source_config')],
  ['with a variable for a flag', withLines('DashboardMetadata', '      includeOwners: ${OWNERS}')],
  ['with a variable for a number', withLines('type: Mode', '      rateLimit: $LIMIT')],
  ['with a number in quotes', withLines('type: Mode', '      rateLimit: "20"')],
  ['with a key left empty', withLines('type: Mode', '      rateLimit:')],
  ['with one text for a list', withLines('DashboardMetadata', '      dbServiceNames: warehouse')],
  ['with a placeholder without quotes', withLines('type: Mode', '      accessToken: {token}')],
  ['with an old level', withLines('workflowConfig:', '  loggerLevel: WARNING')],
] as const;
for (const [what, text] of TAKEN) test(`a workflow ${what} is taken`, () => assert.ok(takes(text)));

const REFUSED = [
  ['a typo', withLines('DashboardMetadata', '      includeOwner: true')],
  ['a key in two spellings', withLines('serviceName: mode', '  service_name: mode')],
  ['a missing key', WORKFLOW.replace('  serviceName: mode\n', '')],
  ['a required key left empty', WORKFLOW.replace('serviceName: mode', 'serviceName:')],
  ['an expression of a workflow file', withLines('workflowConfig:', '  raiseOnError: ${{ inputs.raise }}')],
  ['a default within a variable', withLines('workflowConfig:', '  raiseOnError: ${RAISE:-true}')],
  ['a doubled dollar for a flag', withLines('workflowConfig:', '  raiseOnError: $${RAISE}')],
  ['a certificate to check without one', withLines('authProvider: openmetadata', '    verifySSL: validate')],
  ['half a pair', withLines('authProvider: openmetadata', '    sslConfig:', '      sslKey: key.pem')],
] as const;
for (const [what, text] of REFUSED) test(`${what} is refused`, () => assert.ok(!takes(text)));

test('every pattern means the same without the flag u, which some editors leave out', () => {
  const patterns = [...JSON.stringify(canonicalSchema()).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)];
  assert.ok(patterns.length > 40);
  for (const [, pattern = ''] of patterns) {
    const source: unknown = JSON.parse(pattern);
    assert.equal(typeof source, 'string');
    assert.doesNotThrow(() => [new RegExp(String(source)), new RegExp(String(source), 'u')]);
    assert.doesNotMatch(String(source), /\\[pP]\{|\(\?<|\\u\{/);
  }
});
