import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isNode } from '../../src/lineage/ast/node.ts';
import { tablesOf } from '../../src/lineage/ast/tables-of.ts';
import { readColumns } from '../../src/lineage/columns/read-columns.ts';
import type { Dialect } from '../../src/lineage/dialect.ts';
import type { AstNode } from '../../src/lineage/parser/sql-parser.ts';
import { treesOf } from './columns-corpus/trees.ts';

const tablesIn = (sql: string, dialect: Dialect): string =>
  treesOf(sql, dialect)
    .flatMap((tree) => tablesOf(tree, dialect).tables)
    .map(({ server, db, schema, table }) =>
      [server ?? null, db, schema, table].filter((part) => part !== null).join('.'),
    )
    .toSorted()
    .join(' ');

const CASES: readonly (readonly [Dialect, string, string, string])[] = [
  ['postgres', 'a common table expression hides a table', 'WITH a AS (SELECT 1) SELECT * FROM a, b', 'b'],
  ['postgres', 'not in its own body', 'WITH a AS (SELECT * FROM a) SELECT * FROM a', 'a'],
  [
    'postgres',
    'but in that of a recursion',
    'WITH RECURSIVE a AS (SELECT 1 UNION SELECT * FROM a) SELECT * FROM a',
    '',
  ],
  [
    'tsql',
    'or of a later branch where the word is optional',
    'WITH a AS (SELECT 1 x UNION ALL SELECT x FROM a) SELECT * FROM a',
    '',
  ],
  [
    'tsql',
    'the first branch means the table',
    'WITH a AS (SELECT x FROM a UNION ALL SELECT x FROM a) SELECT * FROM a',
    'a',
  ],
  ['postgres', 'a name with a schema is none', 'WITH a AS (SELECT 1) SELECT * FROM s.a', 's.a'],
  [
    'postgres',
    'one is not seen outside its query',
    'SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) q, a',
    'a',
  ],
  [
    'postgres',
    'one sees those before it',
    'WITH a AS (SELECT * FROM t), b AS (SELECT * FROM a) SELECT * FROM b',
    't',
  ],
  ['postgres', 'one that writes', 'WITH a AS (DELETE FROM x USING t RETURNING *) SELECT * FROM a', 't'],
  [
    'clickhouse',
    'a value with a name is no relation',
    'WITH 1 AS k, (SELECT max(d) FROM u) AS m SELECT k FROM t',
    't u',
  ],
  ['clickhouse', 'members of a table', 'SELECT 1 FROM t WHERE a IN s.u', 's.u t'],
  [
    'postgres',
    'queries in expressions',
    'SELECT (SELECT 1 FROM a), CASE WHEN EXISTS (SELECT 1 FROM b) THEN 1 END FROM c WHERE x IN (SELECT 1 FROM d)',
    'a b c d',
  ],
  [
    'postgres',
    'joins in brackets',
    'SELECT * FROM ((a JOIN b ON true) JOIN c USING (i)) q CROSS JOIN LATERAL (SELECT 1 FROM d) r',
    'a b c d',
  ],
  ['postgres', 'a target is no source', 'INSERT INTO x (a) SELECT a FROM t', 't'],
  ['postgres', 'of a table that is made', 'CREATE TABLE x AS SELECT * FROM t', 't'],
  ['postgres', 'of a view', 'CREATE VIEW x AS SELECT * FROM t', 't'],
  ['snowflake', 'a clone is read', 'CREATE TABLE x CLONE t', 't'],
  ['tsql', 'INTO is no source', 'SELECT * INTO x FROM t', 't'],
  ['tsql', 'what UPDATE changes', 'UPDATE o SET a = u.a FROM orders o JOIN u ON o.i = u.i', 'u'],
  ['postgres', 'what DELETE deletes', 'DELETE FROM x USING t WHERE x.i = t.i', 't'],
  [
    'snowflake',
    'what MERGE merges into',
    'MERGE INTO x USING (SELECT * FROM t) s ON x.i = s.i WHEN MATCHED THEN DELETE',
    't',
  ],
  ['postgres', 'a function is no source', 'CREATE INDEX i ON t (a)', ''],
  ['bigquery', 'a path quoted as a whole', 'SELECT * FROM `p-x.d.t`', 'p-x.d.t'],
  ['bigquery', 'an array in a row', 'SELECT * FROM d.orders o, o.items i, UNNEST(o.tags)', 'd.orders'],
  [
    'bigquery',
    'a table that is given to a function',
    'SELECT * FROM ML.PREDICT(MODEL d.m, TABLE d.t)',
    'd.t',
  ],
  ['trino', 'or by name', 'SELECT * FROM TABLE(f(input => TABLE(s.t)))', 's.t'],
  [
    'bigquery',
    'a view of the catalog',
    'SELECT * FROM p.d.INFORMATION_SCHEMA.TABLES',
    'p.d.INFORMATION_SCHEMA.TABLES',
  ],
  ['tsql', 'four parts', 'SELECT * FROM srv.db.dbo.t', 'srv.db.dbo.t'],
  ['tsql', 'a schema left out', 'SELECT * FROM db..t', 'db.t'],
  ['oracle', 'a link with dots', 'SELECT * FROM hr.emp@prod.example.com e', 'prod.example.com.hr.emp'],
  ['oracle', 'dual', 'SELECT 1 FROM dual', ''],
  ['snowflake', 'names in strings', "SELECT * FROM IDENTIFIER('db.s.t'), TABLE('s.u')", 'db.s.t s.u'],
  ['snowflake', 'stages and generators', 'SELECT * FROM @s/x, TABLE(GENERATOR(ROWCOUNT => 1))', ''],
  ['databricks', 'a file by its path', 'SELECT * FROM delta.`/mnt/x`, s.t@v12', 's.t'],
  ['postgres', 'TABLE as a query', 'TABLE t', 't'],
  ['teradata', 'a lock', 'LOCKING ROW FOR ACCESS SELECT * FROM d.t', 'd.t'],
];

