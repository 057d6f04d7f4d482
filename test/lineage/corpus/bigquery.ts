import { type Corpus, reads } from './case.ts';

/** BigQuery, as analysts write it. */
export const BIGQUERY: Corpus = {
  bigquery: [
    reads(
      'sessions of Google Analytics',
      `SELECT
  PARSE_DATE('%Y%m%d', event_date) AS day,
  (SELECT value.string_value FROM UNNEST(event_params) WHERE key = 'page_location') AS page,
  COUNT(DISTINCT user_pseudo_id) AS users
FROM \`acme-prod.analytics_123456.events_*\`
WHERE _TABLE_SUFFIX BETWEEN '20240101' AND FORMAT_DATE('%Y%m%d', CURRENT_DATE())
GROUP BY 1, 2`,
      'acme-prod.analytics_123456.events_*',
    ),
    reads(
      'a shard',
      'SELECT 1 FROM `acme-prod.analytics_1.events_20240101`',
      'acme-prod.analytics_1.events_20240101',
    ),
    reads(
      'an intraday wildcard',
      'SELECT 1 FROM analytics_1.`events_intraday_*`, `analytics_1.events_2024*`',
      'analytics_1.events_intraday_*',
      'analytics_1.events_2024*',
    ),
    reads(
      'a table by its dataset with a backtick around each part',
      'SELECT 1 FROM `acme-prod`.`mart`.`orders`',
      'acme-prod.mart.orders',
    ),
    reads(
      'half a path in backticks',
      'SELECT 1 FROM `acme-prod.mart`.orders o JOIN `mart.customers` c ON 1=1',
      'acme-prod.mart.orders',
      'mart.customers',
    ),
    reads(
      'arrays side by side',
      'SELECT a, b FROM mart.t1, UNNEST(xs) AS a WITH OFFSET i JOIN UNNEST(ys) AS b WITH OFFSET j ON i = j',
      'mart.t1',
    ),
    reads(
      'hits and their products',
      'SELECT h.page.pagePath, p.sku FROM ga.sessions s, s.hits AS h LEFT JOIN h.product AS p',
      'ga.sessions',
    ),
    reads(
      'UNNEST of structs',
      'SELECT s.x FROM UNNEST([STRUCT(1 AS x, "from" AS y), (2, "z")]) AS s JOIN mart.t1 USING (x)',
      'mart.t1',
    ),
    reads(
      'a calendar',
      "SELECT d, COUNT(o.id) FROM UNNEST(GENERATE_DATE_ARRAY('2024-01-01', CURRENT_DATE(), INTERVAL 1 MONTH)) AS d LEFT JOIN mart.orders o ON DATE(o.at) = d GROUP BY d",
      'mart.orders',
    ),
    reads(
      'ARRAY of a query and an ARRAY_AGG',
      'SELECT ARRAY(SELECT AS STRUCT a, b FROM d.t2 WHERE t2.id = t1.id), ARRAY_AGG(x IGNORE NULLS ORDER BY y LIMIT 5) FROM d.t1',
      'd.t2',
      'd.t1',
    ),
    reads('SELECT AS VALUE', 'SELECT AS VALUE t FROM d.t1 AS t', 'd.t1'),
    reads(
      'the newest row by ARRAY_AGG',
      'SELECT r.* FROM (SELECT ARRAY_AGG(t ORDER BY at DESC LIMIT 1)[OFFSET(0)] AS r FROM d.t1 t GROUP BY id)',
      'd.t1',
    ),
    reads(
      'IN UNNEST',
      "SELECT 1 FROM d.t1 WHERE a IN UNNEST(['x', 'from y']) AND b NOT IN UNNEST(bs)",
      'd.t1',
    ),
    reads(
      'PIVOT with aliases',
      "SELECT * FROM (SELECT p, q, s FROM d.t1) PIVOT (SUM(s) AS total, COUNT(*) AS n FOR q IN ('Q1', 'Q2' AS second)) AS pv",
      'd.t1',
    ),
    reads(
      'UNPIVOT of several columns',
      'SELECT * FROM d.t1 UNPIVOT ((a, b) FOR half IN ((q1, q2) AS "H1", (q3, q4) AS "H2"))',
      'd.t1',
    ),
    reads(
      'TABLESAMPLE after an alias',
      'SELECT 1 FROM d.t1 AS t TABLESAMPLE SYSTEM (10 PERCENT) JOIN d.t2 USING (id)',
      'd.t1',
      'd.t2',
    ),
    reads(
      'safe functions and a keyword',
      "SELECT SAFE.PARSE_JSON(a), SAFE_CAST(b AS INT64), IF(c, 'from', 'x'), EXTRACT(ISOWEEK FROM d AT TIME ZONE 'UTC') FROM d.t1",
      'd.t1',
    ),
    reads(
      'a JSON path',
      'SELECT payload.from.join, payload["x"], JSON_VALUE(payload, "$.from") FROM d.t1',
      'd.t1',
    ),
    reads('parameters', 'SELECT 1 FROM d.t1 WHERE a = @start AND b = ? AND c = @@time_zone', 'd.t1'),
    reads(
      'a script with variables, a temporary table and IF',
      `DECLARE from_day, to_day DATE;
DECLARE n INT64 DEFAULT 0;
SET (from_day, to_day) = (SELECT AS STRUCT MIN(day), MAX(day) FROM mart.calendar);
CREATE TEMP TABLE picked AS SELECT * FROM mart.orders WHERE day BETWEEN from_day AND to_day;
IF n = 0 THEN
  SELECT * FROM picked JOIN mart.customers USING (customer_id);
END IF;`,
      'mart.calendar',
      'mart.orders',
      'mart.customers',
    ),
    reads(
      'a loop',
      'FOR r IN (SELECT * FROM d.t1) DO SELECT r.a; END FOR; SELECT * FROM d.t2',
      'd.t1',
      'd.t2',
    ),
    reads(
      'WHILE and a table',
      'DECLARE i INT64 DEFAULT 0; WHILE i < 3 DO SET i = i + (SELECT COUNT(*) FROM d.t1); END WHILE; SELECT i',
      'd.t1',
    ),
    reads(
      'a block with an exception',
      'BEGIN SELECT 1 FROM d.t1; EXCEPTION WHEN ERROR THEN SELECT @@error.message; END',
      'd.t1',
    ),
    reads(
      'EXECUTE IMMEDIATE is not looked into',
      "EXECUTE IMMEDIATE 'SELECT * FROM d.t9' INTO x; SELECT 1 FROM d.t1",
      'd.t1',
    ),
    reads(
      'a function in JavaScript',
      'CREATE TEMP FUNCTION f(x STRING) RETURNS STRING LANGUAGE js AS r"""return x + "; from y";"""; SELECT f(a) FROM d.t1',
      'd.t1',
    ),
    reads('a table function', 'SELECT * FROM d.orders_of(2024) o JOIN d.t1 USING (id)', 'd.t1'),
    reads(
      'ML.FORECAST and ML.EVALUATE',
      'SELECT * FROM ML.FORECAST(MODEL d.m, STRUCT(30 AS horizon)) JOIN d.t1 USING (day)',
      'd.t1',
    ),
    reads(
      'ML.PREDICT over a query',
      'SELECT * FROM ML.PREDICT(MODEL `p.d.m`, (SELECT a, b FROM d.t1))',
      'd.t1',
    ),
    reads('APPENDS', 'SELECT * FROM APPENDS(TABLE d.t1, NULL, NULL)', 'd.t1'),
    reads(
      'a region of the information schema',
      'SELECT * FROM `region-us`.INFORMATION_SCHEMA.JOBS_BY_PROJECT',
      'region-us.INFORMATION_SCHEMA.JOBS_BY_PROJECT!',
    ),
    reads(
      'partitions of a dataset',
      'SELECT * FROM d.INFORMATION_SCHEMA.PARTITIONS',
      'd.INFORMATION_SCHEMA.PARTITIONS!',
    ),
    reads('__TABLES__', 'SELECT table_id FROM `p.d.__TABLES__`', 'p.d.__TABLES__'),
    reads(
      'a partition pseudo-column',
      'SELECT 1 FROM d.t1 WHERE DATE(_PARTITIONTIME) = "2024-01-01"',
      'd.t1',
    ),
    reads(
      'a recursion',
      'WITH RECURSIVE r AS (SELECT id FROM d.t1 WHERE p IS NULL UNION ALL SELECT t.id FROM d.t1 t JOIN r ON t.p = r.id) SELECT * FROM r',
      'd.t1',
    ),
    reads(
      'a join with brackets and USING',
      'SELECT 1 FROM d.t1 INNER JOIN (d.t2 CROSS JOIN d.t3) USING (id)',
      'd.t1',
      'd.t2',
      'd.t3',
    ),
    reads(
      'a long pipe',
      `FROM mart.orders AS o
|> LEFT JOIN mart.customers AS c ON o.customer_id = c.id
|> EXTEND o.total * 1.2 AS gross
|> SET gross = ROUND(gross)
|> DROP o.note
|> WHERE gross > (SELECT AVG(total) FROM mart.targets)
|> AGGREGATE SUM(gross) AS s GROUP AND ORDER BY c.country DESC
|> LIMIT 10`,
      'mart.orders',
      'mart.customers',
      'mart.targets',
    ),
    reads(
      'a pipe after a query',
      'SELECT * FROM d.t1 |> WHERE a > 1 |> PIVOT (SUM(x) FOR y IN ("a", "b")) |> AS q |> SELECT *',
      'd.t1',
    ),
    reads(
      'a pipe in an expression',
      'WITH c AS (FROM d.t1 |> SELECT a, b) FROM c |> CROSS JOIN d.t2 |> TABLESAMPLE SYSTEM (1 PERCENT)',
      'd.t1',
      'd.t2',
    ),
    reads(
      'a hyphen in a bare project and an alias',
      'SELECT o.id FROM acme-prod-1.mart.orders AS o, acme-prod-1.mart.lines l',
      'acme-prod-1.mart.orders',
      'acme-prod-1.mart.lines',
    ),
    reads(
      'a window with a name',
      'SELECT SUM(a) OVER w FROM d.t1 WINDOW w AS (PARTITION BY b ORDER BY c), v AS (w)',
      'd.t1',
    ),
    reads(
      'an ordinary union of the same dataset',
      'SELECT * FROM d.jan UNION ALL SELECT * FROM d.feb UNION DISTINCT SELECT * FROM d.mar',
      'd.jan',
      'd.feb',
      'd.mar',
    ),
    reads(
      'INTERSECT DISTINCT in brackets',
      '(SELECT a FROM d.t1) INTERSECT DISTINCT (SELECT a FROM d.t2) EXCEPT DISTINCT SELECT a FROM d.t3',
      'd.t1',
      'd.t2',
      'd.t3',
    ),
    reads(
      'CREATE OR REPLACE with options',
      'CREATE OR REPLACE TABLE `p.scratch.x` PARTITION BY DATE(at) OPTIONS (description = "from y") AS SELECT * FROM d.t1; SELECT * FROM `p.scratch.x`',
      'd.t1',
    ),
    reads(
      'a vector search',
      "SELECT base.id FROM VECTOR_SEARCH(TABLE d.t1, 'emb', (SELECT emb FROM d.t2), top_k => 5)",
      'd.t1',
      'd.t2',
    ),
    reads(
      'a differential privacy clause',
      'SELECT WITH DIFFERENTIAL_PRIVACY OPTIONS (epsilon = 1) COUNT(*) FROM d.t1',
      'd.t1',
    ),
    reads('a comma at the end', 'SELECT a, b, FROM d.t1', 'd.t1'),
    reads(
      'GROUP BY ROLLUP and QUALIFY',
      'SELECT a, SUM(b) FROM d.t1 GROUP BY ROLLUP (a) QUALIFY ROW_NUMBER() OVER (ORDER BY SUM(b)) < 10',
      'd.t1',
    ),
  ],
};
