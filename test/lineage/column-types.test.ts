import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readColumns } from '../../src/lineage/columns/read-columns.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import { queryColumns } from '../../src/lineage/query-columns.ts';

const parser = await loadParser();
const COLUMNS = { id: 'BIGINT', name: 'VARCHAR', paid: 'DOUBLE' };
const TABLE = {
  id: 't',
  fqn: 'wh.db.s.orders',
  columns: Object.entries(COLUMNS).map(([name, dataType]) => ({
    name,
    dataType,
    fqn: `wh.db.s.orders.${name}`,
  })),
};

/** Output columns with the types that are known. */
const CASES: readonly { readonly sql: string; readonly types: Readonly<Record<string, string | null>> }[] = [
  { sql: 'SELECT id, o.name AS who FROM orders o', types: { id: 'BIGINT', who: 'VARCHAR' } },
  { sql: 'SELECT * FROM orders', types: COLUMNS },
  {
    sql: 'WITH c AS (SELECT id, paid AS p FROM orders) SELECT * FROM c',
    types: { id: 'BIGINT', p: 'DOUBLE' },
  },
  { sql: 'SELECT count(id) AS n, paid + 1 AS more FROM orders', types: { n: null, more: null } },
  { sql: 'SELECT CAST(id AS text) AS t, 1 AS one FROM orders', types: { t: null, one: null } },
  { sql: 'SELECT id FROM orders UNION ALL SELECT name FROM orders', types: { id: null } },
  { sql: 'SELECT id FROM orders a JOIN orders b USING (id)', types: { id: null } },
];
for (const { sql, types } of CASES) {
  test(sql, () => {
    const parsed = parser.parse(sql, 'postgres');
    assert.ok(parsed.ok);
    const catalog = () => Object.keys(COLUMNS);
    const outputs = readColumns({ statements: parsed.statements, dialect: 'postgres', catalog });
    const columns = queryColumns(outputs, () => TABLE);
    assert.deepEqual(Object.fromEntries(columns?.map(({ name, dataType }) => [name, dataType]) ?? []), types);
  });
}

test('a table of thousands of columns is looked through once', () => {
  const wide = {
    id: '1',
    fqn: 'wh.db.s.wide',
    columns: Array.from({ length: 4000 }, (_, at) => ({
      name: `c${at}`,
      fqn: `wh.db.s.wide.c${at}`,
      dataType: 'INT',
    })),
  };
  const table = { db: null, schema: null, table: 'wide' };
  const outputs = wide.columns.map(({ name }) => ({ output: name, sources: [{ table, column: name }] }));
  const start = performance.now();
  assert.equal(queryColumns(outputs, () => wide)?.length, 4000);
  // Column by column it took half a minute.
  assert.ok(performance.now() - start < 2_000);
});
