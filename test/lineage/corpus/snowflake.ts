import { type Corpus, reads } from './case.ts';

/** Snowflake, as analysts write it. */
export const SNOWFLAKE: Corpus = {
  snowflake: [
    reads(
      'three parts, QUALIFY and a path',
      `SELECT e.USER_ID, e.PROPERTIES:page.url::string AS url
FROM PROD.ANALYTICS.EVENTS e
JOIN PROD.CRM.USERS u ON u.ID = e.USER_ID
QUALIFY ROW_NUMBER() OVER (PARTITION BY e.USER_ID ORDER BY e.TS DESC) = 1`,
      'PROD.ANALYTICS.EVENTS',
      'PROD.CRM.USERS',
    ),
    reads(
      'two levels of FLATTEN',
      `SELECT o.id, i.value:sku::varchar, t.value::varchar
FROM raw.shop.orders o,
  LATERAL FLATTEN(INPUT => o.payload:items, OUTER => TRUE) i,
  LATERAL FLATTEN(i.value:tags) t
WHERE i.index = 0`,
      'raw.shop.orders',
    ),
    reads(
      'FLATTEN of a query',
      'SELECT f.value FROM TABLE(FLATTEN(INPUT => (SELECT arr FROM s.t1 LIMIT 1))) f',
      's.t1',
    ),
    reads('FLATTEN of PARSE_JSON', "SELECT value FROM TABLE(FLATTEN(PARSE_JSON('[1, 2]'))), t1", 't1'),
    reads('SPLIT_TO_TABLE', "SELECT t1.id, s.value FROM t1, LATERAL SPLIT_TO_TABLE(t1.tags, ',') s", 't1'),
    reads(
      'a named function with a table',
      'SELECT * FROM TABLE(shop.tools.spread(1, (SELECT max(x) FROM t1)))',
      't1',
    ),
    reads(
      'history functions',
      'SELECT * FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY(RESULT_LIMIT => 10)) q JOIN t1 ON 1=1',
      't1',
    ),
    reads(
      'account usage',
      'SELECT * FROM SNOWFLAKE.ACCOUNT_USAGE.QUERY_HISTORY',
      'SNOWFLAKE.ACCOUNT_USAGE.QUERY_HISTORY',
    ),
    reads(
      'a staged file with a pattern',
      "SELECT t.$1, t.$2:from FROM @raw.stages.s3_in/2024/ (FILE_FORMAT => fmt, PATTERN => '.*[.]csv') t JOIN dim.countries c ON c.code = t.$3",
      'dim.countries',
    ),
    reads('a user stage', 'SELECT $1 FROM @~/staged (FILE_FORMAT => x)'),
    reads('a quoted stage', "SELECT $1 FROM '@db.s.stage/x.csv' s JOIN t1 ON 1=1", 't1'),
    reads(
      'time travel by a time',
      "SELECT * FROM s.t1 AT (TIMESTAMP => '2024-01-01'::timestamp) AS a JOIN s.t2 b ON a.id = b.id",
      's.t1',
      's.t2',
    ),
    reads(
      'changes',
      'SELECT * FROM s.t1 CHANGES (INFORMATION => DEFAULT) AT (OFFSET => -3600) END (OFFSET => -60)',
      's.t1',
    ),
    reads('a stream', "SELECT * FROM s.orders_stream WHERE METADATA$ACTION = 'INSERT'", 's.orders_stream'),
    reads(
      'MATCH_RECOGNIZE with measures and an alias',
      `SELECT m.* FROM s.ticks MATCH_RECOGNIZE (
  PARTITION BY sym ORDER BY ts
  MEASURES FIRST(ts) AS start_ts, LAST(price) AS p
  ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW
  PATTERN (strt down+ up+)
  DEFINE down AS price < LAG(price), up AS price > LAG(price)
) m JOIN s.syms y ON y.sym = m.sym`,
      's.ticks',
      's.syms',
    ),
    reads(
      'CONNECT BY with a path',
      "SELECT SYS_CONNECT_BY_PATH(name, '/') FROM s.emp START WITH boss IS NULL CONNECT BY boss = PRIOR id",
      's.emp',
    ),
    reads(
      'a hierarchy joined',
      'SELECT e.id FROM emp e LEFT JOIN dept d ON d.id = e.dept START WITH e.m IS NULL CONNECT BY e.m = PRIOR e.id',
      'emp',
      'dept',
    ),
    reads(
      'PIVOT with ANY and an alias list',
      'SELECT * FROM (SELECT a, m, v FROM s.t1) PIVOT (SUM(v) FOR m IN (ANY ORDER BY m)) AS p (a, jan, feb)',
      's.t1',
    ),
    reads(
      'UNPIVOT INCLUDE NULLS',
      'SELECT * FROM s.t1 UNPIVOT INCLUDE NULLS (v FOR m IN (jan, feb, mar)) JOIN s.t2 USING (id)',
      's.t1',
      's.t2',
    ),
    reads(
      'RENAME and REPLACE of columns',
      'SELECT t.* EXCLUDE b RENAME (a AS x) REPLACE (c::int AS c) FROM t1 t',
      't1',
    ),
    reads('ILIKE of columns', "SELECT * ILIKE '%id%' FROM t1", 't1'),
    reads('GROUP BY ALL', 'SELECT a, count(*) FROM t1 GROUP BY ALL ORDER BY ALL', 't1'),
    reads(
      'a transient table made from another',
      'CREATE OR REPLACE TRANSIENT TABLE scratch.x CLUSTER BY (d) AS SELECT * FROM prod.t1; SELECT * FROM scratch.x',
      'prod.t1',
    ),
    reads(
      'a temporary table with copied grants',
      "CREATE OR REPLACE TEMP TABLE x COPY GRANTS COMMENT = 'made from y' AS SELECT * FROM t1; SELECT * FROM x",
      't1',
    ),
    reads(
      'LIKE makes an empty one',
      'CREATE TEMP TABLE x LIKE s.t1; INSERT INTO x SELECT * FROM s.t2; SELECT * FROM x',
      's.t2',
    ),
    reads(
      'a variable as a table',
      "SET tab = 'db.s.t9'; SELECT * FROM IDENTIFIER($tab) x JOIN t1 ON 1=1",
      't1',
    ),
    reads(
      'a session and two queries',
      'USE ROLE analyst; USE WAREHOUSE big; USE DATABASE prod; USE SCHEMA mart; SELECT * FROM t1 JOIN raw.t2 USING (id) JOIN dev.raw.t3 USING (id)',
      'prod.mart.t1',
      'prod.raw.t2',
      'dev.raw.t3',
    ),
    reads('USE with two parts', 'USE prod.mart; SELECT 1 FROM t1', 'prod.mart.t1'),
    reads(
      'parameters of the session',
      "ALTER SESSION SET TIMEZONE = 'UTC', WEEK_START = 1; SELECT 1 FROM t1",
      't1',
    ),
    reads('a query tag', "ALTER SESSION SET QUERY_TAG = 'from mode'; SELECT 1 FROM t1", 't1'),
    reads('an anonymous block', 'EXECUTE IMMEDIATE $$ BEGIN RETURN 1; END $$; SELECT 1 FROM t1', 't1'),
    reads('VALUES in a column list', 'SELECT $1, column2 FROM (VALUES (1, 2), (3, 4)) JOIN t1 ON 1=1', 't1'),
    reads(
      'quoted names in lower case',
      'SELECT "id" FROM "raw"."Shop"."order lines"',
      'raw.Shop.order lines',
    ),
    reads('a quoted name with a dot', 'SELECT 1 FROM raw."a.b"', 'raw.a.b!'),
    reads(
      'ARRAY_AGG within a group',
      "SELECT ARRAY_AGG(a) WITHIN GROUP (ORDER BY b), OBJECT_CONSTRUCT('from', c) FROM t1",
      't1',
    ),
    reads('objects in braces', "SELECT {'from': a, 'join': b} FROM t1 WHERE c = [1, 2]", 't1'),
    reads('a lambda', 'SELECT FILTER(arr, x -> x:a > 1), TRANSFORM(arr, x INT -> x + 1) FROM t1', 't1'),
    reads(
      'dates by words',
      "SELECT DATEADD('day', -1, CURRENT_DATE), EXTRACT(week FROM d), DATE_PART(epoch_second, d) FROM t1",
      't1',
    ),
    reads(
      'regular expressions with backslashes',
      "SELECT REGEXP_SUBSTR(a, '\\\\bfrom (\\\\w+)', 1, 1, 'e') FROM t1 WHERE b = 'it\\'s'",
      't1',
    ),
    reads(
      'LIKE ANY',
      "SELECT 1 FROM t1 WHERE a ILIKE ANY ('%x%', '%from y%') AND b NOT LIKE ALL ('c')",
      't1',
    ),
    reads(
      'a lateral query',
      'SELECT * FROM t1 a, LATERAL (SELECT * FROM t2 b WHERE b.id = a.id LIMIT 1) c LEFT JOIN LATERAL (SELECT 1 FROM t3) d',
      't1',
      't2',
      't3',
    ),
    reads(
      'a directed join and a tablesample',
      'SELECT * FROM t1 LEFT OUTER JOIN t2 TABLESAMPLE BERNOULLI (20) SEED (1) ON t1.a = t2.a',
      't1',
      't2',
    ),
    reads('the flow operator', 'SHOW TABLES ->> SELECT * FROM $1; SELECT 1 FROM t1', 't1'),
    reads('a comma at the end of a select list', 'SELECT a, b, FROM s.t1', 's.t1'),
    reads(
      'RESULT_SCAN after SHOW',
      'SHOW WAREHOUSES; SELECT "name" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) WHERE "size" IS NOT NULL',
    ),
    reads(
      'a dynamic table',
      "CREATE OR REPLACE DYNAMIC TABLE m.d TARGET_LAG = '1 hour' WAREHOUSE = w AS SELECT * FROM raw.t1; SELECT * FROM m.d",
      'raw.t1',
    ),
    reads('INSERT FIRST', 'INSERT FIRST WHEN a > 1 THEN INTO x ELSE INTO y SELECT a FROM t1', 't1'),
    reads(
      'MERGE with a QUALIFY source',
      'MERGE INTO m.x t USING (SELECT * FROM raw.t1 QUALIFY rank() OVER (ORDER BY a) = 1) s ON t.id = s.id WHEN MATCHED AND s.del = 1 THEN DELETE WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)',
      'raw.t1',
    ),
    reads('a dollar in a name', 'SELECT 1 FROM s.t$1 x, s."$t"', 's.t$1', 's.$t'),
    reads(
      'UNION BY NAME',
      'SELECT a FROM t1 UNION ALL BY NAME SELECT a FROM t2 MINUS SELECT a FROM t3',
      't1',
      't2',
      't3',
    ),
    reads(
      'a range join of a calendar',
      `WITH days AS (SELECT DATEADD(day, SEQ4(), '2024-01-01') AS d FROM TABLE(GENERATOR(ROWCOUNT => 366)))
SELECT d, COUNT(s.id) FROM days LEFT JOIN billing.public.subs s ON d BETWEEN s.a AND s.b GROUP BY 1`,
      'billing.public.subs',
    ),
  ],
};
