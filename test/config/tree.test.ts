import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ConfigNode, plainValue, textAt } from '../../src/config/document/config-node.ts';
import { locate } from '../../src/config/document/locate.ts';
import { parseDocument } from '../../src/config/document/parse-document.ts';
import { expand, substitute } from '../../src/config/substitute.ts';
import { load, problems, WORKFLOW, withLines } from './workflow-text.ts';

const step = fc.oneof(
  fc.constantFrom('source', 'type', 'serviceConnection', 'config', 'sink', 'workflowConfig', '__proto__'),
  fc.string({ maxLength: 4 }),
  fc.nat(3),
);
const yamlish = fc
  .array(
    fc.constantFrom(
      'a',
      'b:',
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '#',
      '\r\n',
      'é',
      '|',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

test('locate never throws and stays inside the text', () => {
  const property = fc.property(fc.oneof(yamlish, fc.constant(WORKFLOW)), fc.array(step), (text, path) => {
    const { root, remarks } = parseDocument(text);
    const places = [root === null ? null : locate(root, path), ...remarks.map(({ at }) => at)];
    const lines = text.split('\n');
    for (const place of places) {
      if (place === null) continue;
      assert.ok(place.line >= 1 && place.line <= lines.length);
      assert.ok(place.column >= 1 && place.column <= (lines[place.line - 1] ?? '').length + 1);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('a substituted value, whatever it holds, changes only its own scalar', () => {
  const { root } = parseDocument('a: 1\nb: x${NAME}y\nc: [z, {d: "w"}]\n${NAME}: k\n');
  assert.ok(root !== null);
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a: b', '\n- x', '# no', "'", '"', '${NAME}', '$NAME', '{}', '*a', '$&', '$1'),
  );
  const property = fc.property(hostile, (value) => {
    const { root: filled, remarks } = substitute(root, { env: { NAME: value }, mayBeUnset: () => false });
    assert.deepEqual(remarks, []);
    assert.deepEqual(plainValue(filled), { a: '1', b: `x${value}y`, c: ['z', { d: 'w' }], '${NAME}': 'k' });
  });
  fc.assert(property);
});

const EXPANDED: readonly (readonly [text: string, value: string])[] = [
  ['${A}', 'one'],
  ['$A', 'one'],
  ['x$A', 'x$A'],
  ['$A x', '$A x'],
  ['${A}${B}', 'onetwo'],
  ['$${A}', '${A}'],
  ['$$A', '$A'],
  ['$$${A}', '$${A}'],
  ['Personal$', 'Personal$'],
  ['a{2}$', 'a{2}$'],
  ['${}', '${}'],
];
for (const [text, value] of EXPANDED) {
  test(`${text} becomes ${value}`, () => {
    const expanded = expand(text, { A: 'one', B: 'two' });
    assert.deepEqual([expanded.value, expanded.unset, expanded.malformed], [value, [], null]);
  });
}

test('a variable that is not set is an error at its scalar, told once', async () => {
  const text = withLines('DashboardMetadata', '      dbServiceNames:', '        - ${WAREHOUSE}').replace(
    'workspaceName: acme',
    'workspaceName: $SPACE',
  );
  const loaded = await load(text);
  const findings = problems(loaded);
  assert.equal(loaded.config, null);
  assert.deepEqual(
    findings.map(({ code, line, column }) => [code, line, column]),
    [
      ['unset-variable', 7, 22],
      ['unset-variable', 12, 11],
    ],
  );
  assert.match(findings[1]?.message ?? '', /WAREHOUSE/);
});

test('names of object methods are no variables', () => {
  assert.deepEqual(expand('${toString}', {}).unset, ['toString']);
});

for (const form of ['${A:-b}', '${A?}', '${{ secrets.A }}']) {
  test(`${form} is refused`, async () => {
    const { findings } = await load(WORKFLOW.replace('workspaceName: acme', `workspaceName: "${form}"`));
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['variable-form'],
    );
  });
}

test('a key is never expanded', async () => {
  const { findings } = await load(WORKFLOW.replace('workspaceName: acme', '${KEY}: acme'), {
    env: { KEY: 'workspaceName' },
  });
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['missing-key', 'unknown-key'],
  );
});

test('a map without the key has no text', () => {
  const root: ConfigNode = { kind: 'map', entries: new Map(), at: null };
  assert.equal(textAt(root, ['__proto__', 'toString']), undefined);
});
