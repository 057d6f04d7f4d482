import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fqn, lastPart, splitFqn } from '../../src/catalog/fqn.ts';

test('parts are joined as the server joins them', () => {
  const table: readonly (readonly [readonly string[], string])[] = [
    [['mode_lab', 'd1'], 'mode_lab.d1'],
    [['my.mode', 'e1'], '"my.mode".e1'],
    [['mode_lab', 'model', 'r1.q1'], 'mode_lab.model."r1.q1"'],
    [['svc', 'a b', 'é/>', ' x'], 'svc.a b.é/>. x'],
    [['.'], '"."'],
  ];
  for (const [parts, text] of table) {
    assert.equal(fqn(...parts), text);
    assert.deepEqual(splitFqn(text), parts);
  }
});

test('a part in quotes is not quoted twice, and needless quotes go', () => {
  assert.equal(fqn('"my.mode"', 'e1'), '"my.mode".e1');
  assert.equal(fqn('"mode_lab"', 'd1'), 'mode_lab.d1');
});

test('the last part is the name', () => {
  assert.equal(lastPart('mode_lab.model."r1.q1"'), 'r1.q1');
  assert.equal(lastPart('mode_lab'), 'mode_lab');
});

test('a quote that never closes splits at dots, and nothing is lost', () => {
  assert.deepEqual(splitFqn('a."b.c'), ['a', '"b', 'c']);
  assert.deepEqual(splitFqn('a.b"c"d.e'), ['a', 'b"c"d', 'e']);
  assert.deepEqual(splitFqn(''), ['']);
});

const name = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('"'));

test('splitting undoes joining', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (parts) => {
      assert.deepEqual(splitFqn(fqn(...parts)), parts);
      assert.equal(lastPart(fqn(...parts)), parts.at(-1));
    }),
  );
});

test('splitting any text ends, and loses nothing but quotes', () => {
  const text = fc.stringMatching(/^["a.\\ ]*$/);
  const unquoted = (given: string) => given.replaceAll('"', '');
  fc.assert(fc.property(text, (given) => assert.equal(unquoted(splitFqn(given).join('.')), unquoted(given))));
});