for (const [dialect, says, sql, tables] of CASES) {
  test(`tables, ${dialect}: ${says}`, () => assert.equal(tablesIn(sql, dialect), tables));
}

/** A chain of UNION ALL that leans to the left, longer than the parser itself makes one. */
function unionOf(branches: number): AstNode {
  const branch = (at: number): AstNode => ({
    select: {
      expressions: [{ column: { name: { name: 'a' } } }],
      from: { expressions: [{ table: { name: { name: `t${at % 7}` } } }] },
    },
  });
  let tree = branch(0);
  for (let at = 1; at < branches; at += 1) tree = { union: { left: tree, right: branch(at), all: true } };
  return tree;
}

test('two thousand branches of a UNION', () => {
  const tree = unionOf(2000);
  assert.equal(tablesOf(tree, 'postgres').tables.length, 7);
  const columns = readColumns({ statements: [tree], dialect: 'postgres', catalog: () => undefined });
  assert.equal(columns?.[0]?.sources.length, 7);
});

test('a tree too deep for the stack loses itself alone', () => {
  let deep: AstNode = { column: { name: { name: 'a' } } };
  for (let level = 0; level < 20_000; level += 1) deep = { paren: { this: deep } };
  const statements = [{ select: { expressions: [deep] } }];
  assert.equal(readColumns({ statements, dialect: 'postgres', catalog: () => undefined }), null);
  assert.deepEqual(tablesOf(statements[0] ?? {}, 'postgres').tables, []);
});

const SAMPLES: readonly (readonly [Dialect, string])[] = [
  [
    'snowflake',
    'WITH a AS (SELECT * EXCLUDE (x) FROM t) SELECT f.value:y, a.* FROM a, LATERAL FLATTEN(input => a.z) f',
  ],
  [
    'postgres',
    'SELECT a, sum(b) OVER w FROM t JOIN u USING (i) WINDOW w AS (PARTITION BY c) UNION SELECT 1, (SELECT 2)',
  ],
  [
    'bigquery',
    "SELECT * FROM (SELECT x.y.z FROM t, UNNEST(t.xs) AS x WITH OFFSET) PIVOT (SUM(z) FOR q IN ('a'))",
  ],
  ['tsql', 'SELECT a = b INTO #x FROM t CROSS APPLY OPENJSON(t.c) WITH (d int) j; SELECT * FROM #x'],
  ['hive', 'SELECT stack(2, a, b) AS (c), x FROM t LATERAL VIEW explode(xs) e AS x'],
];
const SAMPLE_TREES = SAMPLES.map(([dialect, sql]) => ({ dialect, trees: treesOf(sql, dialect) }));

/** The same tree with the value at every `step`-th place replaced. */
function damaged(tree: unknown, step: number, value: unknown): unknown {
  let place = 0;
  const visit = (part: unknown): unknown => {
    place += 1;
    if (place % step === 0) return value;
    if (Array.isArray(part)) return part.map(visit);
    return isNode(part)
      ? Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]))
      : part;
  };
  return visit(tree);
}

test('trees of another shape than expected are read as far as they go', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SAMPLE_TREES),
      fc.integer({ min: 2, max: 400 }),
      fc.oneof(fc.jsonValue(), fc.constantFrom(null, [], {}, { name: 'x' }, { column: {} }, { star: null })),
      ({ dialect, trees }, step, value) => {
        const statements = trees.map((tree) => damaged(tree, step, value)).filter(isNode);
        for (const one of statements) tablesOf(one, dialect);
        readColumns({ statements, dialect, catalog: () => ['a', 'b'] });
      },
    ),
    { numRuns: 2000 },
  );
});
