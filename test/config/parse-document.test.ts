import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { plainValue } from '../../src/config/document/config-node.ts';
import { parseDocument } from '../../src/config/document/parse-document.ts';
import { config, load, WORKFLOW } from './workflow-text.ts';

const SECRET = 'hunter2secret';

const BROKEN: readonly (readonly [name: string, text: string, code: string, place: string])[] = [
  ['a key twice', `a: 1\nb: 2\na: ${SECRET}\n`, 'duplicate-key', '3:1'],
  ['two documents', `a: 1\n---\nb: ${SECRET}\n`, 'config-syntax', '2:1'],
  ['a tab', `a:\n\tb: ${SECRET}\n`, 'config-syntax', '2:1'],
  ['an open quote', `a: "${SECRET}\n`, 'config-syntax', '2:1'],
  ['a colon in a value', `a: ${SECRET}: x\n`, 'config-syntax', '1:4'],
  ['a password that looks like an alias', `a: *${SECRET}\n`, 'config-syntax', '1:4'],
  ['a password that looks like a tag', `a: !${SECRET}\n`, 'config-syntax', '1:4'],
  ['a reserved character', `a: @${SECRET}\n`, 'config-syntax', '1:4'],
  ['a map as a key', `? {a: ${SECRET}}\n: x\n`, 'config-syntax', '1:3'],
  ['nothing', '# only a comment\n', 'config-empty', '1:1'],
  ['null', '~', 'config-empty', '1:1'],
  ['text', SECRET, 'config-not-a-map', '1:1'],
  ['a list', `- ${SECRET}`, 'config-not-a-map', '1:1'],
  ['a circle', `a: &a\n  b: *a\n`, 'config-too-large', '1:1'],
  ['ten thousand brackets', '['.repeat(50_000), 'config-too-large', '1:1'],
  [
    'Latin-1',
    Buffer.from(`# ${SECRET}\na: caf\u00e9\n`, 'latin1').toString('utf8'),
    'config-encoding',
    '2:7',
  ],
  ['UTF-16', Buffer.from(`a: ${SECRET}\n`, 'utf16le').toString('utf8'), 'config-encoding', '1:2'],
  ['a large file', `a: ${'x'.repeat(600_000)}`, 'config-too-large', '1:1'],
  [
    'a deep file',
    Array.from({ length: 200 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    'config-too-large',
    '1:1',
  ],
];

for (const [name, text, code, place] of BROKEN) {
  test(`${name}: refused at its place, and nothing of it is quoted`, async () => {
    const { config: none, findings } = await load(text);
    assert.equal(none, null);
    assert.deepEqual(
      findings.map((finding) => [finding.code, `${finding.line}:${finding.column}`]),
      [[code, place]],
    );
    assert.doesNotMatch(JSON.stringify(findings), new RegExp(SECRET));
  });
}

test('aliases that multiply are stopped', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  const { root, remarks } = parseDocument(lines.join('\n'));
  assert.equal(root, null);
  assert.deepEqual(
    remarks.map(({ code }) => code),
    ['config-too-large'],
  );
});

test('every broken line is told once', async () => {
  const { findings } = await load('a: @x\nb: 1\nc: `y`\nd: "\\q \\q"\n');
  assert.deepEqual(
    findings.map(({ line }) => line),
    [1, 3, 4],
  );
});

test('anchors, aliases and merge keys are worked in', () => {
  const { root } = parseDocument(
    'base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\none:\n  <<: [*base, *more]\n  a: 9\ntwo: *base\nquoted: {"<<": x}\n',
  );
  assert.ok(root !== null);
  assert.deepEqual(plainValue(root), {
    base: { a: '1', b: '2' },
    more: { b: '3', c: '4' },
    one: { a: '9', b: '2', c: '4' },
    two: { a: '1', b: '2' },
    quoted: { '<<': 'x' },
  });
});

test('a file that says YAML 1.1 is read alike', () => {
  const { root } = parseDocument('%YAML 1.1\n---\na: &a {b: 010, c: yes}\nd:\n  <<: *a\n  e: 2020-01-01\n');
  assert.ok(root !== null);
  assert.deepEqual(plainValue(root), {
    a: { b: '010', c: 'yes' },
    d: { e: '2020-01-01', b: '010', c: 'yes' },
  });
});

test('the last anchor of a name counts', () => {
  const { root } = parseDocument('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
  assert.ok(root !== null);
  assert.deepEqual(plainValue(root), { a: '1', b: '1', c: '2', d: '2' });
});

test('a token that YAML takes for a number stays as it was written', async () => {
  const text = WORKFLOW.replace(
    'workspaceName: acme',
    'workspaceName: 0123\n      accessToken: 12e4567890\n      accessTokenPassword: 0x1F',
  );
  const { mode } = await config(text, { secrets: { openMetadataJwtToken: 'a.b.c' } });
  assert.deepEqual(
    [mode.workspaceName, mode.accessToken, mode.accessTokenPassword],
    ['0123', '12e4567890', '0x1F'],
  );
});

test('a byte order mark and Windows line ends shift no place', async () => {
  const text = `\uFEFF${WORKFLOW.replace('type: mode', 'typ: mode').replaceAll('\n', '\r\n')}`;
  const { findings } = await load(text);
  assert.deepEqual(
    findings.map(({ code, line, column }) => [code, line, column]),
    [
      ['missing-key', 1, 1],
      ['unknown-key', 2, 3],
    ],
  );
  const clean = await load(`\uFEFF${WORKFLOW.replaceAll('\n', '\r\n')}`);
  assert.deepEqual(clean.findings, []);
});

test('JSON is read, indented with tabs or not', async () => {
  const { root } = parseDocument(WORKFLOW);
  assert.ok(root !== null);
  for (const indent of [0, 2, '\t']) {
    const json: string = JSON.stringify(plainValue(root), null, indent);
    assert.deepEqual((await load(json)).findings, []);
  }
  const { findings } = await load(JSON.stringify({ source: 1 }, null, 2));
  assert.deepEqual(
    findings.map(({ code, line, column }) => [code, line, column]),
    [
      ['missing-key', 1, 1],
      ['invalid-value', 2, 13],
    ],
  );
});
