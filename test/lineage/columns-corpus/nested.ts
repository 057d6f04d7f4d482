import { type ColumnCase, gives } from './case.ts';

/** Structs, arrays, and the functions that make rows of them. */
export const NESTED: readonly ColumnCase[] = [
  gives('bigquery', 'a struct path', 'SELECT t.device.browser.version AS v, geo.city FROM `p.d.t` t', [
    'v < p.d.t.device',
    'city < p.d.t.geo',
  ]),
  gives(
    'bigquery',
    'UNNEST with an alias',
    'SELECT o.id, i.sku, i.price * 2 AS p FROM d.orders o, UNNEST(o.items) AS i',
    ['id < d.orders.id', 'sku < d.orders.items', 'p < d.orders.items'],
  ),
  gives(
    'bigquery',
    'UNNEST of an array of values',
    'SELECT id, tag FROM d.t CROSS JOIN UNNEST(tags) AS tag',
    ['id < d.t.id', 'tag < d.t.tags'],
  ),
  gives(
    'bigquery',
    'UNNEST with OFFSET',
    'SELECT tag, pos FROM d.t, UNNEST(tags) AS tag WITH OFFSET AS pos',
    ['tag < d.t.tags', 'pos <'],
  ),
  gives(
    'bigquery',
    'event parameters',
    "SELECT event_name, (SELECT value.string_value FROM UNNEST(event_params) WHERE key = 'page') AS page FROM `p.d.events_*`",
    ['event_name < p.d.events_*.event_name', 'page < p.d.events_*.event_params'],
  ),
  gives('bigquery', 'an array path in FROM', 'SELECT o.id, i.sku FROM d.orders o, o.items i', [
    'id < d.orders.id',
    'sku < d.orders.items',
  ]),
  gives('bigquery', 'an element of an array', 'SELECT xs[OFFSET(0)] AS x, ys[SAFE_OFFSET(1)].z FROM d.t', [
    'x < d.t.xs',
    'z < d.t.ys',
  ]),
  gives(
    'bigquery',
    'a struct that is made and read',
    'SELECT s.a FROM (SELECT STRUCT(x AS a, y AS b) AS s FROM d.t)',
    ['a < d.t.x'],
  ),
  gives('bigquery', 'UNNEST of a literal', 'SELECT x FROM UNNEST([1, 2, 3]) AS x', ['x <']),
  gives(
    'snowflake',
    'FLATTEN',
    'SELECT t.id, f.value:name::string AS name FROM t, LATERAL FLATTEN(input => t.items) f',
    ['id < t.id', 'name < t.items'],
  ),
  gives('snowflake', 'TABLE(FLATTEN)', 'SELECT f.value AS v FROM t, TABLE(FLATTEN(t.items)) f', [
    'v < t.items',
  ]),
  gives(
    'snowflake',
    'a path into a variant',
    "SELECT src:customer.name::string AS n, t.src['a'][0] AS a FROM t",
    ['n < t.src', 'a < t.src'],
  ),
  gives(
    'snowflake',
    'bare columns of FLATTEN',
    'SELECT id, value:x AS x FROM t, LATERAL FLATTEN(input => items)',
    ['id < t.id', 'x < t.items'],
  ),
  gives('databricks', 'LATERAL VIEW', 'SELECT t.id, k, v FROM t LATERAL VIEW explode(m) e AS k, v', [
    'id < t.id',
    'k < t.m',
    'v < t.m',
  ]),
  gives(
    'hive',
    'LATERAL VIEW twice',
    'SELECT a, x, y FROM t LATERAL VIEW explode(xs) l1 AS x LATERAL VIEW OUTER explode(ys) l2 AS y',
    ['a < t.a', 'x < t.xs', 'y < t.ys'],
  ),
  gives(
    'spark',
    'LATERAL VIEW over LATERAL VIEW',
    'SELECT i.sku FROM t LATERAL VIEW explode(orders) o AS o1 LATERAL VIEW explode(o1.items) j AS i',
    ['sku < t.orders'],
  ),
  gives('spark', 'explode in the list', 'SELECT id, explode(xs) AS x FROM t', ['id < t.id', 'x < t.xs']),
  gives('spark', 'posexplode', 'SELECT posexplode(xs) AS (p, x) FROM t', ['p <', 'x < t.xs']),
  gives('spark', 'stack', "SELECT id, stack(2, 'a', a, 'b', b) AS (k, v) FROM t", [
    'id < t.id',
    'k <',
    'v < t.a, t.b',
  ]),
  gives('trino', 'UNNEST with a column list', 'SELECT id, k, v FROM t CROSS JOIN UNNEST(m) AS u (k, v)', [
    'id < t.id',
    'k < t.m',
    'v < t.m',
  ]),
  gives(
    'trino',
    'UNNEST of two arrays',
    'SELECT x, y, n FROM t CROSS JOIN UNNEST(a, b) WITH ORDINALITY AS u (x, y, n)',
    ['x < t.a', 'y < t.b', 'n <'],
  ),
  gives('athena', 'a field of an element', 'SELECT i.price FROM t CROSS JOIN UNNEST(items) AS u (i)', [
    'price < t.items',
  ]),
  gives('postgres', 'unnest', 'SELECT id, x FROM t, unnest(t.tags) AS x', ['id < t.id', 'x < t.tags']),
  gives(
    'postgres',
    'a lateral function',
    "SELECT t.id, e->>'a' AS a FROM t CROSS JOIN LATERAL jsonb_array_elements(t.doc) AS e",
    ['id < t.id', 'a < t.doc'],
  ),
  gives('postgres', 'value of a function', 'SELECT e.value, t.id FROM t, jsonb_array_elements(t.doc) e', [
    'value < t.doc',
    'id < t.id',
  ]),
  gives('postgres', 'jsonb_each', 'SELECT key, value FROM t, jsonb_each(t.doc)', [
    'key < t.doc',
    'value < t.doc',
  ]),
  gives('postgres', 'a record set', 'SELECT r.a, r.b FROM t, jsonb_to_recordset(t.doc) AS r(a int, b text)', [
    'a < t.doc',
    'b < t.doc',
  ]),
  gives(
    'postgres',
    'generate_series',
    "SELECT d, count(t.id) AS n FROM generate_series('2024-01-01', '2024-02-01', interval '1 day') AS d LEFT JOIN t ON t.day = d GROUP BY d",
    ['d <', 'n < t.id'],
  ),
  gives('postgres', 'a field of a composite', 'SELECT (t.addr).city FROM t', ['city < t.addr']),
  gives('redshift', 'SUPER', 'SELECT c.id, o.total FROM customers c, c.orders o', [
    'id < customers.id',
    'total < customers.orders',
  ]),
  gives('redshift', 'a path into SUPER', 'SELECT c.doc.address[0].city FROM customers c', [
    'city < customers.doc',
  ]),
  gives(
    'tsql',
    'OPENJSON with columns',
    "SELECT t.id, j.name FROM t CROSS APPLY OPENJSON(t.doc) WITH (name nvarchar(50) '$.n') AS j",
    ['id < t.id', 'name < t.doc'],
  ),
  gives('tsql', 'STRING_SPLIT', "SELECT t.id, s.value FROM t CROSS APPLY STRING_SPLIT(t.tags, ',') s", [
    'id < t.id',
    'value < t.tags',
  ]),
  gives(
    'mysql',
    'JSON_TABLE',
    "SELECT t.id, j.a FROM t, JSON_TABLE(t.doc, '$[*]' COLUMNS (a INT PATH '$.a')) AS j",
    ['id < t.id', 'a < t.doc'],
  ),
  gives('clickhouse', 'ARRAY JOIN', 'SELECT id, x FROM t ARRAY JOIN xs AS x', ['id < t.id', 'x < t.xs']),
  gives('impala', 'a nested collection', 'SELECT c.id, o.total FROM customers c, c.orders o', [
    'id < customers.id',
    'total < customers.orders',
  ]),
  gives(
    'bigquery',
    'the newest row as a struct',
    'SELECT event.* FROM (SELECT ARRAY_AGG(t ORDER BY t.ts DESC LIMIT 1)[OFFSET(0)] AS event FROM d.t AS t GROUP BY t.id)',
    ['id < d.t.id', 'ts < d.t.ts', 'v < d.t.v'],
    'd.t(id, ts, v)',
  ),
  gives(
    'bigquery',
    'the star of a struct',
    'SELECT * EXCEPT (x), x.* FROM (SELECT id, STRUCT(a AS a1, b AS b1) AS x FROM d.t)',
    ['id < d.t.id', 'a1 < d.t.a', 'b1 < d.t.b'],
  ),
  gives(
    'bigquery',
    'structs gathered and unnested',
    'SELECT k, i.sku FROM (SELECT k, ARRAY_AGG(STRUCT(sku, qty AS q)) AS items FROM d.t GROUP BY k), UNNEST(items) AS i',
    ['k < d.t.k', 'sku < d.t.sku'],
  ),
  gives(
    'bigquery',
    'a struct in a struct',
    'SELECT x.b.c FROM (SELECT STRUCT(STRUCT(p AS c, q AS d) AS b, r AS e) AS x FROM d.t)',
    ['c < d.t.p'],
  ),
  gives(
    'databricks',
    'a struct by names',
    "SELECT s.a, s.b FROM (SELECT named_struct('a', x, 'b', y) AS s FROM t)",
    ['a < t.x', 'b < t.y'],
  ),
  gives(
    'postgres',
    'a star over a function with an alias',
    'SELECT * FROM t, unnest(t.xs) AS x',
    ['id < t.id', 'xs < t.xs', 'x < t.xs'],
    't(id, xs)',
  ),
];
