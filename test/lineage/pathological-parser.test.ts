import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { analyzeSql } from '../../src/lineage/analyze-sql.ts';
import { DIALECTS } from '../../src/lineage/dialect.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import { PATHOLOGICAL } from './pathological-cases.ts';

interface Cost {
  readonly says: string;
  readonly dialect: string;
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly tables: readonly string[];
}

const child = fileURLToPath(new URL('./pathological-child.js', import.meta.url));
const { stdout, stderr } = spawnSync(process.execPath, [child], { encoding: 'utf8' });
const costs = stdout
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Cost);

test('every pathological query was read to its end', () => {
  assert.deepEqual(
    costs.map(({ says }) => says),
    Object.keys(PATHOLOGICAL),
    stderr,
  );
});

for (const { says, dialect, milliseconds, megabytes, tables } of costs) {
  test(`${says}: parser, scanner and columns in 2 s and 500 MB (${dialect})`, (t) => {
    t.diagnostic(`${milliseconds} ms, ${megabytes} MB so far`);
    assert.ok(milliseconds < 2_000, `${milliseconds} ms`);
    assert.ok(megabytes < 500, `${megabytes} MB`);
    assert.ok(tables.includes('t1'), tables.join());
  });
}

const WORDS =
  'SELECT FROM WITH AS JOIN LATERAL UNNEST( UPDATE MERGE INTO USING CREATE TABLE UNION ALL PIVOT( CASE WHEN END OVER( PARTITION BY IN ( ) [ ] { } . , ; * :: || -> a b t1 x.y "q" \'s\' `b` 1 @x #t $1 :p ? ! NULL \n -- /* */ EXCLUDE REPLACE QUALIFY FLATTEN LIKE INSERT'.split(
    ' ',
  );

test('no text whatever makes it reject, nor the parser die', async () => {
  const words = fc
    .array(fc.constantFrom(...WORDS), { maxLength: 40 })
    .map((parts) => `SELECT ${parts.join(' ')}`);
  const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...DIALECTS), async (sql, dialect) => {
      const { tables, diagnostics } = await analyzeSql({ sql, dialect, catalog: { t1: ['a', 'b'] } });
      for (const { table } of tables) assert.ok(table.length > 0);
      for (const { code, message } of diagnostics) assert.notEqual(code, 'parser-off', message);
    }),
    { numRuns: 800 },
  );
  assert.ok((await loadParser()).parse('SELECT 1', 'postgres').ok);
});
