import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import fc from 'fast-check';
import { inertLog } from '../../src/host/inert-log.ts';
import { runnerLog } from './runner-log.ts';

const HOSTILE = [
  '::error file=a::forged',
  '   ::stop-commands::x',
  '\u00a0\u3000::add-mask::a',
  'first\n::warning::second',
  'first\r::warning::second',
  'first\r\n\t::group::second',
  '\u0085::debug::x',
  '\ufeff\u200b::debug::x',
  '\u2028::debug::x',
  'text ##[error]forged',
  '##[##[group]x',
  ':::error::x',
];

test('text never becomes a command, whatever it says', () => {
  const { commands, lines } = runnerLog(HOSTILE.map((text) => ['info', text]));
  assert.deepEqual(commands, []);
  assert.equal(lines.length, HOSTILE.length + 2);
  assert.match(lines[0] ?? '', /^:\u200b:error file=a::forged$/);
});

test('inert lines keep SQL and other text as it is', () => {
  for (const text of ['select a::int from b', 'x\n\n  y :: z', '## [x]', 'a: b', '']) {
    assert.equal(inertLog(text), text);
  }
});

test('no text at all starts a command', () => {
  const unit = fc.oneof(
    fc.constantFrom('::', ':', '##[', '#', '[', '\n', '\r', ' ', '\t', '\u00a0', '\u0085', 'error', ']'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
      for (const line of inertLog(parts.join('')).split(/\r\n|\r|\n/)) {
        assert.doesNotMatch(line, /^[\s\u0085\u180e\u200b\ufeff]*::/u);
        assert.ok(!line.includes('##['));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('every other way to say something is inert as well', () => {
  const { commands } = runnerLog(
    HOSTILE.flatMap((text) => [
      ['group', text, [['group', text, []]]],
      ['debug', text],
      ['warning', text],
      ['error', text],
      ['finding', { severity: 'error', code: text, message: text, next: text, file: text, line: 1 }],
    ]),
  );
  const names = new Set(commands.map(({ name }) => name));
  assert.deepEqual([...names].sort(), ['debug', 'endgroup', 'error', 'group', 'warning']);
  assert.equal(commands.filter(({ name }) => name === 'group').length, HOSTILE.length);
});

test('a finding is an annotation at its place', () => {
  const finding = {
    severity: 'warning',
    code: 'config-unused',
    message: 'Not used: 100 %, really',
    next: 'Remove it.',
    file: 'a,b:c.yml',
    line: 4,
    column: 2,
  };
  const { commands } = runnerLog([['finding', finding]]);
  assert.deepEqual(commands, [
    {
      name: 'warning',
      properties: { title: 'config-unused', file: 'a,b:c.yml', line: '4', col: '2' },
      data: 'Not used: 100 %, really\nRemove it.',
    },
  ]);
});

test('at most ten annotations of a type, each of at most 4,000 characters; the rest stands in the log', () => {
  const finding = (severity: string, index: number) => [
    'finding',
    { severity, code: 'c', message: `${index} ${'😀'.repeat(3_000)}`, file: 'f.yml', line: index },
  ];
  const indices = Array.from({ length: 14 }, (_, index) => index + 1);
  const { commands, lines } = runnerLog([
    ...indices.map((index) => finding('error', index)),
    ...indices.map((index) => finding('notice', index)),
    ['warning', 'one'],
    ['end'],
  ]);
  for (const [name, count] of [
    ['error', 10],
    ['notice', 10],
    ['warning', 1],
  ] as const) {
    assert.equal(commands.filter((command) => command.name === name).length, count);
  }
  for (const { data } of commands) assert.ok(data.length <= 4_000, String(data.length));
  assert.equal(lines.length, 12);
  assert.match(lines[0] ?? '', /^From here on, errors stand in the log: GitHub shows 10/);
  assert.match(lines[1] ?? '', /^f\.yml:10:1 error: 10 /);
  const last = commands.filter(({ name }) => name === 'error').at(-1);
  assert.match(last?.data ?? '', /^5 more errors stand in the log/);
});

for (const { findings, fatal, are } of [
  { findings: 9, fatal: false, are: ['9'] },
  { findings: 10, fatal: false, are: ['10'] },
  { findings: 11, fatal: false, are: ['2 more'] },
  { findings: 12, fatal: true, are: ['The end'] },
])
  test(`${findings} errors${fatal ? ' and what ended the run' : ''}: the last annotation`, () => {
    const { commands } = runnerLog([
      ...Array.from({ length: findings }, (_, index) => [
        'finding',
        { severity: 'error', code: 'c', message: `${index + 1}`, file: 'f.yml', line: index + 1 },
      ]),
      ...(fatal ? [['error', 'The end']] : []),
      ['end'],
    ]);
    assert.equal(commands.length, Math.min(findings, 10));
    assert.ok(commands.at(-1)?.data.startsWith(are[0] ?? ''), commands.at(-1)?.data);
  });

test('a secret is made known in all its forms, and the pair of two', () => {
  const [user, password] = ['token-12ab', 'p@ss\nw0rd %'];
  const pair = Buffer.from(`${user}:${password}`).toString('base64');
  const { commands, raw } = runnerLog([
    ['mask', user],
    ['mask', password],
    ['mask', ''],
    ['mask', 'abc'],
    ['mask', user],
    ['error', `${'x'.repeat(3_995)}${user}`],
    ['info', `${user} ${pair}`],
  ]);
  const masks = commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
  const forms = [user, password, 'p@ss', 'w0rd %', encodeURIComponent(password), pair.replace(/=+$/, '')];
  for (const form of [...forms, Buffer.from(user).toString('base64').replace(/=+$/, '')]) {
    assert.ok(masks.includes(form), form);
  }
  assert.equal(new Set(masks).size, masks.length);
  assert.ok(masks.every((mask) => mask.length >= 4));
  const rest = raw
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  assert.doesNotMatch(rest, /token|x\w*t…/);
  assert.match(rest, /^\*\*\* \*\*\*$/m);
});

test('groups do not nest, and end when their work fails', () => {
  const inside = [
    ['info', 'a'],
    ['group', 'Inner', [['info', 'b']]],
  ];
  const { raw } = runnerLog([
    ['group', 'Outer', inside],
    ['group', 'Next', []],
  ]);
  assert.deepEqual(raw.trimEnd().split('\n'), [
    '::group::Outer',
    'a',
    'Inner',
    'b',
    '::endgroup::',
    '::group::Next',
    '::endgroup::',
  ]);
});

test('long work says every five seconds how far it is', () => {
  const calls = Array.from({ length: 13 }, (_, second) => [
    ['clock', second * 1_000],
    ['progress', 'Reports', second, 24],
  ]).flat();
  assert.deepEqual(runnerLog(calls).lines, [
    'Reports 5/24, about 19 s left',
    'Reports 10/24, about 14 s left',
  ]);
});
