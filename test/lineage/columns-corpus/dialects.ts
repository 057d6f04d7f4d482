import { type ColumnCase, gives } from './case.ts';

export const DIALECT_CASES: readonly ColumnCase[] = [
  gives('tsql', 'alias = expression', 'SELECT total = a + b, [the c] = c FROM dbo.t', [
    'total < dbo.t.a, dbo.t.b',
    'the c < dbo.t.c',
  ]),
  gives('tsql', 'TOP', 'SELECT TOP 10 PERCENT a FROM t ORDER BY b', ['a < t.a']),
  gives('tsql', 'four parts', 'SELECT x.a FROM srv.db.dbo.t x', ['a < srv.db.dbo.t.a']),
  gives(
    'redshift',
    'an alias used to its right',
    'SELECT a + b AS c, c * 2 AS d FROM t',
    ['c < t.a, t.b', 'd < t.a, t.b'],
    't(a, b)',
  ),
  gives(
    'snowflake',
    'an alias used to its right without a catalog',
    'SELECT amount * 2 AS dbl, dbl + 1 AS more FROM t',
    ['dbl < t.amount', 'more < t.amount'],
  ),
  gives('databricks', 'an alias used to its right', 'SELECT a AS x, x + b AS y FROM t', [
    'x < t.a',
    'y < t.a, t.b',
  ]),
  gives('teradata', 'an alias used to its right', 'SEL a + 1 AS x, x * 2 AS y FROM d.t', [
    'x < d.t.a',
    'y < d.t.a',
  ]),
  gives(
    'snowflake',
    'a column wins over an alias',
    'SELECT a AS b, b AS c FROM t',
    ['b < t.a', 'c < t.b'],
    't(a, b)',
  ),
  gives('postgres', 'no aliases to the left', 'SELECT a AS b, b AS c FROM t', ['b < t.a', 'c < t.b']),
  gives('clickhouse', 'aliases anywhere', 'SELECT x + 1 AS y, a * 2 AS x FROM t', ['y < t.a', 'x < t.a']),
  gives('bigquery', 'three parts in backticks', 'SELECT o.a FROM `my-proj.ds.t` o', ['a < my-proj.ds.t.a']),
  gives('mysql', 'backticks', 'SELECT `o`.`a` AS `x y` FROM `shop`.`orders` `o`', ['x y < shop.orders.a']),
  gives('oracle', 'an outer join of old', 'SELECT a.x, b.y FROM a, b WHERE a.i = b.i (+)', [
    'x < a.x',
    'y < b.y',
  ]),
  gives('oracle', 'dual', 'SELECT 1 AS x FROM dual', ['x <']),
  gives('clickhouse', 'FINAL', 'SELECT argMax(v, ts) AS v FROM d.t FINAL GROUP BY id', ['v < d.t.v, d.t.ts']),
  gives(
    'snowflake',
    'QUALIFY',
    'SELECT id FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY d) = 1',
    ['id < t.id'],
  ),
];
