import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadParser } from '../../../src/lineage/parser/load-parser.ts';
import { CORPUS } from './all.ts';
import { tablesOf } from './tables-of.ts';

const parser = await loadParser();

test('scanner and parser together: tables exact in 97 % of the cases, precision 99 %', (t) => {
  let exact = 0;
  let found = 0;
  let wrong = 0;
  for (const one of CORPUS) {
    const tables = tablesOf(one, one.dialect, parser);
    const surplus = tables.filter((table) => !one.tables.includes(table));
    found += tables.length;
    wrong += surplus.length;
    if (surplus.length === 0 && tables.length === one.tables.length) exact += 1;
    else t.diagnostic(`${one.dialect}, ${one.says}: ${tables.join(' | ')}`);
  }
  const told = `exact ${((100 * exact) / CORPUS.length).toFixed(1)} %, precision ${(100 - (100 * wrong) / found).toFixed(1)} %`;
  t.diagnostic(told);
  assert.ok(exact >= 0.97 * CORPUS.length && wrong <= 0.01 * found, told);
});
