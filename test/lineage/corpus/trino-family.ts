import { type Corpus, reads } from './case.ts';

/** Trino, Presto and Athena, as analysts write them. */
export const TRINO_FAMILY: Corpus = {
  trino: [
    reads(
      'catalogs across',
      "SELECT 1 FROM hive.web.logs l JOIN mysql.crm.users u ON u.id = l.user_id WHERE l.ds = '2024-01-01'",
      'hive.web.logs',
      'mysql.crm.users',
    ),
    reads(
      'UNNEST of several arrays and a map',
      'SELECT k, v, n FROM s.t1 t CROSS JOIN UNNEST(t.ks, t.vs) WITH ORDINALITY AS u (k, v, n) LEFT JOIN UNNEST(map(ARRAY[1], ARRAY[2])) AS m (a, b) ON TRUE',
      's.t1',
    ),
    reads(
      'UNNEST of a sequence',
      "SELECT d, count(o.id) FROM UNNEST(sequence(DATE '2024-01-01', current_date, INTERVAL '1' DAY)) AS c (d) LEFT JOIN s.orders o ON o.day = d GROUP BY 1",
      's.orders',
    ),
    reads(
      'a query that is handed through',
      "SELECT * FROM TABLE(mysql.system.query(query => 'SELECT * FROM far')) q JOIN s.t1 ON true",
      's.t1',
    ),
    reads(
      'sequence as a table function',
      'SELECT * FROM TABLE(sequence(start => 1, stop => 10)) x, s.t1',
      's.t1',
    ),
    reads(
      'exclude_columns',
      'SELECT * FROM TABLE(exclude_columns(input => TABLE(s.t1), columns => DESCRIPTOR(a, b)))',
      's.t1',
    ),
    reads(
      'a table function over a query',
      'SELECT * FROM TABLE(f(input => TABLE(SELECT * FROM s.t1) PARTITION BY a ORDER BY b))',
      's.t1',
    ),
    reads(
      'MATCH_RECOGNIZE',
      'SELECT m.* FROM s.ticks MATCH_RECOGNIZE (PARTITION BY sym ORDER BY ts MEASURES A.price AS p ALL ROWS PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN (A B+) SUBSET U = (A, B) DEFINE B AS price < PREV(price)) AS m',
      's.ticks',
    ),
    reads(
      'time travel',
      "SELECT * FROM ice.s.t1 FOR VERSION AS OF 123 a JOIN ice.s.t2 FOR TIMESTAMP AS OF TIMESTAMP '2024-01-01 00:00:00 UTC' b ON a.id = b.id",
      'ice.s.t1',
      'ice.s.t2',
    ),
    reads('a hidden table', 'SELECT * FROM hive.s."t1$partitions"', 'hive.s.t1$partitions'),
    reads(
      'a lambda and a filter',
      'SELECT transform(a, x -> x + 1), reduce(b, 0, (s, x) -> s + x, s -> s), count(*) FILTER (WHERE c) FROM s.t1',
      's.t1',
    ),
    reads(
      'TRY_CAST, EXTRACT and AT TIME ZONE',
      "SELECT try_cast(json_extract_scalar(j, '$.from') AS bigint), extract(dow FROM d), at AT TIME ZONE 'UTC' FROM s.t1",
      's.t1',
    ),
    reads(
      'JSON_TABLE',
      "SELECT t.* FROM s.t1, JSON_TABLE(doc, 'lax $' COLUMNS (a int PATH 'lax $.a', NESTED PATH 'lax $.b[*]' COLUMNS (c varchar PATH 'lax $'))) AS t",
      's.t1',
    ),
    reads(
      'GROUPING SETS and FETCH',
      'SELECT a, b FROM s.t1 GROUP BY CUBE (a, b), c OFFSET 1 FETCH FIRST 5 ROWS WITH TIES',
      's.t1',
    ),
    reads(
      'an inline function',
      'WITH FUNCTION f(x bigint) RETURNS bigint RETURN x * 2 SELECT f(a) FROM s.t1',
      's.t1',
    ),
    reads(
      'VALUES first',
      "SELECT v.a FROM (VALUES (1, 'x'), (2, 'from y')) AS v (a, b) INNER JOIN s.t1 ON t1.a = v.a",
      's.t1',
    ),
    reads(
      'a recursion',
      'WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT n, x FROM t JOIN s.t1 ON t1.a = n',
      's.t1',
    ),
    reads(
      'a session property',
      "SET SESSION query_max_run_time = '10m'; USE hive.web; SELECT * FROM logs",
      'hive.web.logs',
    ),
    reads(
      'CREATE TABLE AS with properties',
      "CREATE TABLE hive.tmp.x WITH (format = 'ORC', partitioned_by = ARRAY['ds']) AS SELECT * FROM s.t1; SELECT * FROM hive.tmp.x",
      's.t1',
    ),
    reads('unicode strings and identifiers', `SELECT U&'\\0041 from', "a.b"."from" FROM s.t1 "a.b"`, 's.t1'),
    reads('EXPLAIN ANALYZE', 'EXPLAIN ANALYZE VERBOSE SELECT * FROM s.t1', 's.t1'),
  ],
  presto: [
    reads(
      'a quick estimate',
      "SELECT approx_distinct(a), approx_percentile(b, 0.9), date_trunc('week', from_unixtime(ts)) FROM hive.s.t1",
      'hive.s.t1',
    ),
    reads(
      'functions that begin with from',
      "SELECT from_iso8601_date(d), from_base64(x), try(from_unixtime(y)) FROM s.t1 WHERE td_time_range(time, '2024-01-01', NULL, 'UTC')",
      's.t1',
    ),
    reads(
      'TREASURE DATA defaults',
      "SELECT TD_TIME_FORMAT(time, 'yyyy-MM-dd') AS d, COUNT(1) FROM www_access GROUP BY 1",
      'www_access',
    ),
    reads(
      'map_agg and an UNNEST of it',
      'SELECT x.k FROM (SELECT map_agg(a, b) m FROM s.t1) CROSS JOIN UNNEST(m) AS x (k, v)',
      's.t1',
    ),
    reads(
      'a sample of a subquery',
      'SELECT * FROM (SELECT * FROM s.t1) TABLESAMPLE SYSTEM (10) x JOIN s.t2 USING (id)',
      's.t1',
      's.t2',
    ),
    reads(
      'date and interval',
      "SELECT date '2024-01-01' + interval '1' month, timestamp '2024-01-01 00:00' FROM s.t1",
      's.t1',
    ),
    reads(
      'EXCEPT and INTERSECT',
      'SELECT a FROM s.t1 EXCEPT SELECT a FROM s.t2 INTERSECT (SELECT a FROM s.t3)',
      's.t1',
      's.t2',
      's.t3',
    ),
  ],
  athena: [
    reads(
      'a log table of CloudFront',
      `SELECT date_trunc('day', from_iso8601_timestamp(time)), count(*) FROM "AwsDataCatalog"."logs"."cloudfront" WHERE elb_status_code LIKE '5%' GROUP BY 1`,
      'AwsDataCatalog.logs.cloudfront',
    ),
    reads(
      'partitions by a hidden table',
      'SELECT * FROM "s"."t1$partitions" ORDER BY ds DESC',
      's.t1$partitions',
    ),
    reads(
      'UNNEST of JSON',
      "SELECT x.n FROM logs.cloudtrail CROSS JOIN UNNEST(CAST(json_extract(requestparameters, '$.items') AS ARRAY(JSON))) AS x (n)",
      'logs.cloudtrail',
    ),
    reads(
      'Iceberg time travel',
      "SELECT * FROM s.t1 FOR TIMESTAMP AS OF (current_timestamp - interval '1' day)",
      's.t1',
    ),
    reads(
      'a federated catalog',
      'SELECT * FROM "lambda:ddb"."default"."orders" o JOIN s.t1 ON t1.id = o.id',
      'lambda:ddb.default.orders',
      's.t1',
    ),
    reads(
      'UNLOAD of a query',
      "UNLOAD (SELECT * FROM s.t1) TO 's3://b/x/' WITH (format = 'PARQUET')",
      's.t1',
    ),
    reads(
      'CREATE TABLE AS and a read',
      "CREATE TABLE s.x WITH (external_location = 's3://b/x/') AS SELECT * FROM s.t1; SELECT count(*) FROM s.x",
      's.t1',
    ),
    reads('a prepared statement', 'PREPARE q FROM SELECT * FROM s.t1 WHERE a = ?', 's.t1'),
  ],
};
