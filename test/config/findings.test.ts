import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, problems, told, WORKFLOW, withLines } from './workflow-text.ts';

interface Row {
  readonly name: string;
  readonly text: string;
  /** `severity code line:column` */
  readonly is: string;
  readonly says?: RegExp;
}

const replaced = (from: string, to: string) => {
  assert.ok(WORKFLOW.includes(from));
  return WORKFLOW.replace(from, to);
};
const without = (line: string) =>
  WORKFLOW.split('\n')
    .filter((one) => one.trim() !== line)
    .join('\n');

const ROWS: readonly Row[] = [
  {
    name: 'a misspelt key',
    text: withLines('acme', '      workspacName: x'),
    is: 'error unknown-key 8:7',
    says: /Did you mean `workspaceName`\?/,
  },
  {
    name: 'a key of another section',
    text: withLines('DashboardMetadata', '      loggerLevel: INFO'),
    is: 'error unknown-key 11:7',
    says: /belongs under `workflowConfig`: check the indentation/,
  },
  {
    name: 'a key that may be a mangled secret',
    text: withLines('acme', '      eyJhbGciOi.eyJzdWIi: x'),
    is: 'error unknown-key 8:7',
    says: /^This key is not a known key/,
  },
  {
    name: 'a key in two spellings',
    text: withLines('acme', '      workspace_name: x'),
    is: 'error duplicate-key 8:7',
    says: /first on line 7/,
  },
  {
    name: 'no connection',
    text: replaced('  serviceConnection:\n    config:\n      type: Mode\n      workspaceName: acme\n', ''),
    is: 'error missing-key 1:1',
    says: /does not read the one that OpenMetadata has stored/,
  },
  {
    name: 'a connection without its type',
    text: without('type: Mode'),
    is: 'error missing-key 5:5',
    says: /`type: Mode`/,
  },
  {
    name: 'a pipeline without its type',
    text: replaced('type: DashboardMetadata', 'includeTags: true'),
    is: 'error missing-key 9:5',
    says: /`type: DashboardMetadata`/,
  },
  {
    name: 'a pipeline of a database',
    text: replaced('DashboardMetadata', 'DatabaseMetadata'),
    is: 'error invalid-value 10:13',
  },
  { name: 'no service name', text: without('serviceName: mode'), is: 'error missing-key 1:1' },
  { name: 'another connector', text: replaced('type: mode', 'type: tableau'), is: 'error invalid-value 2:9' },
  {
    name: 'a switch that is neither',
    text: withLines('DashboardMetadata', '      includeOwners: maybe'),
    is: 'error invalid-value 11:22',
    says: /must be true or false/,
  },
  {
    name: 'a threshold above a hundred',
    text: withLines('workflowConfig:', '  successThreshold: 101'),
    is: 'error invalid-value 15:21',
    says: /whole number from 0 to 100/,
  },
  {
    name: 'a word that is nearly right',
    text: withLines('workflowConfig:', '  loggerLevel: debg'),
    is: 'error invalid-value 15:16',
    says: /perhaps DEBUG/,
  },
  {
    name: 'a prefix of five parts',
    text: withLines('DashboardMetadata', '      dbServiceNames:', '        - a', '        - a.b.c.d.e'),
    is: 'error invalid-value 13:11',
  },
  {
    name: 'a map for a list',
    text: withLines('DashboardMetadata', '      dbServiceNames: {a: b}'),
    is: 'error invalid-value 11:7',
    says: /must be a list/,
  },
  {
    name: 'a pattern that is a glob',
    text: withLines(
      'DashboardMetadata',
      '      chartFilterPattern:',
      '        excludes:',
      '          - "*x*"',
    ),
    is: 'error pattern-invalid 13:13',
    says: /Any text is `\.\*`/,
  },
  {
    name: 'a pattern that looks ahead',
    text: withLines('DashboardMetadata', '      projectFilterPattern:', '        includes: ["^(?!x)"]'),
    is: 'error pattern-unsupported 12:20',
  },
  {
    name: 'keys without effect',
    text: withLines('workflowConfig:', '  config: {a: b}').replace(
      'sink:',
      'processor:\n  type: orm\nenableStreamableLogs: true\nsink:',
    ),
    is: 'notice key-ignored 11:1',
    says: /`processor` \(line 11\), `enableStreamableLogs` \(line 13\), `workflowConfig\.config\.a` \(line 18\)/,
  },
  {
    name: 'a key of ours misspelt in a free section',
    text: withLines('workflowConfig:', '  config: {registerRuns: true}'),
    is: 'error unknown-key 15:12',
    says: /Did you mean `registerRun`\?/,
  },
  {
    name: 'a pipeline without its service',
    text: replaced('sink:', 'ingestionPipelineFQN: nightly\nsink:'),
    is: 'error invalid-value 11:23',
    says: /the name of a service, a dot/,
  },
  {
    name: 'a run id that is none',
    text: replaced('sink:', 'pipelineRunId: 17\nsink:'),
    is: 'error invalid-value 11:16',
  },
  {
    name: 'a secrets manager',
    text: withLines('authProvider: openmetadata', '    secretsManagerProvider: aws'),
    is: 'warning secrets-manager-ignored 18:29',
  },
  {
    name: 'verification turned off',
    text: withLines('authProvider: openmetadata', '    verifySSL: ignore'),
    is: 'warning tls-unverified 18:16',
  },
  {
    name: 'validation without an authority',
    text: withLines('authProvider: openmetadata', '    verifySSL: validate'),
    is: 'error tls-ca-missing 18:16',
  },
  {
    name: 'half a client certificate',
    text: withLines(
      'authProvider: openmetadata',
      '    sslConfig:',
      '      sslKey: "-----BEGIN PRIVATE KEY-----\\nx"',
    ),
    is: 'error tls-pair-incomplete 18:5',
  },
  {
    name: 'a header over two lines',
    text: withLines('authProvider: openmetadata', '    extraHeaders:', '      X-A: "a\\r\\nX-B: b"'),
    is: 'error header-invalid 19:12',
  },
  {
    name: 'a header with a blank in its name',
    text: withLines('authProvider: openmetadata', '    extraHeaders:', '      X A: a'),
    is: 'error header-invalid 19:12',
  },
  {
    name: 'a section that is a list',
    text: replaced('  config: {}', '  config: []'),
    is: 'error invalid-value 13:3',
    says: /section with keys/,
  },
];

for (const { name, text, is, says } of ROWS) {
  test(`${name} is told at its place`, async () => {
    const loaded = await load(text);
    assert.deepEqual(told(loaded), [is]);
    const [finding] = problems(loaded);
    if (says !== undefined) assert.match(`${finding?.message} ${finding?.next}`, says);
    assert.equal(finding?.file, 'mode.yml');
    assert.equal(loaded.config === null, is.startsWith('error'));
  });
}

test('the bulk size is from 1 to 1000', async () => {
  for (const size of ['0', '1001', '1.5', 'x', '-1']) {
    const loaded = await load(replaced('config: {}', `config: {bulk_sink_batch_size: ${size}}`));
    assert.deepEqual(
      problems(loaded).map(({ code }) => code),
      ['invalid-value'],
      size,
    );
  }
});
