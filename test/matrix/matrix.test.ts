import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../src/config/workflow-config.ts';
import { listConfigs } from '../../src/matrix/list-configs.ts';
import { shardCountOf } from '../../src/matrix/matrix.ts';
import { secretPrefix } from '../../src/matrix/secret-prefix.ts';
import { WORKFLOW } from '../config/workflow-text.ts';

const file = (path: string, service: string, workspace = 'acme') => ({
  path,
  text: WORKFLOW.replace('serviceName: mode', `serviceName: ${JSON.stringify(service)}`).replace(
    'workspaceName: acme',
    `workspaceName: ${workspace}`,
  ),
});

async function list(files: readonly { readonly path: string; readonly text: string }[], shards?: number) {
  const told: Finding[] = [];
  const masked: string[] = [];
  const listed = await listConfigs(files, {
    env: {},
    readFile: () => Promise.reject(new Error('no file was expected')),
    shards: shards ?? null,
    host: { finding: (finding) => void told.push(finding), mask: (secret) => void masked.push(secret) },
  });
  assert.deepEqual(listed.findings, told);
  return { ...listed, masked };
}

describe('a list', () => {
  test('has a job for each configuration, and needs no credentials', async () => {
    const { matrix, findings } = await list([
      file('a.yml', 'mode_a'),
      file('b/c.yml', 'Mode, Paris', 'lumen'),
    ]);
    assert.deepEqual(findings, []);
    assert.deepEqual(matrix, {
      include: [
        { config: 'a.yml', service: 'mode_a', workspace: 'acme', prefix: 'MODE_A' },
        { config: 'b/c.yml', service: 'Mode, Paris', workspace: 'lumen', prefix: 'MODE_PARIS' },
      ],
    });
  });

  test('has a job for each shard of each', async () => {
    const { matrix } = await list([file('a.yml', 'a'), file('b.yml', 'b')], 2);
    assert.deepEqual(
      matrix?.include.map(({ config, shard, number }) => [config, shard, number]),
      [
        ['a.yml', '1/2', 1],
        ['a.yml', '2/2', 2],
        ['b.yml', '1/2', 1],
        ['b.yml', '2/2', 2],
      ],
    );
  });

  test('is none when a file has an error; the findings of all files are told', async () => {
    const broken = { path: 'b.yml', text: WORKFLOW.replace('type: mode', 'type: tableau') };
    const { matrix, findings } = await list([
      file('a.yml', 'a'),
      broken,
      { path: 'c.yml', text: 'source: [' },
    ]);
    assert.equal(matrix, null);
    assert.deepEqual([...new Set(findings.map(({ file }) => file))], ['b.yml', 'c.yml']);
  });

  test('names two configurations of one service', async () => {
    const { matrix, findings } = await list([
      file('a.yml', 'mode'),
      file('b.yml', 'x'),
      file('c.yml', 'mode'),
    ]);
    assert.equal(matrix, null);
    assert.deepEqual(
      findings.map(({ code, file }) => [code, file]),
      [['same-service', 'c.yml']],
    );
    assert.match(findings[0]?.message ?? '', /^a\.yml and c\.yml are both of the service "mode"/);
  });

  test('names two configurations whose secrets would be called alike', async () => {
    const { matrix, findings } = await list([file('a.yml', 'mode-eu'), file('b.yml', 'Mode EU')]);
    assert.equal(matrix, null);
    assert.deepEqual(
      findings.map(({ code, file }) => [code, file]),
      [['same-prefix', 'b.yml']],
    );
    assert.match(findings[0]?.message ?? '', /^a\.yml and b\.yml would take the same secrets.*MODE_EU/);
  });

  test('masks a credential that a file holds', async () => {
    const text = WORKFLOW.replace(
      'workspaceName: acme',
      'workspaceName: acme\n      accessToken: in-the-file',
    );
    const { masked } = await list([{ path: 'a.yml', text }]);
    assert.ok(masked.includes('in-the-file'));
  });
});

const PREFIXES = [
  ['mode', 'MODE'],
  ['Mode, Paris', 'MODE_PARIS'],
  ['mode.eu-1', 'MODE_EU_1'],
  ['__mode__', 'MODE'],
  ['Zürich & São Paulo', 'ZURICH_SAO_PAULO'],
  ['2024 mode', '_2024_MODE'],
  ['github_mode', '_GITHUB_MODE'],
  ['売上', 'U58F2_U4E0A'],
  ['mode – eu', 'MODE_EU'],
] as const;
for (const [service, prefix] of PREFIXES) {
  test(`secrets of ${service} begin with ${prefix}`, () => assert.equal(secretPrefix(service), prefix));
}

test('a word for secrets is one that GitHub takes', () => {
  const property = fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (service) => {
    const prefix = secretPrefix(service);
    assert.match(`${prefix}_ACCESS_TOKEN`, /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/);
  });
  fc.assert(property);
});

for (const { text, count } of [
  { text: '1', count: 1 },
  { text: '256', count: 256 },
  { text: '0', count: null },
  { text: '257', count: null },
  { text: '2.5', count: null },
  { text: '', count: null },
]) {
  test(`${JSON.stringify(text)} is ${count} shards`, () => assert.equal(shardCountOf(text), count));
}
