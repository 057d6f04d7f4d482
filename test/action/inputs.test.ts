import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInputs } from '../../src/action/inputs.ts';

const read = (inputs: Readonly<Record<string, string>>) =>
  readInputs((name) => ({ config: 'mode.yml', ...inputs })[name] ?? '');

test('what is left empty has its default', () => {
  assert.deepEqual(read({}), {
    config: ['mode.yml'],
    command: 'auto',
    secrets: {},
    allowedHosts: null,
    maxDeletions: null,
    maxDeletionShare: 0.25,
    settings: {},
    shard: null,
    shards: null,
    failOn: 'partial',
    comment: 'changes',
    gitHubToken: '',
    commentLabel: '',
    reportPath: null,
    htmlPath: null,
    summary: true,
  });
});

test('lists are of lines, hosts also of commas; blanks around are left out, but not within a secret', () => {
  const inputs = read({
    config: '\n  a.yml\r\n b/*.yml \n\n',
    'allowed-hosts': 'OM.example, https://mode.example/x\n om.example:8585',
    command: ' Plan ',
    'fail-on': 'NEVER',
    summary: 'False',
    'max-deletions': '0',
    'max-deletion-share': '1',
    'time-budget': ' 2.5 ',
    'report-path': ' out/r.json ',
    'html-path': ' out/r.html ',
    incremental: 'TRUE',
    shard: ' 2/4 ',
    'full-every': '7d',
    'register-run': 'true',
    'mode-access-token': ' token\n',
    'discovery-token': 'a:b:c',
    'mode-read': 'REST',
    comment: 'Always',
    'comment-label': ' staging ',
    'github-token': 'ghs_1',
  });
  assert.deepEqual(inputs, {
    config: ['a.yml', 'b/*.yml'],
    command: 'plan',
    secrets: { modeAccessToken: ' token\n', modeDiscoveryToken: 'a:b:c' },
    allowedHosts: ['om.example', 'mode.example', 'om.example:8585'],
    maxDeletions: 0,
    maxDeletionShare: 1,
    settings: {
      incremental: true,
      modeRead: 'rest',
      fullEveryHours: 168,
      timeBudget: 2.5,
      registerRun: true,
    },
    shard: { index: 2, count: 4 },
    shards: null,
    failOn: 'never',
    comment: 'always',
    gitHubToken: 'ghs_1',
    commentLabel: 'staging',
    reportPath: 'out/r.json',
    htmlPath: 'out/r.html',
    summary: false,
  });
});

const WRONG = [
  { name: 'time-budget', value: '0' },
  { name: 'time-budget', value: '1h' },
  { name: 'config', value: ' \n ' },
  { name: 'command', value: 'apply' },
  { name: 'fail-on', value: 'warning' },
  { name: 'comment', value: 'sometimes' },
  { name: 'summary', value: 'yes' },
  { name: 'mode-read', value: 'fast' },
  { name: 'max-deletions', value: 'many' },
  { name: 'max-deletions', value: '-1' },
  { name: 'max-deletions', value: '2.5' },
  { name: 'max-deletion-share', value: '25' },
  { name: 'max-deletion-share', value: 'x' },
  { name: 'incremental', value: 'yes' },
  { name: 'full-every', value: 'often' },
  { name: 'full-every', value: '0h' },
  { name: 'shard', value: '5/4' },
  { name: 'shard', value: '4' },
  { name: 'shards', value: '4' },
  { name: 'shards', value: '0', command: 'list' },
  { name: 'shards', value: 'many', command: 'list' },
  { name: 'shard', value: '1/4', command: 'list' },
  { name: 'shard', value: '1/4', command: 'sweep' },
  { name: 'incremental', value: 'false', command: 'sweep' },
];
for (const { name, value, command = '' } of WRONG) {
  test(`${name} does not take ${JSON.stringify(value)} ${command}`.trim(), () => {
    assert.throws(() => read({ command, [name]: value }), {
      code: 'input',
      exitCode: 2,
      message: new RegExp(`The input ${name} is`),
    });
  });
}

test('a label has its limit', () => {
  assert.throws(() => read({ 'comment-label': 'x'.repeat(101) }), /comment-label has 101 characters/);
});
