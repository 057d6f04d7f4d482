import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from '../../src/plan/difference.ts';

test('two long texts are shown from shortly before they part', () => {
  const shared = `select ${'x'.repeat(200)} from orders`;
  assert.deepEqual(difference(`${shared} where a`, `${shared} where b`), [
    '…from orders where a',
    '…from orders where b',
  ]);
  const word = 'x'.repeat(200);
  assert.deepEqual(difference(`${word}a`, `${word}b`), [`…${'x'.repeat(30)}a`, `…${'x'.repeat(30)}b`]);
});

test('short ones, and those that part soon, stay whole', () => {
  for (const [before, after] of [
    ['Pipeline (old)', 'Pipeline'],
    ['', 'x'.repeat(500)],
    ['select a from t where x', 'select b from t where x'],
  ] as const)
    assert.deepEqual(difference(before, after), [before, after]);
});
