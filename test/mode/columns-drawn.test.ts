import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnsDrawn } from '../../src/mode/payloads/columns-drawn.ts';

/** An encoding whose only formula lies so many levels deep. */
const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce((inner) => [inner], { formula: '[deep]' });

const CASES: readonly { what: string; encoding?: unknown; formats?: unknown; columns: readonly string[] }[] =
  [
    { what: 'nothing at all', columns: [] },
    { what: 'a plain column', encoding: { x: [{ formula: '[Order date]' }] }, columns: ['Order date'] },
    {
      what: 'a formula of two columns',
      encoding: { y: [{ formula: 'SUM([amount]) + [tax]' }] },
      columns: ['amount', 'tax'],
    },
    {
      what: 'a column on several shelves, named once',
      encoding: {
        x: [{ formula: '[a]' }],
        marks: { properties: { color: { values: [{ formula: '[b]' }] }, tooltip: [{ formula: '[a]' }] } },
      },
      columns: ['a', 'b'],
    },
    {
      what: 'columns that are alike but for their case',
      encoding: [{ formula: '[A]+[a]' }],
      columns: ['A', 'a'],
    },
    {
      what: 'columns with a format alone',
      formats: { '[amount]': {}, 'SUM([tax])': null },
      columns: ['amount', 'tax'],
    },
    {
      what: 'brackets that name nothing',
      encoding: [{ formula: '[] [ ] [a [b] c] ]x[' }],
      formats: { amount: {} },
      columns: ['b'],
    },
    {
      what: 'formulas that are no text',
      encoding: [{ formula: 5 }, { formula: null }, { formula: { formula: '[in]' } }],
      columns: ['in'],
    },
    {
      what: 'names that objects have of themselves',
      encoding: [{ formula: '[__proto__]' }],
      columns: ['__proto__'],
    },
    { what: 'text in place of objects', encoding: '[a]', formats: '[b]', columns: [] },
    { what: 'a formula as deep as any', encoding: nested(10), columns: ['deep'] },
    { what: 'a formula deeper than any', encoding: nested(50_000), columns: [] },
  ];
for (const { what, encoding, formats, columns } of CASES) {
  test(`a chart draws the columns of ${what}`, () => {
    assert.deepEqual(columnsDrawn(encoding, formats), columns);
  });
}

test('whatever is sent, names come out without brackets, each once, and nothing is thrown', () => {
  const text = fc.stringMatching(/^[[\]a-c() ]{0,12}$/);
  const value = fc.anything({
    key: fc.oneof(fc.constant('formula'), text),
    values: [text, fc.integer(), fc.constant(null)],
    maxDepth: 6,
  });
  fc.assert(
    fc.property(value, value, (encoding, formats) => {
      const columns = columnsDrawn(encoding, formats);
      assert.equal(new Set(columns).size, columns.length);
      for (const name of columns) assert.match(name, /^[^[\]]*[^[\]\s][^[\]]*$/);
    }),
  );
});

test('a long formula of brackets takes no time', () => {
  const started = performance.now();
  columnsDrawn([{ formula: '['.repeat(500_000) }, { formula: `[${'a'.repeat(500_000)}` }], null);
  assert.ok(performance.now() - started < 1_000);
});
