import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIALECTS } from '../../../src/lineage/dialect.ts';
import { CORPUS } from './all.ts';
import { COMMON } from './generic.ts';
import { tablesOf } from './tables-of.ts';

test('the corpus has at least 450 cases, none twice, and some for every dialect', () => {
  const texts = CORPUS.map(({ dialect, sql, given }) => JSON.stringify([dialect, sql, given]));
  assert.ok(CORPUS.length >= 450, String(CORPUS.length));
  assert.equal(new Set(texts).size, texts.length);
  for (const wanted of DIALECTS) {
    assert.ok(CORPUS.filter(({ dialect }) => dialect === wanted).length >= 5, wanted);
  }
});

for (const one of COMMON) {
  test(`every dialect: ${one.says}`, () => {
    for (const dialect of DIALECTS) {
      assert.deepEqual(tablesOf(one, dialect).toSorted(), one.tables.toSorted(), dialect);
    }
  });
}

for (const one of CORPUS) {
  test(`${one.dialect}: ${one.says}`, () => {
    assert.deepEqual(tablesOf(one, one.dialect).toSorted(), one.tables.toSorted());
  });
}
