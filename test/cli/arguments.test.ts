import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from '../../src/cli/arguments.ts';
import { help } from '../../src/cli/help.ts';
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
  { argv: ['nope'], says: /Unknown command: nope/ },
  { argv: ['plan', '--nope'], says: /--nope/ },
  { argv: ['plan', 'a', '--max-deletions', 'x'], says: /--max-deletions must be a number/ },
  { argv: ['plan', 'a', '--max-deletion-share', '2'], says: /from 0 to 1/ },
  { argv: ['demo', 'a.yml'], says: /demo takes no file/ },
];
for (const { argv, says } of WRONG) {
  test(`${argv.join(' ')} is a misuse`, () => {
    assert.throws(() => parseArguments(argv), { message: says, exitCode: 2 });
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
