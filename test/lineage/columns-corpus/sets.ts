import { type ColumnCase, gives } from './case.ts';

export const SETS: readonly ColumnCase[] = [
  gives('postgres', 'UNION by position', 'SELECT a, b FROM t UNION ALL SELECT x, y FROM u', [
    'a < t.a, u.x',
    'b < t.b, u.y',
  ]),
  gives('postgres', 'three branches', 'SELECT a FROM t UNION SELECT b FROM u UNION SELECT c FROM v', [
    'a < t.a, u.b, v.c',
  ]),
  gives(
    'postgres',
    'one in a subquery',
    "SELECT n, kind FROM (SELECT a AS n, 'x' AS kind FROM t UNION ALL SELECT b, 'y' FROM u) q",
    ['n < t.a, u.b', 'kind <'],
  ),
  gives('postgres', 'EXCEPT', 'SELECT a FROM t EXCEPT SELECT b FROM u', ['a < t.a, u.b']),
  gives(
    'postgres',
    'in brackets',
    '(SELECT a FROM t ORDER BY 1 LIMIT 1) UNION ALL (SELECT b FROM u LIMIT 1)',
    ['a < t.a, u.b'],
  ),
  gives(
    'postgres',
    'stars by the catalog',
    'SELECT * FROM t UNION ALL SELECT * FROM u',
    ['id < t.id, u.i', 'a < t.a, u.b'],
    't(id, a)',
    'u(i, b)',
  ),
  gives(
    'postgres',
    'stars without a catalog',
    'WITH q AS (SELECT * FROM t UNION ALL SELECT * FROM u) SELECT id FROM q',
    ['id < t.id, u.id'],
  ),
  gives('snowflake', 'BY NAME', 'SELECT a, b FROM t UNION ALL BY NAME SELECT b, a FROM u', [
    'a < t.a, u.a',
    'b < t.b, u.b',
  ]),
  gives(
    'postgres',
    'a WITH list before it',
    'WITH q AS (SELECT a FROM t) SELECT a FROM q UNION ALL SELECT b FROM u',
    ['a < t.a, u.b'],
  ),
  gives('postgres', 'a literal in one branch', 'SELECT a, b FROM t UNION ALL SELECT x, NULL FROM u', [
    'a < t.a, u.x',
    'b < t.b',
  ]),
];
