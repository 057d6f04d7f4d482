import { type ColumnCase, gives } from './case.ts';

/** Places where a reader of other dialects goes wrong. */
export const CORNERS_OF_OTHERS: readonly ColumnCase[] = [
  gives(
    'tsql',
    'names in quotes of two kinds',
    'SELECT [t].[My Col] AS "Your Col", \'Third\' = t.c FROM [dbo].[My Table] AS [t]',
    ['Your Col < dbo.My Table.My Col', 'Third < dbo.My Table.c'],
  ),
  gives('tsql', 'a comparison is not an alias', 'SELECT CASE WHEN a = b THEN 1 ELSE 0 END AS same FROM t', [
    'same < t.a, t.b',
  ]),
  gives('tsql', 'OUTER APPLY of a function', 'SELECT t.id, f.total FROM t OUTER APPLY dbo.fn_total(t.id) f', [
    'id < t.id',
    'total <',
  ]),
  gives(
    'tsql',
    'STRING_AGG and FOR XML',
    "SELECT t.id, names = STUFF((SELECT ',' + u.name FROM u WHERE u.tid = t.id FOR XML PATH('')), 1, 1, '') FROM t",
    ['id < t.id', 'names < u.name'],
  ),
  gives(
    'tsql',
    'XML nodes',
    "SELECT t.id, n.value('(a)[1]', 'int') AS a FROM t CROSS APPLY t.doc.nodes('/r') AS x (n)",
    ['id < t.id', 'a < t.doc'],
  ),
  gives(
    'tsql',
    'a table variable',
    'DECLARE @t TABLE (id int, n int); INSERT INTO @t SELECT a, b FROM src; SELECT v.n FROM @t v',
    ['n < src.b'],
  ),
  gives(
    'tsql',
    'a join to a values list',
    "SELECT v.label, t.x FROM t JOIN (VALUES (1, 'one')) v (k, label) ON v.k = t.k",
    ['label <', 'x < t.x'],
  ),
  gives(
    'tsql',
    'OFFSET and hints',
    'SELECT a FROM dbo.t WITH (NOLOCK) ORDER BY a OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY',
    ['a < dbo.t.a'],
  ),
  gives('mysql', 'GROUP_CONCAT', "SELECT GROUP_CONCAT(DISTINCT a ORDER BY b SEPARATOR ';') AS g FROM t", [
    'g < t.a, t.b',
  ]),
  gives(
    'mysql',
    'IF, CONVERT and units',
    'SELECT IF(a > 1, b, c) AS x, TIMESTAMPDIFF(DAY, d, e) AS y, DATE_ADD(f, INTERVAL g DAY) AS z FROM t',
    ['x < t.a, t.b, t.c', 'y < t.d, t.e', 'z < t.f, t.g'],
  ),
  gives('mysql', 'a string in double quotes', 'SELECT "x" AS s, a FROM t', ['s <', 'a < t.a']),
  gives('oracle', 'KEEP', 'SELECT MAX(a) KEEP (DENSE_RANK LAST ORDER BY b) AS x FROM t', ['x < t.a, t.b']),
  gives('oracle', 'a sequence', 'SELECT seq.NEXTVAL AS n, t.a FROM t', ['n <', 'a < t.a']),
  gives(
    'oracle',
    'XMLTABLE',
    "SELECT t.id, x.name FROM t, XMLTABLE('/r' PASSING t.doc COLUMNS name VARCHAR2(10) PATH 'n') x",
    ['id < t.id', 'name < t.doc'],
  ),
  gives('hive', 'a string in double quotes', 'SELECT "x" AS s, a FROM d.t', ['s <', 'a < d.t.a']),
  gives(
    'hive',
    'json_tuple',
    "SELECT t.id, j.a, j.b FROM t LATERAL VIEW json_tuple(t.doc, 'a', 'b') j AS a, b",
    ['id < t.id', 'a < t.doc', 'b < t.doc'],
  ),
  gives('hive', 'posexplode', 'SELECT p, x FROM t LATERAL VIEW posexplode(xs) e AS p, x', [
    'p <',
    'x < t.xs',
  ]),
  gives('trino', 'a field of a row', 'SELECT t.r.f AS f, element_at(m, k) AS e FROM c.s.t t', [
    'f < c.s.t.r',
    'e < c.s.t.m, c.s.t.k',
  ]),
  gives('trino', 'a lambda in filter', 'SELECT filter(xs, x -> x > lim) AS f FROM t', ['f < t.xs, t.lim']),
  gives(
    'trino',
    'TRY and AT TIME ZONE',
    "SELECT TRY(CAST(a AS bigint)) AS x, at_timezone(b, 'UTC') AS y FROM t",
    ['x < t.a', 'y < t.b'],
  ),
  gives(
    'clickhouse',
    'a tuple and a dictionary',
    "SELECT tuple(a, b).1 AS f, dictGet('d', 'n', toUInt64(k)) AS n FROM t",
    ['f < t.a, t.b', 'n < t.k'],
  ),
  gives('clickhouse', 'arrayMap', 'SELECT arrayMap(x -> x * k, xs) AS ys FROM t', ['ys < t.k, t.xs']),
  gives('clickhouse', 'an alias of its own column', 'SELECT toDate(ts) AS ts, ts AS again FROM t', [
    'ts < t.ts',
    'again < t.ts',
  ]),
  gives(
    'clickhouse',
    'USING',
    'SELECT id, a, b FROM t ANY LEFT JOIN u USING (id)',
    ['id < t.id, u.id', 'a < t.a', 'b < u.b'],
    't(id, a)',
    'u(id, b)',
  ),
  gives('clickhouse', 'LIMIT BY', 'SELECT a, b FROM t ORDER BY c LIMIT 1 BY a', ['a < t.a', 'b < t.b']),
  gives(
    'druid',
    'time floors',
    'SELECT TIME_FLOOR(__time, \'PT1H\') AS h, SUM("count") AS n FROM druid.wiki GROUP BY 1',
    ['h < druid.wiki.__time', 'n < druid.wiki.count'],
  ),
  gives('singlestore', 'a JSON path', 'SELECT doc::a AS a, SUM(x) AS s FROM t', ['a < t.doc', 's < t.x']),
  gives(
    'db2',
    'a plain query',
    'SELECT a.x, b.y FROM s.a a JOIN s.b b ON a.i = b.i FETCH FIRST 5 ROWS ONLY',
    ['x < s.a.x', 'y < s.b.y'],
  ),
  gives(
    'vertica',
    'a plain query',
    "SELECT DATE_TRUNC('day', ts) AS d, APPROXIMATE_COUNT_DISTINCT(u) AS n FROM s.t GROUP BY 1",
    ['d < s.t.ts', 'n < s.t.u'],
  ),
  gives('impala', 'a plain query', 'SELECT appx_median(a) AS m, ndv(b) AS n FROM s.t', [
    'm < s.t.a',
    'n < s.t.b',
  ]),
  gives('presto', 'a map and a histogram', 'SELECT map_agg(k, v) AS m, histogram(x) AS h FROM t', [
    'm < t.k, t.v',
    'h < t.x',
  ]),
  gives(
    'tsql',
    'rows of values beside a table',
    "SELECT t.id, v.k, v.val FROM t CROSS APPLY (VALUES ('a', t.a), ('b', t.b)) v (k, val)",
    ['id < t.id', 'k <', 'val < t.a, t.b'],
  ),
  gives('tsql', 'all rows as one text', 'SELECT a, b FROM t FOR JSON PATH', ['? < t.a, t.b']),
];
