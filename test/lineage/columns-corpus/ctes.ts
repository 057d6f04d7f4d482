import { type ColumnCase, gives } from './case.ts';

export const CTES: readonly ColumnCase[] = [
  gives('postgres', 'one', 'WITH a AS (SELECT id AS x FROM t) SELECT x FROM a', ['x < t.id']),
  gives(
    'snowflake',
    'a chain',
    'WITH a AS (SELECT id, amount FROM orders), b AS (SELECT id, amount * 2 AS dbl FROM a) SELECT b.id, dbl AS d FROM b',
    ['id < orders.id', 'd < orders.amount'],
  ),
  gives('postgres', 'a column list', 'WITH a(x, y) AS (SELECT id, name FROM t) SELECT y, x FROM a', [
    'y < t.name',
    'x < t.id',
  ]),
  gives('postgres', 'a star over one', 'WITH a AS (SELECT id, name AS n FROM t) SELECT * FROM a', [
    'id < t.id',
    'n < t.name',
  ]),
  gives('postgres', 'a star inside one', 'WITH a AS (SELECT * FROM t) SELECT id, n + 1 AS m FROM a', [
    'id < t.id',
    'm < t.n',
  ]),
  gives(
    'postgres',
    'stars all the way',
    'WITH a AS (SELECT * FROM t), b AS (SELECT a.* FROM a) SELECT b.x FROM b',
    ['x < t.x'],
  ),
  gives(
    'postgres',
    'one used twice',
    'WITH a AS (SELECT id FROM t) SELECT l.id AS l, r.id AS r FROM a l JOIN a r ON true',
    ['l < t.id', 'r < t.id'],
  ),
  gives('postgres', 'one hides a table', 'WITH t AS (SELECT a AS b FROM t) SELECT b FROM t', ['b < t.a']),
  gives('postgres', 'a schema shows the table', 'WITH t AS (SELECT 1 AS b) SELECT b FROM s.t', ['b < s.t.b']),
  gives(
    'postgres',
    'one inside a subquery',
    'SELECT x FROM (WITH a AS (SELECT y AS x FROM t) SELECT x FROM a) q',
    ['x < t.y'],
  ),
  gives(
    'postgres',
    'a recursion',
    `WITH RECURSIVE tree(id, parent, depth) AS (
       SELECT id, parent_id, 0 FROM nodes WHERE parent_id IS NULL
       UNION ALL
       SELECT n.id, n.parent_id, tree.depth + 1 FROM nodes n JOIN tree ON n.parent_id = tree.id
     ) SELECT id, depth FROM tree`,
    ['id < nodes.id', 'depth <'],
  ),
  gives(
    'tsql',
    'a recursion without the word',
    `WITH org AS (
       SELECT emp_id, manager_id, name AS root FROM emp WHERE manager_id IS NULL
       UNION ALL
       SELECT e.emp_id, e.manager_id, org.root FROM emp e JOIN org ON e.manager_id = org.emp_id
     ) SELECT emp_id, root FROM org`,
    ['emp_id < emp.emp_id', 'root < emp.name'],
  ),
  gives(
    'postgres',
    'a recursion that builds a path',
    `WITH RECURSIVE p AS (
       SELECT id, name AS path FROM c UNION ALL SELECT c.id, p.path || '/' || c.code FROM c JOIN p ON c.parent = p.id
     ) SELECT path FROM p`,
    ['path < c.name, c.code'],
  ),
  gives(
    'postgres',
    'a row number that is kept',
    'WITH r AS (SELECT id, row_number() OVER (PARTITION BY u ORDER BY d DESC) AS rn FROM t) SELECT id FROM r WHERE rn = 1',
    ['id < t.id'],
  ),
  gives(
    'clickhouse',
    'values with names',
    'WITH 10 AS k, (SELECT max(d) FROM u) AS latest SELECT a + k AS b, latest FROM t',
    ['b < t.a', 'latest < u.d'],
  ),
  gives(
    'bigquery',
    'many with a star at the end',
    'WITH a AS (SELECT id, x FROM t), b AS (SELECT id, y FROM u), f AS (SELECT a.id, x, y FROM a JOIN b USING (id)) SELECT * FROM f',
    ['id < t.id', 'x < t.x', 'y < u.y'],
  ),
  gives(
    'postgres',
    'one that nobody reads',
    'WITH a AS (SELECT x FROM t), b AS (SELECT y FROM u) SELECT x FROM a',
    ['x < t.x'],
  ),
  gives(
    'postgres',
    'an inner one hides an outer one',
    'WITH a AS (SELECT x FROM t) SELECT x FROM (WITH a AS (SELECT y AS x FROM u) SELECT x FROM a) q',
    ['x < u.y'],
  ),
];
