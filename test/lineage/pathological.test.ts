import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import fc from 'fast-check';
import { DIALECTS, type Dialect } from '../../src/lineage/dialect.ts';
import { collectParameters } from '../../src/lineage/liquid/forms.ts';
import { readSql } from '../../src/lineage/read-sql.ts';

function read(sql: string, dialect: Dialect, definitions: ReadonlyMap<string, string> = new Map()) {
  return readSql(sql, { dialect, definitions, parameters: collectParameters([sql], definitions) });
}

/** Milliseconds of processor time that the work takes, whatever else the machine does. */
function spent(work: () => void): number {
  const before = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - before) / 1_000;
}

const times = (count: number, text: string): string => text.repeat(count);
const MEGABYTE = 1_000_000;

const HEAVY: Readonly<Record<string, string>> = {
  '10,000 lines': `SELECT 1 ${times(10_000, ', a.b -- c\n')} FROM t1`,
  'a list of a megabyte': `SELECT 1 FROM t1 WHERE a IN (${times(MEGABYTE / 7, "'abcd',")} 1)`,
  '500 levels': `SELECT * FROM ${times(500, '(SELECT * FROM ')} t1 ${times(500, ') x ')}`,
  '50,000 brackets': `SELECT ${times(50_000, '(')} 1 ${times(50_000, ')')} FROM t1`,
  '2,000 branches of a union': `SELECT 1 FROM t1 ${times(2_000, 'UNION ALL SELECT 1 FROM t1 ')}`,
  '5,000 conditions': `SELECT 1 FROM t1 WHERE 1=1 ${times(5_000, ' AND a = 1')}`,
  '5,000 expressions': `WITH c0 AS (SELECT 1 FROM t1) ${Array.from({ length: 5_000 }, (_, at) => `, c${at + 1} AS (SELECT 1 FROM c${at})`).join('')} SELECT 1 FROM c5000`,
  'brackets that never close': `SELECT 1 FROM t1 WHERE ${times(MEGABYTE / 2, '(')}`,
  'brackets that never opened': `SELECT 1 FROM t1 WHERE a ${times(MEGABYTE / 2, ')')}`,
  'Liquid that never closes': `SELECT 1 FROM t1 ${times(MEGABYTE / 4, '{{ {% ')}`,
  'definitions that never close': `SELECT 1 FROM t1 ${times(MEGABYTE / 8, '{{ @a ')}`,
  'forms that never end': `SELECT 1 FROM t1 ${times(20_000, '{% form %}')}`,
  '2,000 nested conditions': `SELECT 1 FROM t1 ${times(2_000, '{% if a %}')} ${times(2_000, '{% endif %}')}`,
  '20,000 nested conditions': `SELECT 1 FROM t1 ${times(20_000, '{% if a %}')} ${times(20_000, '{% endif %}')}`,
  'loops in loops': `SELECT 1 FROM t1 ${times(6, '{% for i in (1..100000) %}')}x${times(6, '{% endfor %}')}`,
  'a huge range': 'SELECT 1 FROM t1 {% for i in (1..1000000000000) %}x{% endfor %}',
  'a row of dots': `SELECT 1 FROM t1, ${times(100_000, '.')}`,
  'a row of statements': times(50_000, 'SELECT 1 FROM t1;'),
};

for (const [at, [says, sql]] of Object.entries(HEAVY).entries()) {
  const dialect = (['postgres', 'bigquery', 'tsql'] as const)[at % 3] ?? 'generic';
  test(`${says} is read in time (${dialect})`, () => {
    let names: readonly string[] = [];
    const time = spent(() => {
      names = read(sql, dialect).tables.map(({ name }) => name.table);
    });
    assert.ok(time < 2_000, `${time} ms`);
    assert.ok(names.includes('t1'));
  });
}

test('text that never ends a string, name or comment is read in time, and told', () => {
  for (const opening of ["'", '"', '`', '/*', '$$', '[']) {
    const sql = `SELECT 1 FROM t1 WHERE ${opening}${times(MEGABYTE / 4, 'x ')}`;
    let codes: readonly string[] = [];
    const time = spent(() => {
      codes = read(sql, 'generic').diagnostics.map(({ code }) => code);
    });
    assert.ok(time < 2_000, `${opening}: ${time} ms`);
    assert.deepEqual(codes, opening === '[' ? [] : ['sql-unclosed'], opening);
  }
});

test('definitions that double at every level stay small', () => {
  const definitions = new Map(
    Array.from({ length: 19 }, (_, at) => [
      `d${at}`,
      `SELECT * FROM {{ @d${at + 1} }} x JOIN {{ @d${at + 1} }} y ON 1=1 JOIN t1 ON 1=1`,
    ]),
  );
  const time = spent(() => {
    const { rendered, tables } = read('SELECT * FROM {{ @d0 }}', 'postgres', definitions);
    assert.ok(rendered.length < 20_000_000);
    assert.deepEqual(
      tables.map(({ name }) => name.table),
      ['t1'],
    );
  });
  assert.ok(time < 2_000, `${time} ms`);
});

const WORDS = [
  'SELECT',
  'FROM',
  'WITH',
  'AS',
  'JOIN',
  'UPDATE',
  'DELETE',
  'MERGE',
  'INTO',
  'USING',
  'TABLE',
  'CREATE',
  'UNION',
  'USE',
  'SET',
  'LATERAL',
  'VIEW',
  'ARRAY',
  'a',
  't1',
  '"q',
  "'s",
  '`b',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '.',
  ',',
  ';',
  '--',
  '/*',
  '*/',
  '$$',
  '@x',
  '#t',
  '\n',
  ' ',
  '{{',
  '}}',
  '{%',
  '%}',
  'if',
  'endif',
  'for x in y',
  'endfor',
  'else',
  'form',
  'endform',
  'assign x = 1',
  '@d',
  'case',
  'when',
  'endcase',
  '|',
  '=>',
  '\\',
  "q'[",
  '1',
  '0x',
  '\uD800',
  '\uE000',
  'raw',
  'liquid',
];

test('no text whatever makes it throw', () => {
  const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((parts) => parts.join(' '));
  const glued = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((parts) => parts.join(''));
  const text = fc.oneof(words, glued, fc.string({ unit: 'binary', maxLength: 300 }));
  const definitions = new Map([['d', 'SELECT * FROM {{ @d }} {% if']]);
  fc.assert(
    fc.property(text, fc.constantFrom(...DIALECTS), (sql, dialect) => {
      const reading = read(sql, dialect, definitions);
      for (const { name } of reading.tables) assert.ok(name.table.length > 0);
    }),
    { numRuns: 1_500 },
  );
});

test('comments, line breaks and letter case change nothing', () => {
  const parts = [
    'WITH c AS (',
    'SELECT a',
    'FROM s.t1 x',
    'JOIN t2 ON x.a = t2.a',
    ')',
    'SELECT *',
    'FROM c',
    'WHERE 1=1',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(' ', '\n', ' /* FROM no */ ', ' -- JOIN no\n'), {
        minLength: 8,
        maxLength: 8,
      }),
      fc.boolean(),
      fc.constantFrom(...DIALECTS),
      (gaps, upper, dialect) => {
        const sql = parts.map((part, at) => (upper ? part.toUpperCase() : part) + gaps[at]).join('');
        const names = read(sql, dialect).tables.map(({ name }) => name.table.toLowerCase());
        assert.deepEqual(names, ['t1', 't2']);
      },
    ),
    { numRuns: 200 },
  );
});
