import { type ColumnCase, gives } from './case.ts';

export const SUBQUERIES: readonly ColumnCase[] = [
  gives('postgres', 'a derived table', 'SELECT q.x FROM (SELECT a AS x FROM t) q', ['x < t.a']),
  gives(
    'postgres',
    'a derived table with a column list',
    'SELECT x, y FROM (SELECT a, b FROM t) AS q (x, y)',
    ['x < t.a', 'y < t.b'],
  ),
  gives('postgres', 'nested ones', 'SELECT z FROM (SELECT y AS z FROM (SELECT x AS y FROM t) a) b', [
    'z < t.x',
  ]),
  gives(
    'postgres',
    'a scalar subquery',
    'SELECT id, (SELECT max(d) FROM orders o WHERE o.user_id = u.id) AS latest FROM users u',
    ['id < users.id', 'latest < orders.d'],
  ),
  gives(
    'postgres',
    'a correlated value',
    'SELECT (SELECT o.d - u.created FROM orders o WHERE o.u = u.id) AS lag FROM users u',
    ['lag < orders.d, users.created'],
  ),
  gives(
    'postgres',
    'EXISTS gives no value',
    'SELECT id, EXISTS (SELECT 1 FROM orders o WHERE o.u = users.id) AS has FROM users',
    ['id < users.id', 'has <'],
  ),
  gives('postgres', 'IN a query', 'SELECT id IN (SELECT user_id FROM vips) AS vip FROM users', [
    'vip < users.id, vips.user_id',
  ]),
  gives(
    'snowflake',
    'a scalar in an expression',
    'SELECT amount / (SELECT SUM(amount) FROM orders) AS share FROM orders o',
    ['share < orders.amount'],
  ),
  gives('bigquery', 'an array of a query', 'SELECT ARRAY(SELECT x FROM u) AS xs FROM t', ['xs < u.x']),
  gives('postgres', 'two levels up', 'SELECT (SELECT (SELECT t.a) FROM u LIMIT 1) AS x FROM t', ['x < t.a']),
];
