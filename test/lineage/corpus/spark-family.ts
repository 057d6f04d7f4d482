import { type Corpus, reads } from './case.ts';

/** Databricks, Spark, Hive and Impala, as analysts write them. */
export const SPARK_FAMILY: Corpus = {
  databricks: [
    reads(
      'IDENTIFIER of a string',
      "SELECT * FROM IDENTIFIER('main.shop.orders') o JOIN main.shop.lines l ON l.order_id = o.id",
      'main.shop.orders',
      'main.shop.lines',
    ),
    reads('IDENTIFIER of a parameter', 'SELECT * FROM IDENTIFIER(:tab) x JOIN t1 ON true', 't1'),
    reads(
      'explode as a relation',
      "SELECT o.id, i.sku FROM main.shop.orders o, LATERAL explode(o.items) AS i (sku) WHERE i.sku <> 'from'",
      'main.shop.orders',
    ),
    reads(
      'LATERAL VIEW of inline and a join after it',
      'SELECT 1 FROM s.t1 t LATERAL VIEW inline(t.items) i AS sku, qty JOIN s.t2 u ON u.sku = i.sku',
      's.t1',
      's.t2',
    ),
    reads(
      'time travel by a time and by a mark',
      "SELECT * FROM s.t1 TIMESTAMP AS OF '2024-01-01' a JOIN s.t2@v12 b ON a.id = b.id",
      's.t1',
      's.t2',
    ),
    reads(
      'table_changes',
      "SELECT * FROM table_changes('main.s.t9', 2) c JOIN main.s.t1 USING (id)",
      'main.s.t1',
    ),
    reads('a stream', 'SELECT * FROM STREAM(main.s.t1)', 'main.s.t1'),
    reads(
      'backticks around each part',
      'SELECT 1 FROM `main`.`my-schema`.`order lines`',
      'main.my-schema.order lines',
    ),
    reads(
      'QUALIFY and a path',
      'SELECT raw:user.from::string FROM main.s.t1 QUALIFY row_number() OVER (PARTITION BY raw:id ORDER BY ts DESC) = 1',
      'main.s.t1',
    ),
    reads(
      'EXCEPT of columns and a star in a struct',
      'SELECT * EXCEPT (a, b), struct(t.*) FROM main.s.t1 t',
      'main.s.t1',
    ),
    reads(
      'PIVOT with aliases',
      'SELECT * FROM (SELECT y, q, n FROM s.t1) PIVOT (sum(n) AS s, avg(n) AS a FOR (y, q) IN ((2024, 1) AS x, (2024, 2) AS z))',
      's.t1',
    ),
    reads('UNPIVOT', 'SELECT * FROM s.t1 UNPIVOT EXCLUDE NULLS (v FOR k IN (a AS `A`, b)) AS u', 's.t1'),
    reads(
      'higher-order functions',
      'SELECT transform(a, x -> x + 1), filter(b, (x, i) -> x > i), aggregate(c, 0, (acc, x) -> acc + x) FROM s.t1',
      's.t1',
    ),
    reads(
      'USE CATALOG and USE SCHEMA',
      'USE CATALOG main; USE SCHEMA shop; SELECT * FROM t1 JOIN dev.raw.t2 USING (id) JOIN raw.t3 USING (id)',
      'main.shop.t1',
      'dev.raw.t2',
      'main.raw.t3',
    ),
    reads(
      'variables of a session',
      'DECLARE OR REPLACE VARIABLE d DATE DEFAULT current_date(); SET VAR d = (SELECT max(day) FROM s.t1); SELECT * FROM s.t2 WHERE day = session.d',
      's.t1',
      's.t2',
    ),
    reads('range', 'SELECT id FROM range(0, 10) r LEFT JOIN s.t1 USING (id)', 's.t1'),
    reads(
      'files in several formats',
      'SELECT * FROM csv.`/mnt/a.csv` a JOIN json.`abfss://c@x.net/b` b JOIN s.t1 USING (id)',
      's.t1',
    ),
    reads(
      'an expression before INSERT',
      'WITH c AS (SELECT * FROM s.t1) INSERT INTO x SELECT * FROM c',
      's.t1',
    ),
    reads(
      'MERGE WITH SCHEMA EVOLUTION',
      'MERGE WITH SCHEMA EVOLUTION INTO x USING s.t1 AS u ON x.id = u.id WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *',
      's.t1',
    ),
    reads(
      'a global temporary view',
      'CREATE OR REPLACE TEMPORARY VIEW v (a, b) AS SELECT a, b FROM main.s.t1; SELECT * FROM v',
      'main.s.t1',
    ),
    reads(
      'a sample and a hint',
      'SELECT /*+ BROADCAST(u) */ 1 FROM s.t1 TABLESAMPLE (5 PERCENT) t JOIN s.t2 u ON t.id = u.id',
      's.t1',
      's.t2',
    ),
    reads(
      'pipes',
      'FROM main.s.t1 |> WHERE a > 1 |> JOIN main.s.t2 USING (id) |> AGGREGATE count(*) GROUP BY b',
      'main.s.t1',
      'main.s.t2',
    ),
    reads(
      'read_files and a volume',
      "SELECT * FROM read_files('/Volumes/main/s/v', format => 'csv') f LEFT SEMI JOIN main.s.t1 ON f.id = t1.id",
      'main.s.t1',
    ),
    reads('a string with escapes', "SELECT 'it\\'s from x', \"join y\", r'\\from' FROM s.t1", 's.t1'),
  ],
  spark: [
    reads(
      'a semi join and a set operator',
      'SELECT a FROM s.t1 LEFT SEMI JOIN s.t2 ON t1.a = t2.a MINUS SELECT a FROM s.t3',
      's.t1',
      's.t2',
      's.t3',
    ),
    reads('DISTRIBUTE BY and SORT BY', 'SELECT a FROM s.t1 DISTRIBUTE BY a, b SORT BY c DESC, d', 's.t1'),
    reads('stack', "SELECT stack(2, 'a', a, 'b', b) AS (k, v) FROM s.t1", 's.t1'),
    reads(
      'a relation of values',
      'SELECT * FROM VALUES (1, "a"), (2, "from b") AS t (x, y) JOIN s.t1 ON t.x = t1.x',
      's.t1',
    ),
    reads(
      'several LATERAL VIEWs with a map',
      'SELECT k, v, e FROM s.t1 LATERAL VIEW explode(m) mm AS k, v LATERAL VIEW OUTER posexplode(arr) ee AS p, e',
      's.t1',
    ),
    reads('FROM first', 'FROM s.t1 SELECT a, count(*) GROUP BY a', 's.t1'),
    reads(
      'a cached query',
      "CACHE LAZY TABLE c OPTIONS ('storageLevel' = 'DISK_ONLY') SELECT * FROM s.t1; SELECT * FROM c JOIN s.t2 USING (id)",
      's.t1',
      's.t2',
    ),
    reads(
      'a named window and FILTER',
      'SELECT sum(a) FILTER (WHERE b) OVER w FROM s.t1 WINDOW w AS (PARTITION BY c)',
      's.t1',
    ),
    reads('TRANSFORM', "SELECT TRANSFORM (a, b) USING 'cat' AS (c, d) FROM s.t1 WHERE a > 1", 's.t1'),
    reads(
      'a text file by an http path',
      'SELECT value FROM text.`hdfs:///logs/x.log` WHERE value LIKE "%from%"',
    ),
  ],
  hive: [
    reads(
      'partitions and buckets',
      "SELECT 1 FROM db.t1 TABLESAMPLE (BUCKET 3 OUT OF 32 ON rand()) s WHERE ds = '2024-01-01'",
      'db.t1',
    ),
    reads(
      'json_tuple by LATERAL VIEW',
      "SELECT j.a FROM db.logs l LATERAL VIEW json_tuple(l.line, 'a', 'from') j AS a, b JOIN db.users u ON u.id = j.b",
      'db.logs',
      'db.users',
    ),
    reads(
      'settings',
      'SET hive.exec.dynamic.partition.mode=nonstrict; SET mapreduce.job.queuename=root.from.x; SELECT 1 FROM db.t1',
      'db.t1',
    ),
    reads(
      'ADD JAR and a function',
      "ADD JAR hdfs:///x.jar; CREATE TEMPORARY FUNCTION f AS 'com.x.F'; SELECT f(a) FROM db.t1",
      'db.t1',
    ),
    reads(
      'several inserts from a join',
      'FROM db.t1 a JOIN db.t2 b ON a.id = b.id INSERT OVERWRITE TABLE x PARTITION (ds) SELECT a.id, a.ds INSERT OVERWRITE DIRECTORY "/tmp/x" SELECT b.id',
      'db.t1',
      'db.t2',
    ),
    reads(
      'CREATE TABLE AS with a format',
      "CREATE TABLE tmp.x ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' STORED AS ORC AS SELECT * FROM db.t1; SELECT * FROM tmp.x",
      'db.t1',
    ),
    reads(
      'GROUPING SETS after GROUP BY',
      'SELECT a, b, grouping__id FROM db.t1 GROUP BY a, b GROUPING SETS ((a, b), a) WITH CUBE',
      'db.t1',
    ),
    reads(
      'a query without an alias for its map join',
      'SELECT /*+ MAPJOIN(b) */ a.x FROM db.t1 a LEFT SEMI JOIN db.t2 b ON (a.k = b.k)',
      'db.t1',
      'db.t2',
    ),
    reads('regular column names', 'SELECT `(ds|hr)?+.+` FROM db.t1', 'db.t1'),
    reads(
      'an exists and an in',
      'SELECT 1 FROM db.t1 WHERE EXISTS (SELECT 1 FROM db.t2 WHERE t2.a = t1.a) AND b IN (SELECT b FROM db.t3)',
      'db.t1',
      'db.t2',
      'db.t3',
    ),
    reads('backticks around both parts', 'SELECT 1 FROM `db.t1`', 'db.t1!'),
  ],
  impala: [
    reads(
      'an item and a position',
      'SELECT o.item.total, o.pos FROM s.customers c, c.orders o WHERE o.pos < 3',
      's.customers',
    ),
    reads(
      'a collection in a subquery',
      'SELECT c.id, v.n FROM s.customers c, (SELECT count(*) n FROM c.orders) v',
      's.customers',
    ),
    reads('COMPUTE STATS and REFRESH', 'REFRESH s.t1; COMPUTE STATS s.t1; SELECT count(*) FROM s.t1', 's.t1'),
    reads(
      'hints in comments',
      'SELECT /* +STRAIGHT_JOIN */ 1 FROM s.t1 JOIN /* +BROADCAST */ s.t2 ON t1.a = t2.a',
      's.t1',
      's.t2',
    ),
    reads(
      'NULLS LAST and an anti join',
      'SELECT 1 FROM s.t1 LEFT ANTI JOIN s.t2 USING (id) ORDER BY a NULLS LAST',
      's.t1',
      's.t2',
    ),
    reads(
      'ndv and appx_median',
      "SELECT ndv(a), group_concat(b, ' from '), extract(d, 'month'), trunc(d, 'MM') FROM s.t1",
      's.t1',
    ),
    reads('INVALIDATE METADATA', 'INVALIDATE METADATA s.t1; SELECT 1 FROM s.t2', 's.t2'),
    reads(
      'a table whose name begins with a digit in backticks',
      'SELECT 1 FROM s.`2024_x` TABLESAMPLE SYSTEM (10)',
      's.2024_x',
    ),
  ],
};
