import { type ColumnCase, gives } from './case.ts';

export const BASICS: readonly ColumnCase[] = [
  gives('postgres', 'plain columns', 'SELECT id, name FROM users', ['id < users.id', 'name < users.name']),
  gives('postgres', 'an alias', 'SELECT u.id AS user_id FROM public.users u', ['user_id < public.users.id']),
  gives('postgres', 'an alias without AS', 'SELECT u.id user_id FROM users AS u', ['user_id < users.id']),
  gives('snowflake', 'a qualified name', 'SELECT users.id FROM db.s.users', ['id < db.s.users.id']),
  gives('postgres', 'a name qualified by its schema', 'SELECT s.users.id FROM s.users', ['id < s.users.id']),
  gives('redshift', 'a sum of columns', 'SELECT a + b AS c FROM t', ['c < t.a, t.b']),
  gives('postgres', 'an expression without a name', 'SELECT a + b, c FROM t', ['? < t.a, t.b', 'c < t.c']),
  gives('postgres', 'a literal', "SELECT 1 AS one, 'x' AS two, NULL AS three, id FROM t", [
    'one <',
    'two <',
    'three <',
    'id < t.id',
  ]),
  gives('mysql', 'functions', "SELECT CONCAT(first, ' ', last) AS name, COUNT(*) AS n FROM p GROUP BY 1", [
    'name < p.first, p.last',
    'n <',
  ]),
  gives('bigquery', 'aggregates', 'SELECT COUNT(DISTINCT user_id) AS users, SUM(x) AS s FROM `p.d.t`', [
    'users < p.d.t.user_id',
    's < p.d.t.x',
  ]),
  gives(
    'snowflake',
    'a case expression',
    "SELECT CASE WHEN status = 'paid' THEN amount ELSE 0 END AS paid FROM orders",
    ['paid < orders.status, orders.amount'],
  ),
  gives('postgres', 'a simple case', 'SELECT CASE a WHEN b THEN c ELSE d END AS x FROM t', [
    'x < t.a, t.b, t.c, t.d',
  ]),
  gives('postgres', 'a cast keeps the name', 'SELECT created_at::date, amount::numeric(10, 2) AS a FROM t', [
    'created_at < t.created_at',
    'a < t.amount',
  ]),
  gives('tsql', 'a cast has no name', 'SELECT CAST(a AS date), CONVERT(int, b) AS b FROM dbo.t', [
    '? < dbo.t.a',
    'b < dbo.t.b',
  ]),
  gives(
    'postgres',
    'a window',
    'SELECT ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY created_at) AS rn FROM t',
    ['rn < t.user_id, t.created_at'],
  ),
  gives(
    'snowflake',
    'a window over an aggregate',
    'SELECT SUM(SUM(x)) OVER (ORDER BY d) AS run FROM t GROUP BY d',
    ['run < t.x, t.d'],
  ),
  gives(
    'postgres',
    'a named window',
    'SELECT lag(a) OVER w AS prev FROM t WINDOW w AS (PARTITION BY b ORDER BY c)',
    ['prev < t.a, t.b, t.c'],
  ),
  gives('postgres', 'a filter of an aggregate', 'SELECT count(*) FILTER (WHERE active) AS n FROM t', [
    'n < t.active',
  ]),
  gives(
    'redshift',
    'an ordered aggregate',
    "SELECT LISTAGG(name, ',') WITHIN GROUP (ORDER BY rank) AS names FROM t",
    ['names < t.name, t.rank'],
  ),
  gives(
    'postgres',
    'filters are no sources',
    'SELECT a FROM t WHERE b = 1 GROUP BY a HAVING max(c) > 1 ORDER BY d',
    ['a < t.a'],
  ),
  gives(
    'bigquery',
    'date parts are no columns',
    'SELECT DATE_TRUNC(created, MONTH) AS m, DATE_DIFF(a, b, DAY) AS d FROM t',
    ['m < t.created', 'd < t.a, t.b'],
  ),
  gives(
    'snowflake',
    'date parts first',
    "SELECT DATEDIFF(day, a, b) AS d, DATEADD('hour', 1, c) AS e FROM t",
    ['d < t.a, t.b', 'e < t.c'],
  ),
  gives(
    'tsql',
    'date parts of SQL Server',
    'SELECT DATEADD(month, DATEDIFF(month, 0, d), 0) AS m, DATEPART(year, d) AS y FROM t',
    ['m < t.d', 'y < t.d'],
  ),
  gives(
    'redshift',
    'today is no column',
    "SELECT DATEDIFF('day', a, CURRENT_DATE) AS d, SYSDATE AS s, GETDATE() AS g FROM t",
    ['d < t.a', 's <', 'g <'],
  ),
  gives(
    'oracle',
    'sysdate and rownum are no columns',
    'SELECT sysdate AS d, rownum AS r, user AS u, a FROM t',
    ['d <', 'r <', 'u <', 'a < t.a'],
  ),
  gives('postgres', 'a query without a table', 'SELECT 1 AS x, now() AS n', ['x <', 'n <']),
  gives('mysql', 'a quoted alias', "SELECT a AS 'My Name', b AS `Other` FROM t", [
    'My Name < t.a',
    'Other < t.b',
  ]),
  gives('postgres', 'quotes do not show', 'SELECT "Id" AS "The Id" FROM "S"."Users"', [
    'The Id < S.Users.Id',
  ]),
  gives('snowflake', 'names match whatever their case', 'SELECT U.ID FROM users u', ['ID < users.ID']),
  gives(
    'snowflake',
    'the catalog gives the case',
    'SELECT u.id FROM users u',
    ['id < users.ID'],
    'users(ID, NAME)',
  ),
  gives('postgres', 'DISTINCT ON', 'SELECT DISTINCT ON (a) b FROM t ORDER BY a', ['b < t.b']),
  gives('postgres', 'an interval', "SELECT a + interval '1 day' AS b FROM t", ['b < t.a']),
  gives('postgres', 'json operators', "SELECT data->>'x' AS x, data#>>'{a,b}' AS y FROM t", [
    'x < t.data',
    'y < t.data',
  ]),
  gives('postgres', 'in brackets', 'SELECT (a), ((b)) AS c FROM t', ['a < t.a', 'c < t.b']),
  gives('databricks', 'a lambda has names of its own', 'SELECT transform(xs, x -> x + y) AS z FROM t', [
    'z < t.xs, t.y',
  ]),
];
