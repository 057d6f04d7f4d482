import { type Corpus, reads } from './case.ts';

/** MySQL and SingleStore, as analysts write them. */
export const MYSQL_FAMILY: Corpus = {
  mysql: [
    reads(
      'JSON_TABLE',
      "SELECT j.sku FROM shop.orders o, JSON_TABLE(o.body, '$.items[*]' COLUMNS (sku VARCHAR(20) PATH '$.sku', NESTED PATH '$.from[*]' COLUMNS (n INT PATH '$'))) AS j WHERE j.sku <> ''",
      'shop.orders',
    ),
    reads(
      'JSON_TABLE joined',
      "SELECT 1 FROM t1 JOIN JSON_TABLE(t1.a, '$[*]' COLUMNS (i FOR ORDINALITY, x INT PATH '$')) j ON TRUE LEFT JOIN t2 ON t2.x = j.x",
      't1',
      't2',
    ),
    reads(
      'GROUP_CONCAT with a separator',
      "SELECT GROUP_CONCAT(DISTINCT a ORDER BY b DESC SEPARATOR ' from ') FROM shop.t1 GROUP BY c WITH ROLLUP",
      'shop.t1',
    ),
    reads(
      'running totals by variables',
      'SET @s := 0; SELECT d, (@s := @s + n) AS total FROM (SELECT DATE(at) d, COUNT(*) n FROM shop.users GROUP BY 1) x ORDER BY d',
      'shop.users',
    ),
    reads(
      'ranks by variables in FROM',
      'SELECT IF(@p = a, @r := @r + 1, @r := 1) AS r, @p := a FROM shop.t1 CROSS JOIN (SELECT @p := NULL, @r := 0) vars',
      'shop.t1',
    ),
    reads(
      'a variable set from a query',
      'SELECT MAX(id) INTO @last FROM shop.t1; SELECT * FROM shop.t2 WHERE id > @last',
      'shop.t1',
      'shop.t2',
    ),
    reads(
      'dates by words',
      "SELECT DATE_SUB(NOW(), INTERVAL 1 MONTH), EXTRACT(YEAR_MONTH FROM d), DATE_FORMAT(d, '%Y from') FROM t1 WHERE d > CURDATE() - INTERVAL 7 DAY",
      't1',
    ),
    reads(
      'operators of MySQL',
      "SELECT a <=> b, c -> '$.x', d ->> '$.from', e DIV 2, f XOR g, h REGEXP '^from' FROM t1",
      't1',
    ),
    reads(
      'index hints after an alias',
      'SELECT 1 FROM shop.t1 AS a FORCE INDEX (ix) LEFT JOIN shop.t2 b IGNORE INDEX FOR ORDER BY (jx) ON a.id = b.id',
      'shop.t1',
      'shop.t2',
    ),
    reads('braces of an outer join', 'SELECT 1 FROM { OJ t1 LEFT OUTER JOIN t2 ON t1.a = t2.a }', 't1', 't2'),
    reads('a version comment', 'SELECT /*!40001 SQL_NO_CACHE */ 1 FROM t1 /* FROM x */', 't1'),
    reads('an optimiser hint', 'SELECT /*+ MAX_EXECUTION_TIME(1000) NO_ICP(t1) */ 1 FROM t1', 't1'),
    reads(
      'a temporary table of another',
      'DROP TEMPORARY TABLE IF EXISTS x; CREATE TEMPORARY TABLE x AS SELECT * FROM shop.t1; ALTER TABLE x ADD INDEX (id); SELECT * FROM x JOIN shop.t2 USING (id)',
      'shop.t1',
      'shop.t2',
    ),
    reads(
      'a temporary table with an engine',
      'CREATE TEMPORARY TABLE IF NOT EXISTS x (id INT, KEY k (id)) ENGINE=MEMORY SELECT id FROM shop.t1; SELECT COUNT(*) FROM x',
      'shop.t1',
    ),
    reads('LIMIT with a comma', 'SELECT a FROM t1 LIMIT 10, 20', 't1'),
    reads(
      'a subquery in LIMIT brackets and UNION',
      '(SELECT a FROM t1 ORDER BY b LIMIT 1) UNION ALL (SELECT a FROM t2 LIMIT 1) ORDER BY a LIMIT 5',
      't1',
      't2',
    ),
    reads(
      'a recursion',
      "WITH RECURSIVE d AS (SELECT DATE('2024-01-01') AS d UNION ALL SELECT d + INTERVAL 1 DAY FROM d WHERE d < CURDATE()) SELECT d.d, COUNT(o.id) FROM d LEFT JOIN shop.orders o ON DATE(o.at) = d.d GROUP BY 1",
      'shop.orders',
    ),
    reads(
      'the information schema',
      'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()',
      'information_schema.tables',
    ),
    reads(
      'a lateral query',
      'SELECT 1 FROM t1, LATERAL (SELECT * FROM t2 WHERE t2.a = t1.a LIMIT 1) x',
      't1',
      't2',
    ),
    reads(
      'FOR UPDATE and a lock',
      'SELECT 1 FROM t1 FOR UPDATE SKIP LOCKED; SELECT 2 FROM t2 LOCK IN SHARE MODE',
      't1',
      't2',
    ),
    reads(
      'UPDATE of several tables',
      'UPDATE a INNER JOIN (SELECT id, MAX(x) m FROM t1 GROUP BY id) b ON a.id = b.id SET a.x = b.m',
      't1',
    ),
    reads(
      'a charset introducer',
      "SELECT _utf8mb4'from x' COLLATE utf8mb4_bin, CONVERT(a USING latin1) FROM t1",
      't1',
    ),
    reads('REPLACE INTO', 'REPLACE INTO x SELECT * FROM t1', 't1'),
    reads('a dash without a blank in arithmetic', 'SELECT a--b FROM t1', 't1'),
    reads(
      'names that begin with a digit',
      'SELECT 1 FROM shop.2024_orders JOIN 1st ON 1=1',
      'shop.2024_orders',
      '1st',
    ),
    reads('MATCH AGAINST', "SELECT MATCH(a, b) AGAINST ('x from' IN NATURAL LANGUAGE MODE) FROM t1", 't1'),
    reads('EXPLAIN FORMAT', 'EXPLAIN FORMAT=JSON SELECT * FROM t1', 't1'),
  ],
  singlestore: [
    reads('a JSON path by colons', 'SELECT a::b::$c, a::%n FROM shop.t1 WHERE a::`from` = 1', 'shop.t1'),
    reads(
      'TABLE of an array',
      'SELECT t.id, j.table_col FROM shop.t1 t JOIN TABLE(JSON_TO_ARRAY(t.arr)) j',
      'shop.t1',
    ),
    reads('a query hint', 'SELECT WITH(leaf_pushdown=true) a FROM shop.t1', 'shop.t1'),
    reads(
      'OPTION at the end',
      'SELECT 1 FROM shop.t1 a JOIN shop.t2 b ON a.id = b.id OPTION (resource_pool = default)',
      'shop.t1',
      'shop.t2',
    ),
    reads('a cast with a mark', 'SELECT a :> DATE, b !:> INT FROM shop.t1', 'shop.t1'),
    reads(
      'a sharded temporary table',
      'CREATE TEMPORARY TABLE x (id BIGINT, SHARD KEY (id)) AS SELECT id FROM shop.t1; SELECT * FROM x',
      'shop.t1',
    ),
    reads(
      'backticks and a database',
      'USE shop; SELECT 1 FROM `orders` NATURAL JOIN crm.`people`',
      'shop.orders',
      'crm.people',
    ),
  ],
};
