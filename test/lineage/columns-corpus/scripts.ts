import { type ColumnCase, gives } from './case.ts';

export const SCRIPTS: readonly ColumnCase[] = [
  gives(
    'postgres',
    'a temporary table',
    'CREATE TEMP TABLE x AS SELECT id, a + b AS c FROM t; SELECT c, id FROM x',
    ['c < t.a, t.b', 'id < t.id'],
  ),
  gives('redshift', 'the last result set', 'SELECT a FROM t; SELECT b FROM u', ['b < u.b']),
  gives('tsql', 'SELECT INTO', 'SELECT id, a AS x INTO #tmp FROM t; SELECT x FROM #tmp', ['x < t.a']),
  gives(
    'snowflake',
    'a star over a temporary table',
    'CREATE TEMPORARY TABLE x AS SELECT id, n FROM t; SELECT * FROM x',
    ['id < t.id', 'n < t.n'],
  ),
  gives('postgres', 'a view with names', 'CREATE VIEW v (p, q) AS SELECT a, b FROM t; SELECT q FROM v', [
    'q < t.b',
  ]),
  gives(
    'tsql',
    'INSERT into a temporary table',
    'CREATE TABLE #x (id int, n int); INSERT INTO #x SELECT a, b FROM t; INSERT INTO #x (n, id) SELECT c, d FROM u; SELECT id, n FROM #x',
    ['id < t.a, u.d', 'n < t.b, u.c'],
  ),
  gives(
    'redshift',
    'statements after the last result',
    'CREATE TEMP TABLE x AS SELECT a FROM t; SELECT a FROM x; DROP TABLE x',
    ['a < t.a'],
  ),
  gives(
    'postgres',
    'temporary tables in a chain',
    'CREATE TEMP TABLE x AS SELECT a AS b FROM t; CREATE TEMP TABLE y AS SELECT b AS c FROM x; SELECT c FROM y JOIN x ON true',
    ['c < t.a'],
  ),
  gives('mysql', 'no result', 'CREATE TABLE x AS SELECT a FROM t', null),
  gives('tsql', 'a variable is no result', 'SELECT a FROM t; SELECT @n = count(*) FROM u', ['a < t.a']),
];
