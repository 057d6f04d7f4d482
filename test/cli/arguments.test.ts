import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from '../../src/cli/arguments.ts';
import { help } from '../../src/cli/help.ts';
import { wantsColour } from '../../src/cli/terminal.ts';
import { VERBS } from '../../src/cli/verbs.ts';
import { worstExit } from '../../src/worst-exit.ts';

test('files are given with and without -c', () => {
  assert.deepEqual(parseArguments(['plan', 'a.yml', '-c', 'b.yml', '--config', 'c.yml']).configs, [
    'b.yml',
    'c.yml',
    'a.yml',
  ]);
});

const WRONG = [
  { argv: ['nope'], says: /^Unknown command: nope$/ },
  { argv: ['plna', 'a'], says: /Unknown command: plna; did you mean plan\?/ },
  { argv: ['plan', '--nope'], says: /^Unknown option '--nope'$/ },
  { argv: ['plan', 'a', '--max-deletions', 'x'], says: /--max-deletions must be a whole number/ },
  { argv: ['plan', 'a', '--max-deletions', '2.5'], says: /whole number, not "2\.5"/ },
  { argv: ['plan', 'a', '--max-deletion-share', '2'], says: /from 0 to 1/ },
  {
    argv: ['plan', 'a', '--mode-read', 'fast'],
    says: /--mode-read must be one of auto, rest, discovery, not "fast"/,
  },
  { argv: ['doctor', 'a', '--mode-read', 'rest'], says: /doctor takes no --mode-read/ },
  { argv: ['plan', 'a', '--time-budget', '0'], says: /--time-budget must be minutes, a number above 0/ },
  { argv: ['plan', 'a', '--time-budget', '1h'], says: /not "1h"/ },
  { argv: ['validate', 'a', '--time-budget', '1'], says: /validate takes no --time-budget/ },
  { argv: ['plan', 'a', '--incremental', '--full'], says: /exclude each other/ },
  {
    argv: ['plan', 'a', '--full-every', 'often'],
    says: /--full-every must be a span such as 24h or 7d, not "often"/,
  },
  { argv: ['validate', 'a', '--full'], says: /validate takes no --full/ },
  { argv: ['plan', 'a', '--shard', '0/4'], says: /--shard must be a shard such as 1\/4, not "0\/4"/ },
  { argv: ['sweep', 'a', '--shard', '1/4'], says: /sweep takes no --shard/ },
  { argv: ['sweep', 'a', '--full'], says: /sweep takes no --full/ },
  { argv: ['list', 'a', '--shards', '257'], says: /--shards must be a number from 1 to 256, not "257"/ },
  { argv: ['ingest', 'a', '--shards', '4'], says: /ingest takes no --shards/ },
  { argv: ['list', 'a', '--report', 'r'], says: /list takes no --report/ },
  { argv: ['demo', 'a.yml'], says: /demo takes no file/ },
  { argv: ['demo', '-c', 'a.yml'], says: /demo takes no --config/ },
  { argv: ['schema', 'a.yml'], says: /schema takes no file/ },
  { argv: ['schema', '--json'], says: /schema takes no --json/ },
  { argv: ['init', 'a', 'b'], says: /init takes one folder: a b/ },
  { argv: ['init', '--write'], says: /init takes no --write/ },
  { argv: ['migrate', 'a', '--json'], says: /migrate takes no --json/ },
  { argv: ['validate', 'a', '--check'], says: /validate takes no --check/ },
  { argv: ['doctor', 'a', '--report', 'r'], says: /doctor takes no --report/ },
  { argv: ['ingest', 'a', '--detailed-exitcode'], says: /ingest takes no --detailed-exitcode/ },
  { argv: ['validate', 'a', '--max-deletions', '1'], says: /validate takes no --max-deletions/ },
];
for (const { argv, says } of WRONG) {
  test(`${argv.join(' ')} is a misuse`, () => {
    assert.throws(() => parseArguments(argv), { message: says, exitCode: 2 });
  });
}

test('help for a command names every option that it takes, and no other', () => {
  const own = [
    'config',
    'report',
    'summary',
    'html',
    'max-deletions',
    'max-deletion-share',
    'detailed-exitcode',
    'incremental',
    'full-every',
    'write',
    'check',
    'time-budget',
    'mode-read',
    'shard',
    'shards',
  ];
  const VALUES: Readonly<Record<string, string>> = { 'mode-read': 'rest', shard: '1/1' };
  const flags = ['detailed-exitcode', 'incremental', 'write', 'check'];
  for (const verb of VERBS) {
    for (const option of own) {
      const value = flags.includes(option) ? [] : [VALUES[option] ?? '1'];
      const takes = () => parseArguments([verb, `--${option}`, ...value]);
      if (help(verb).match(new RegExp(`--${option}[ ,]`))) assert.doesNotThrow(takes);
      else assert.throws(takes, { exitCode: 2 }, `${verb} --${option}`);
    }
  }
});

const COLOURS = [
  { env: {}, isTty: true, colour: true },
  { env: {}, isTty: false, colour: false },
  { env: { NO_COLOR: '1' }, isTty: true, colour: false },
  { env: { NO_COLOR: '' }, isTty: true, colour: true },
  { env: { FORCE_COLOR: '1' }, isTty: false, colour: true },
  { env: { FORCE_COLOR: '0' }, isTty: true, colour: false },
  { env: { FORCE_COLOR: '1', NO_COLOR: '1' }, isTty: true, colour: false },
  { env: { NO_COLOR: '1' }, asked: true, isTty: false, colour: true },
  { env: { FORCE_COLOR: '1' }, asked: false, isTty: true, colour: false },
];
for (const { asked = null, env, isTty, colour } of COLOURS) {
  const where = `${isTty ? 'on a terminal' : 'in a pipe'} with ${JSON.stringify(env)}, asked ${asked}`;
  test(`${where}: ${colour ? '' : 'no '}colour`, () => {
    assert.equal(wantsColour(asked, env, isTty), colour);
  });
}

for (const verb of VERBS) {
  test(`${verb} has a help text that fits a terminal`, () => {
    assert.match(help(verb), new RegExp(`mode-ingest ${verb}`));
    for (const line of help(verb).split('\n')) assert.ok(line.length <= 124, line);
    assert.match(help(null), new RegExp(`^ {2}${verb} `, 'm'));
  });
}

test('the worst of several exit codes wins', () => {
  assert.equal(worstExit([]), 0);
  assert.equal(worstExit([0, 10, 0]), 10);
  assert.equal(worstExit([10, 6, 5]), 5);
  assert.equal(worstExit([4, 2, 3]), 3);
  assert.equal(worstExit([3, 1]), 1);
});
