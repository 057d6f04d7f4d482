import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tablesOf } from '../../src/lineage/ast/tables-of.ts';
import { DIALECTS, type Dialect } from '../../src/lineage/dialect.ts';
import { loadParser } from '../../src/lineage/parser/load-parser.ts';
import { rewriteForParser } from '../../src/lineage/parser/rewrite.ts';
import { lex } from '../../src/lineage/sql/lexer.ts';

const code = (sql: string, dialect: Dialect) => lex(sql, dialect).filter(({ kind }) => kind !== 'comment');
const rewritten = (sql: string, dialect: Dialect): string =>
  rewriteForParser(sql, code(sql, dialect), dialect).replace(/\s+/g, ' ').trim();

const CASES: readonly (readonly [Dialect, string, string])[] = [
  ['mysql', 'SELECT SQL_NO_CACHE HIGH_PRIORITY DISTINCT a FROM t', 'SELECT DISTINCT a FROM t'],
  [
    'postgres',
    "SELECT a, string_agg(b, ',') WITHIN GROUP (ORDER BY k) AS l FROM t",
    "SELECT a, string_agg(b, ',') WITHIN GROUP (ORDER BY k) AS l FROM t",
  ],
  ['mysql', 'SELECT !a, b != c FROM t', 'SELECT NOT a, b != c FROM t'],
  ['mysql', 'CREATE TEMPORARY TABLE t (INDEX (a)) SELECT a FROM u', 'CREATE TABLE t AS SELECT a FROM u'],
  ['mysql', "SELECT a INTO OUTFILE '/tmp/x' FROM t", 'SELECT a FROM t'],
  ['mysql', 'SELECT a FROM t LIMIT 1 INTO @x, @y', 'SELECT a FROM t LIMIT 1'],
  ['mysql', 'SELECT a # FROM no\nFROM t', 'SELECT a FROM t'],
  [
    'impala',
    'SELECT STRAIGHT_JOIN a FROM t JOIN [SHUFFLE] u ON t.a IREGEXP u.b',
    'SELECT a FROM t JOIN u ON t.a RLIKE u.b',
  ],
  [
    'tsql',
    'SELECT a FROM t (NOLOCK) JOIN u x (NOLOCK, ROWLOCK) ON 1=1',
    'SELECT a FROM t WITH ( NOLOCK) JOIN u x WITH ( NOLOCK, ROWLOCK) ON 1=1',
  ],
  ['tsql', 'SELECT a FROM t WITH (NOLOCK)', 'SELECT a FROM t WITH (NOLOCK)'],
  ['tsql', 'SELECT @x += a, b + c FROM t', 'SELECT @x = a, b + c FROM t'],
  [
    'tsql',
    'SELECT a FROM t WHERE a !< 1 AND b !> 2 AND c != 3',
    'SELECT a FROM t WHERE a >= 1 AND b <= 2 AND c != 3',
  ],
  ['tsql', "SELECT a FROM t FOR XML PATH(''), TYPE", 'SELECT a FROM t'],
  ['tsql', 'INSERT #x SELECT a FROM t', 'INSERT INTO #x SELECT a FROM t'],
  ['oracle', "SELECT q'[it's]', nq'!a'b!' FROM t", "SELECT 'it''s' , 'a''b' FROM t"],
  [
    'oracle',
    'SELECT a FROM t, u WHERE t.a = u.a (+) AND b ^= c',
    'SELECT a FROM t, u WHERE t.a = u.a AND b <> c',
  ],
  [
    'oracle',
    "SELECT a FROM t AS OF TIMESTAMP SYSTIMESTAMP - INTERVAL '1' HOUR x WHERE 1=1",
    'SELECT a FROM t x WHERE 1=1',
  ],
  ['oracle', 'SELECT a FROM t AS OF SCN 123 x, u PARTITION (p1) y', 'SELECT a FROM t x, u y'],
  ['oracle', 'SELECT a FROM t VERSIONS BETWEEN SCN MINVALUE AND MAXVALUE x', 'SELECT a FROM t x'],
  ['oracle', 'SELECT SUM(a) OVER (PARTITION BY b) FROM t', 'SELECT SUM(a) OVER (PARTITION BY b) FROM t'],
  [
    'bigquery',
    'SELECT a FROM t JOIN u FOR SYSTEM_TIME AS OF CURRENT_TIMESTAMP() ON 1=1',
    'SELECT a FROM t JOIN u ON 1=1',
  ],
  [
    'bigquery',
    'SELECT a FROM t AS x TABLESAMPLE SYSTEM (10 PERCENT) WHERE 1=1',
    'SELECT a FROM t AS x WHERE 1=1',
  ],
  [
    'snowflake',
    'SELECT a FROM t x AT (OFFSET => -60) JOIN u BEFORE (STATEMENT => 1) ON 1=1',
    'SELECT a FROM t x JOIN u ON 1=1',
  ],
  ['snowflake', 'SELECT s.f(x):a.b[0]::int, y:c FROM t', 'SELECT s.f(x) ::int, y:c FROM t'],
  [
    'snowflake',
    "CREATE OR REPLACE TABLE x COPY GRANTS COMMENT = 'AS SELECT' AS SELECT a FROM t",
    'CREATE TABLE x AS SELECT a FROM t',
  ],
  ['redshift', "SELECT 'it\\'s' FROM t", "SELECT 'it''s' FROM t"],
  [
    'redshift',
    'CREATE TEMP TABLE x DISTKEY (a) SORTKEY (b) AS SELECT a FROM t',
    'CREATE TABLE x AS SELECT a FROM t',
  ],
  ['postgres', 'SELECT a INTO TEMP TABLE x FROM t', 'SELECT a INTO x FROM t'],
  [
    'postgres',
    'CREATE VIEW v (a, b) WITH (security_barrier) AS SELECT a, b FROM t WITH LOCAL CHECK OPTION',
    'CREATE VIEW v (a, b) AS SELECT a, b FROM t',
  ],
  [
    'postgres',
    'SELECT a FROM t CROSS JOIN LATERAL f(t.a) AS x(b int), LATERAL (SELECT 1) y',
    'SELECT a FROM t CROSS JOIN f(t.a) AS x(b int), LATERAL (SELECT 1) y',
  ],
  ['postgres', 'SELECT 1 WHERE EXISTS (SELECT FROM t)', 'SELECT 1 WHERE EXISTS ( SELECT 1 FROM t)'],
  [
    'teradata',
    'CREATE VOLATILE TABLE x, NO LOG AS (SEL a FROM t) WITH DATA ON COMMIT PRESERVE ROWS',
    'CREATE TABLE x AS ( SELECT a FROM t)',
  ],
  [
    'teradata',
    "LOCKING TABLE t FOR ACCESS SELECT a (TITLE 'x'), b (NAMED c), d (DECIMAL(10,2)), f(e) FROM t",
    'SELECT a , b AS c , d , f(e) FROM t',
  ],
  [
    'clickhouse',
    'SELECT a FROM t GLOBAL LEFT ASOF JOIN u USING (a) WHERE a GLOBAL IN (SELECT 1)',
    'SELECT a FROM t LEFT JOIN u USING (a) WHERE a IN (SELECT 1)',
  ],
  [
    'db2',
    'SELECT CURRENT DATE - 7 DAYS, a CONCAT b, DAYS(c) FROM t WITH UR',
    'SELECT CURRENT_DATE - 7 , a || b, DAYS(c) FROM t',
  ],
  [
    'db2',
    'DECLARE GLOBAL TEMPORARY TABLE x AS (SELECT a FROM t) WITH DATA',
    'CREATE TABLE x AS (SELECT a FROM t)',
  ],
  ['db2', 'SELECT a FROM t FOR READ ONLY WITH CS', 'SELECT a FROM t'],
  [
    'vertica',
    'SELECT f(a USING PARAMETERS b = g(1)) FROM t LIMIT 1 OVER (PARTITION BY a ORDER BY b)',
    'SELECT f(a ) FROM t LIMIT 1',
  ],
  [
    'vertica',
    'AT EPOCH LATEST SELECT a FROM t LEFT JOIN u ON t.a INTERPOLATE PREVIOUS VALUE u.a',
    'SELECT a FROM t LEFT JOIN u ON t.a = u.a',
  ],
  [
    'tsql',
    'CREATE TABLE #t (id INT IDENTITY(1, 1) PRIMARY KEY, [a b] DECIMAL(9, 2), c AS id * 2, key VARCHAR(9), INDEX i (c)) WITH (X = 1)',
    'CREATE TABLE #t (id INT IDENTITY, [a b] INT, c INT IDENTITY, key INT)',
  ],
  [
    'snowflake',
    'CREATE TABLE t (a INT NOT NULL, b VARCHAR(9)) CLUSTER BY (a) AS SELECT x, y FROM u',
    'CREATE TABLE t (a, b) AS SELECT x, y FROM u',
  ],
  [
    'hive',
    'CREATE TABLE t (a INT, b MAP<STRING, INT>) PARTITIONED BY (d STRING) STORED AS ORC',
    'CREATE TABLE t (a INT, b INT, d INT)',
  ],
  ['postgres', 'CREATE TABLE t (LIKE u)', 'CREATE TABLE t (LIKE u)'],
  ['mysql', 'INSERT t SELECT a FROM u', 'INSERT INTO t SELECT a FROM u'],
  ['mysql', 'INSERT IGNORE t SELECT a FROM u', 'INSERT INTO t SELECT a FROM u'],
  [
    'postgres',
    'DELETE FROM ONLY s.t AS x USING s.u JOIN t ON true WHERE true',
    'UPDATE s.t AS x SET changed = 1 FROM s.u JOIN t ON true WHERE true',
  ],
  ['postgres', 'UPDATE t SET (a, b) = (SELECT 1, 2)', 'UPDATE t SET b = (SELECT 1, 2)'],
  ['postgres', 'SELECT 1 UNION ALL TABLE s.t LIMIT 3', 'SELECT 1 UNION ALL SELECT * FROM s.t LIMIT 3'],
  [
    'trino',
    'SELECT 1 FROM (TABLE c.s.t), f(TABLE c.s.t)',
    'SELECT 1 FROM ( SELECT * FROM c.s.t ), f(TABLE c.s.t)',
  ],
  [
    'hive',
    'FROM t x INSERT INTO a SELECT b WHERE c INSERT INTO d SELECT e',
    'INSERT INTO a SELECT b FROM t x WHERE c; INSERT INTO d SELECT e FROM t x',
  ],
  ['hive', 'FROM t SELECT a', 'FROM t SELECT a'],
  [
    'oracle',
    'WITH FUNCTION f RETURN NUMBER IS BEGIN IF a THEN NULL; END IF; RETURN 1; END f; q AS (SELECT 1 FROM t) SELECT f FROM q',
    'WITH q AS (SELECT 1 FROM t) SELECT f FROM q',
  ],
  ['trino', 'WITH FUNCTION f(x int) RETURNS int RETURN x + 1 SELECT f(a) FROM t', 'SELECT f(a) FROM t'],
  ['trino', 'SELECT a FROM t WHERE a IN (VALUES 1, 2)', 'SELECT a FROM t WHERE a IN ( 1, 2)'],
  ['databricks', 'SELECT a FROM s.t@v12 x', 'SELECT a FROM s.t x'],
  [
    'postgres',
    'SELECT current.a FROM t current LEFT JOIN (SELECT b FROM u) prior ON 1=1',
    'SELECT current.a FROM t AS current LEFT JOIN (SELECT b FROM u) AS prior ON 1=1',
  ],
  [
    'snowflake',
    'SELECT 1 FROM s.t first, u last WHERE first.type = last.key ORDER BY first.a NULLS LAST',
    'SELECT 1 FROM s.t AS first , u AS last WHERE first.type = last.key ORDER BY first.a NULLS LAST',
  ],
  [
    'bigquery',
    'SELECT SUM(a) OVER (ORDER BY b, c ROWS UNBOUNDED PRECEDING), d key FROM t FETCH FIRST 1 ROW ONLY',
    'SELECT SUM(a) OVER (ORDER BY b, c ROWS UNBOUNDED PRECEDING), d key FROM t FETCH FIRST 1 ROW ONLY',
  ],
  [
    'spark',
    'SELECT t.a FROM t LATERAL VIEW OUTER explode(t.x) v AS y, z LATERAL VIEW inline(w) i JOIN u ON u.a = y WHERE 1=1',
    'SELECT t.a FROM t JOIN u ON u.a = y LATERAL VIEW OUTER explode(t.x) v AS y, z LATERAL VIEW inline(w) i WHERE 1=1',
  ],
  ['generic', 'SELECT a -- FROM no\n/* JOIN no */ FROM t', 'SELECT a FROM t'],
];
for (const [dialect, sql, expected] of CASES) {
  test(`${dialect}: ${sql.slice(0, 90).replaceAll('\n', ' ')}`, async () => {
    assert.equal(rewritten(sql, dialect), expected);
    const result = (await loadParser()).parse(rewriteForParser(sql, code(sql, dialect), dialect), dialect);
    assert.ok(result.ok, JSON.stringify(result));
    const tables = result.statements.flatMap((one) =>
      tablesOf(one, dialect).tables.map(({ table }) => table),
    );
    assert.ok(
      tables.every((table) => table === 't' || table === 'u'),
      tables.join(),
    );
  });
}

