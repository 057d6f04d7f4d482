import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnalyzeSqlOptions, analyzeSql } from '../../src/lineage/analyze-sql.ts';

const analyze = (sql: string, more: Partial<AnalyzeSqlOptions> = {}) =>
  analyzeSql({ sql, dialect: 'postgres', ...more });

test('tables stand as they are written, with what is known of each', async () => {
  const { tables } = await analyze('SELECT 1 FROM srv.shop.dbo.[My Orders] JOIN crm..people ON 1=1', {
    dialect: 'tsql',
  });
  assert.deepEqual(tables, [
    { server: 'srv', db: 'shop', schema: 'dbo', table: 'My Orders', confidence: 'high' },
    { db: 'crm', schema: 'dbo', table: 'people', confidence: 'high' },
  ]);
});

test('a table of another Liquid branch is conditional', async () => {
  const { tables } = await analyze('SELECT 1 FROM t1 {% if x %} JOIN t2 ON 1=1 {% endif %}');
  assert.deepEqual(
    tables.map(({ table, conditional }) => [table, conditional]),
    [
      ['t1', undefined],
      ['t2', true],
    ],
  );
});

test('columns come with their sources; an expression without a name has none', async () => {
  const { columns } = await analyze('SELECT o.id, o.total + o.tax AS gross, 1 + o.id FROM mart.orders o');
  const from = { db: null, schema: 'mart', table: 'orders' };
  assert.deepEqual(columns, [
    { output: 'id', sources: [{ ...from, column: 'id' }] },
    {
      output: 'gross',
      sources: [
        { ...from, column: 'total' },
        { ...from, column: 'tax' },
      ],
    },
    { output: null, sources: [{ ...from, column: 'id' }] },
  ]);
});

test('a star is the columns of the catalog, found by any part of the name that is written', async () => {
  for (const name of ['orders', 'mart.orders', 'shop.mart.orders', 'MART.Orders', '"mart"."orders"']) {
    const { columns, verdict } = await analyze('SELECT * FROM mart.orders', {
      catalog: { [name]: ['id', 'total'] },
    });
    assert.deepEqual(
      columns?.map(({ output }) => output),
      ['id', 'total'],
      name,
    );
    assert.equal(verdict, 'linked');
  }
});

const VERDICTS: readonly (readonly [string, AnalyzeSqlOptions['catalog'], string])[] = [
  ['SELECT 1 FROM a', undefined, 'linked'],
  ['SELECT 1', undefined, 'no-tables'],
  ['hello world', undefined, 'unparsed'],
  ['-- nothing yet', undefined, 'no-tables'],
  ['{% form %}\nday:\n  type: date\n{% endform %}\n/* nothing yet */;', undefined, 'no-tables'],
  ['/* never ends', undefined, 'unparsed'],
  ['SELECT 1 FROM a, b', { a: [] }, 'partly-linked'],
  ['SELECT 1 FROM a', { b: [] }, 'not-in-catalog'],
  ['SELECT 1 FROM a', {}, 'not-in-catalog'],
  ['SELECT 1 FROM a', { 's.a': [], 'r.a': [] }, 'ambiguous'],
  ['SELECT 1 FROM s.a', { 's.a': [], 'r.a': [] }, 'linked'],
  ['SELECT 1 FROM a', { 's.a': [], 'public.a': [] }, 'linked'],
  ['SELECT 1 FROM a', { 'x.public.a': [], 'y.public.a': [], 's.a': [] }, 'ambiguous'],
  ['SELECT 1 FROM s.a', { 's.a': [], a: [] }, 'linked'],
];
for (const [sql, catalog, verdict] of VERDICTS) {
  test(`${sql} with ${JSON.stringify(catalog) ?? 'no catalog'} is ${verdict}`, async () => {
    const analysis = await analyze(sql, catalog === undefined ? {} : { catalog });
    assert.equal(analysis.verdict, verdict);
    assert.match(analysis.reason, /\.$/);
  });
}

test('definitions and the forms of sibling queries are used', async () => {
  const { tables, rendered, diagnostics } = await analyze(
    "SELECT 1 FROM {{ @Sales as s }} WHERE d > '{{ day }}' AND {{ @nothing }}",
    {
      definitions: { '@sales': 'SELECT * FROM mart.sales' },
      siblingQueries: ['{% form %}\nday:\n  type: date\n  default: 2024-05-06\n{% endform %}'],
    },
  );
  assert.deepEqual(
    tables.map(({ table }) => table),
    ['sales'],
  );
  assert.match(rendered, /2024-05-06/);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['unknown-definition'],
  );
});

const NAMES: readonly (readonly [string, string, string])[] = [
  ['snowflake', 'SELECT 1', 'snowflake'],
  ['TSQL', 'SELECT 1', 'tsql'],
  ['jdbc:sqlserver', 'SELECT 1', 'tsql'],
  ['postgresql', 'SELECT 1', 'postgres'],
  ['what', 'SELECT 1 FROM `a.b.c`', 'bigquery'],
  ['', 'SELECT 1', 'generic'],
];
for (const [name, sql, dialect] of NAMES) {
  test(`the dialect ${JSON.stringify(name)} is ${dialect}`, async () => {
    assert.equal((await analyze(sql, { dialect: name })).dialect, dialect);
  });
}
