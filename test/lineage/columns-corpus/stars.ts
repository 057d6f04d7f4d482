import { type ColumnCase, gives } from './case.ts';

export const STARS: readonly ColumnCase[] = [
  gives('postgres', 'a star without a catalog', 'SELECT * FROM t', null),
  gives('postgres', 'a star', 'SELECT * FROM s.t', ['id < s.t.id', 'a < s.t.a'], 's.t(id, a)'),
  gives('postgres', 'an unknown star beside known columns', 'SELECT t.*, a + 1 AS b FROM t', ['b < t.a']),
  gives('bigquery', 'EXCEPT', 'SELECT * EXCEPT (a) FROM `p.d.t`', ['id < p.d.t.id'], 'p.d.t(id, a)'),
  gives('snowflake', 'EXCLUDE', 'SELECT * EXCLUDE (a, b) FROM t', ['id < t.id'], 't(id, a, b)'),
  gives('snowflake', 'EXCLUDE of one', 'SELECT t.* EXCLUDE a FROM t', ['id < t.id'], 't(id, a)'),
  gives(
    'bigquery',
    'REPLACE',
    'SELECT * REPLACE (a + b AS a) FROM t',
    ['a < t.a, t.b', 'b < t.b'],
    't(a, b)',
  ),
  gives('snowflake', 'RENAME', 'SELECT * RENAME (a AS x) FROM t', ['x < t.a', 'b < t.b'], 't(a, b)'),
  gives(
    'snowflake',
    'EXCLUDE and RENAME',
    'SELECT * EXCLUDE (c) RENAME (a AS x, b AS y) FROM t',
    ['x < t.a', 'y < t.b'],
    't(a, b, c)',
  ),
  gives(
    'bigquery',
    'EXCEPT over a query',
    'SELECT * EXCEPT (rn) FROM (SELECT id, a, ROW_NUMBER() OVER (ORDER BY a) AS rn FROM t)',
    ['id < t.id', 'a < t.a'],
  ),
  gives(
    'bigquery',
    'REPLACE in an expression',
    'WITH a AS (SELECT * REPLACE (UPPER(name) AS name) FROM t) SELECT name, id FROM a',
    ['name < t.name', 'id < t.id'],
  ),
  gives(
    'bigquery',
    'EXCEPT without a catalog, seen through',
    'WITH a AS (SELECT * EXCEPT (secret), x + 1 AS y FROM t) SELECT y, name FROM a',
    ['y < t.x', 'name < t.name'],
  ),
  gives(
    'snowflake',
    'RENAME without a catalog, seen through',
    'WITH a AS (SELECT * RENAME (x AS y) FROM t) SELECT y, name FROM a',
    ['y < t.x', 'name < t.name'],
  ),
  gives(
    'redshift',
    'two stars',
    'SELECT a.*, b.y FROM a JOIN b ON a.i = b.i',
    ['i < a.i', 'x < a.x', 'y < b.y'],
    'a(i, x)',
  ),
  gives('postgres', 'a star of a subquery', 'SELECT q.* FROM (SELECT id, a + b AS c FROM t) q', [
    'id < t.id',
    'c < t.a, t.b',
  ]),
  gives('postgres', 'count star', 'SELECT count(*) AS n, count(t.*) AS m FROM t', ['n <', 'm <']),
  gives('postgres', 'a star over no table', 'SELECT * FROM (VALUES (1, 2)) AS v (a, b)', ['a <', 'b <']),
];