test('a long list of values is cut, but not in a pivot, where values name columns', () => {
  const list = Array.from({ length: 5_000 }, (_, at) => `'v${at}'`).join(', ');
  assert.ok(rewritten(`SELECT a FROM t WHERE b IN (${list})`, 'postgres').length < 300);
  assert.ok(rewritten(`SELECT * FROM t PIVOT (SUM(a) FOR b IN (${list}))`, 'snowflake').length > 10_000);
  assert.ok(rewritten(`SELECT a FROM t WHERE b IN (${list}, (SELECT c FROM u))`, 'postgres').length > 10_000);
});

test('every word stays on its line', () => {
  const pieces = [
    'SELECT SQL_NO_CACHE a',
    '-- x\n',
    '/* a\nb */',
    "q'[x\ny]'",
    'FROM t (NOLOCK)',
    'AS OF TIMESTAMP\n(x)',
    '!a',
    'IN (VALUES\n1)',
    "'it\\'s\n'",
    'CREATE TABLE x\n(INDEX (a))\nSELECT b',
    'WITH\nUR',
    ';',
    '(',
    ')',
    '\n',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
      fc.constantFrom(...DIALECTS),
      (parts, dialect) => {
        const sql = `${parts.join(' ')} lastword`;
        const text = rewriteForParser(sql, code(sql, dialect), dialect);
        if (!text.includes('lastword')) return;
        const first = code(sql, dialect)[0]?.start ?? 0;
        const lineIn = (all: string) => all.slice(0, all.lastIndexOf('lastword')).split('\n').length;
        assert.equal(lineIn(text) + sql.slice(0, first).split('\n').length - 1, lineIn(sql));
      },
    ),
    { numRuns: 400 },
  );
});
