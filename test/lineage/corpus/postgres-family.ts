import { type Corpus, reads } from './case.ts';

/** PostgreSQL, Redshift and Vertica, as analysts write them. */
export const POSTGRES_FAMILY: Corpus = {
  postgres: [
    reads(
      'monthly recurring revenue over a calendar',
      `WITH months AS (
  SELECT generate_series('2024-01-01'::date, now()::date, '1 month')::date AS month
), active AS (
  SELECT m.month, s.account_id, s.amount_cents / 100.0 AS mrr
  FROM months m
  LEFT JOIN billing.subscriptions s
    ON s.started_at <= m.month AND (s.ended_at IS NULL OR s.ended_at > m.month)
)
SELECT month, count(DISTINCT account_id), sum(mrr) FROM active GROUP BY 1 ORDER BY 1`,
      'billing.subscriptions',
    ),
    reads(
      'a retention grid with FILTER',
      `SELECT date_trunc('week', u.created_at) AS cohort,
       count(*) FILTER (WHERE e.name = 'login') AS logins,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY e.duration) AS median
FROM users u LEFT JOIN analytics.events e ON e.user_id = u.id AND e.at BETWEEN u.created_at AND u.created_at + interval '7 days'
GROUP BY 1`,
      'users',
      'analytics.events',
    ),
    reads(
      'DISTINCT ON',
      'SELECT DISTINCT ON (user_id) user_id, plan FROM app.subscriptions ORDER BY user_id, created_at DESC',
      'app.subscriptions',
    ),
    reads(
      'the newest row of each by LATERAL with LIMIT',
      `SELECT a.name, last.at FROM crm.accounts a
LEFT JOIN LATERAL (
  SELECT t.at FROM crm.touches t WHERE t.account_id = a.id ORDER BY t.at DESC LIMIT 1
) last ON TRUE`,
      'crm.accounts',
      'crm.touches',
    ),
    reads(
      'a JSON array unfolded by a comma',
      `SELECT o.id, item->>'sku' AS sku, (item->>'qty')::int AS qty
FROM shop.orders o, jsonb_array_elements(o.payload->'items') AS item
WHERE o.payload @> '{"source": "from app"}'`,
      'shop.orders',
    ),
    reads(
      'jsonb_to_recordset with a column list',
      `SELECT x.a FROM raw.hooks h CROSS JOIN LATERAL jsonb_to_recordset(h.body) AS x(a int, b text)`,
      'raw.hooks',
    ),
    reads(
      'JSON_TABLE',
      `SELECT jt.* FROM raw.hooks, JSON_TABLE(body, '$.items[*]' COLUMNS (id int PATH '$.id', sku text PATH '$.sku')) AS jt`,
      'raw.hooks',
    ),
    reads(
      'a tree with a path and CYCLE',
      `WITH RECURSIVE tree (id, parent, path) AS (
  SELECT id, parent_id, ARRAY[id] FROM org.units WHERE parent_id IS NULL
  UNION ALL
  SELECT u.id, u.parent_id, t.path || u.id FROM org.units u JOIN tree t ON u.parent_id = t.id
) CYCLE id SET is_cycle USING way
SELECT t.*, p.name FROM tree t JOIN org.people p ON p.unit_id = t.id`,
      'org.units',
      'org.people',
    ),
    reads(
      'a recursion and an ordinary expression in one list',
      `WITH RECURSIVE base AS (SELECT * FROM t1), r AS (SELECT a FROM base UNION SELECT r.a FROM r JOIN t2 ON r.a = t2.a) SELECT * FROM r`,
      't1',
      't2',
    ),
    reads(
      'SEARCH DEPTH FIRST',
      'WITH RECURSIVE r AS (SELECT id FROM t1 UNION ALL SELECT t1.id FROM t1, r WHERE t1.p = r.id) SEARCH DEPTH FIRST BY id SET ord SELECT * FROM r ORDER BY ord',
      't1',
    ),
    reads(
      'VALUES joined as a mapping',
      `SELECT m.label, count(*) FROM sales.deals d
JOIN (VALUES ('won', 'Closed'), ('lost', 'Closed from our side')) AS m (stage, label) ON m.stage = d.stage GROUP BY 1`,
      'sales.deals',
    ),
    reads(
      'crosstab with a query in a dollar string',
      `SELECT * FROM crosstab($$ SELECT a, b, c FROM hidden $$) AS ct (a text, b int, c int) JOIN t1 USING (a)`,
      't1',
      'hidden',
    ),
    reads(
      'dblink runs elsewhere',
      "SELECT x.a FROM dblink('dbname=other', 'SELECT a FROM far') AS x (a int), t1",
      't1',
    ),
    reads(
      'a view that is replaced, then read with a schema',
      'DROP VIEW IF EXISTS tmp_v; CREATE TEMP VIEW tmp_v AS SELECT * FROM s.a JOIN s.b USING (id); SELECT count(*) FROM tmp_v',
      's.a',
      's.b',
    ),
    reads(
      'chains of temporary tables',
      `CREATE TEMP TABLE a AS SELECT * FROM raw.x;
CREATE TEMP TABLE b AS SELECT * FROM a JOIN raw.y USING (id);
ANALYZE b;
CREATE INDEX b_i ON b (id);
SELECT * FROM b LEFT JOIN raw.z USING (id);`,
      'raw.x',
      'raw.y',
      'raw.z',
    ),
    reads(
      'a temporary table with columns, filled twice',
      `CREATE TEMPORARY TABLE t (id int, n numeric(10, 2) DEFAULT 0, PRIMARY KEY (id));
INSERT INTO t SELECT id, n FROM s1.a; INSERT INTO t (id, n) VALUES (1, 2);
UPDATE t SET n = b.n FROM s1.b b WHERE b.id = t.id;
DELETE FROM t WHERE n IS NULL;
SELECT * FROM t`,
      's1.a',
      's1.b',
    ),
    reads(
      'settings before the query',
      "SET statement_timeout = '5min'; SET LOCAL work_mem TO '1GB'; SET timezone TO 'UTC'; SELECT * FROM t1",
      't1',
    ),
    reads(
      'a search path of strings',
      "SET search_path = 'mart'; SELECT * FROM t1, raw.t2",
      'mart.t1',
      'raw.t2',
    ),
    reads(
      'a search path that begins with the user',
      'SET search_path TO "$user", mart; SELECT 1 FROM t1',
      'mart.t1',
    ),
    reads('a DO block that tells nothing', 'DO $$ BEGIN PERFORM 1; END $$; SELECT 1 FROM t1', 't1'),
    reads(
      'grouping sets',
      'SELECT a, b, sum(c) FROM t1 GROUP BY GROUPING SETS ((a, b), (a), ()), ROLLUP (d, e)',
      't1',
    ),
    reads(
      'a frame with EXCLUDE',
      "SELECT avg(x) OVER (ORDER BY d RANGE BETWEEN interval '1 day' PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) FROM t1",
      't1',
    ),
    reads('SUBSTRING with a pattern', "SELECT substring(a FROM '^(.*)@') FROM t1", 't1'),
    reads(
      'POSITION and OVERLAY',
      "SELECT position('x' IN a), overlay(a PLACING 'y' FROM 2 FOR 1) FROM t1",
      't1',
    ),
    reads(
      'EXTRACT of a difference in a subquery',
      'SELECT extract(epoch FROM (SELECT max(at) FROM t2) - min(at)) FROM t1',
      't1',
      't2',
    ),
    reads(
      'AT TIME ZONE in FROM and in SELECT',
      "SELECT a AT TIME ZONE 'UTC' FROM t1 WHERE b AT TIME ZONE 'UTC' > now()",
      't1',
    ),
    reads(
      'arrays with a subquery',
      'SELECT ARRAY(SELECT tag FROM tags WHERE tags.id = t1.id ORDER BY tag) FROM t1',
      'tags',
      't1',
    ),
    reads(
      'a row compared with a query',
      'SELECT 1 FROM t1 WHERE (a, b) NOT IN (SELECT a, b FROM t2) AND c = ALL (SELECT c FROM t3)',
      't1',
      't2',
      't3',
    ),
    reads(
      'a star of an alias and a whole row',
      'SELECT t.*, row_to_json(u) FROM t1 t JOIN t2 u ON u.id = t.id',
      't1',
      't2',
    ),
    reads(
      'MERGE of version 15 with a query',
      'MERGE INTO inv i USING (SELECT * FROM feed) f ON i.id = f.id WHEN NOT MATCHED THEN INSERT VALUES (f.id) WHEN MATCHED THEN DO NOTHING',
      'feed',
    ),
    reads(
      'an alias with a column list on a table',
      'SELECT x.b FROM t1 AS x (a, b) CROSS JOIN t2 y (c)',
      't1',
      't2',
    ),
    reads(
      'quoted names with a capital schema',
      'SELECT o."Id" FROM "Prod"."Orders" o JOIN "Prod".customers c ON c.id = o."CustomerId"',
      'Prod.Orders',
      'Prod.customers',
    ),
    reads('a quoted name with an apostrophe and a quote', 'SELECT 1 FROM "it\'s ""x"""', 'it\'s "x"'),
    reads('a database written out', 'SELECT 1 FROM warehouse.public.orders', 'warehouse.public.orders'),
    reads(
      'a name in another alphabet',
      'SELECT 1 FROM verkäufe.aufträge JOIN 注文 ON true',
      'verkäufe.aufträge',
      '注文',
    ),
    reads(
      'star at the end of a table and an old union',
      'SELECT * FROM t1 * UNION (SELECT * FROM t2 LIMIT 5) LIMIT 10',
      't1',
      't2',
    ),
    reads(
      'an exists chain',
      'SELECT 1 FROM t1 a WHERE NOT EXISTS (SELECT FROM t2 WHERE t2.id = a.id AND EXISTS (TABLE t3))',
      't1',
      't2',
      't3',
    ),
    reads(
      'comments between everything',
      'SELECT /* x */ 1 FROM /* not y */ s /**/ . /**/ t1 -- JOIN t9\n  JOIN -- z\n t2 ON true',
      's.t1',
      't2',
    ),
    reads(
      'CREATE TABLE AS with options',
      'CREATE UNLOGGED TABLE IF NOT EXISTS m.x WITH (fillfactor = 70) TABLESPACE fast AS SELECT * FROM t1 WITH NO DATA; SELECT * FROM m.x',
      't1',
    ),
    reads('an expression that is not used', 'WITH unused AS (SELECT * FROM t9) SELECT * FROM t1', 't9', 't1'),
    reads(
      'a declared cursor',
      'BEGIN; DECLARE c CURSOR FOR SELECT * FROM t1; FETCH 10 FROM c; CLOSE c; COMMIT',
      't1',
    ),
    reads(
      'EXPLAIN with options',
      'EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM t1 JOIN t2 USING (id)',
      't1',
      't2',
    ),
  ],
  redshift: [
    reads(
      'an external schema of Spectrum',
      "SELECT s.day, count(*) FROM spectrum.click_log s JOIN public.users u ON u.id = s.user_id WHERE s.day >= '2024-01-01' GROUP BY 1",
      'spectrum.click_log',
      'public.users',
    ),
    reads(
      'another database',
      'SELECT * FROM prod.public.orders o JOIN dev.public.orders d USING (id)',
      'prod.public.orders',
      'dev.public.orders',
    ),
    reads(
      'a late-binding view',
      'CREATE OR REPLACE VIEW mart.v AS SELECT * FROM spectrum.t1 WITH NO SCHEMA BINDING; SELECT * FROM mart.v',
      'spectrum.t1',
    ),
    reads(
      'LISTAGG and a ratio',
      "SELECT listagg(DISTINCT sku, ', ') WITHIN GROUP (ORDER BY sku), ratio_to_report(n) OVER () FROM s.items",
      's.items',
    ),
    reads(
      'APPROXIMATE and MEDIAN',
      'SELECT APPROXIMATE COUNT(DISTINCT a), MEDIAN(b), NVL2(c, 1, 0) FROM t1',
      't1',
    ),
    reads('TOP', 'SELECT TOP 10 a FROM s.t1 ORDER BY 1', 's.t1'),
    reads(
      'DISTSTYLE between name and AS',
      `DROP TABLE IF EXISTS #daily;
CREATE TABLE #daily DISTSTYLE KEY DISTKEY (user_id) COMPOUND SORTKEY (day) AS
SELECT user_id, trunc(at) AS day FROM app.events;
SELECT d.day, count(*) FROM #daily d JOIN app.users u ON u.id = d.user_id GROUP BY 1`,
      'app.events',
      'app.users',
    ),
    reads(
      'SELECT INTO a hash table',
      'SELECT a, b INTO #x FROM s.t1 WHERE c; SELECT * FROM #x JOIN s.t2 USING (a)',
      's.t1',
      's.t2',
    ),
    reads('UNLOAD of a query', "UNLOAD ('SELECT 1') TO 's3://b/x' IAM_ROLE 'r'; SELECT * FROM t1", 't1'),
    reads('UNPIVOT', 'SELECT * FROM (SELECT red, green FROM t1) UNPIVOT (n FOR color IN (red, green))', 't1'),
    reads(
      'UNPIVOT of an object',
      'SELECT attr, val FROM customers c, UNPIVOT c.props AS val AT attr',
      'customers',
    ),
    reads(
      'SUPER with a navigation',
      'SELECT c.c_orders[0].o_id, o.total FROM cust c LEFT JOIN c.c_orders o ON true',
      'cust',
    ),
    reads(
      'system tables',
      'SELECT q.query FROM stl_query q JOIN svv_table_info i ON true JOIN pg_catalog.pg_user u ON true',
      'stl_query',
      'svv_table_info',
      'pg_catalog.pg_user',
    ),
    reads('EXCLUDE of columns', 'SELECT * EXCLUDE (a, b) FROM t1', 't1'),
    reads('CONNECT BY', 'SELECT id, level FROM emp START WITH mgr IS NULL CONNECT BY mgr = PRIOR id', 'emp'),
    reads(
      'dates by words',
      "SELECT dateadd(day, -7, getdate()), datediff('month', a, b), date_part(year FROM a) FROM t1",
      't1',
    ),
    reads(
      'GROUP BY ALL and a lateral alias',
      'SELECT a AS x, x + 1 AS y, count(*) FROM t1 GROUP BY ALL',
      't1',
    ),
    reads(
      'a temporary table of a staging pattern',
      "CREATE TEMP TABLE stage (LIKE s.t1 INCLUDING DEFAULTS); COPY stage FROM 's3://b/k' IAM_ROLE 'r' CSV; DELETE FROM s.t1 USING stage WHERE t1.id = stage.id; SELECT * FROM s.t2",
      's.t2',
    ),
    reads(
      'set query_group and a label',
      "SET query_group TO 'mode'; SET enable_result_cache_for_session TO off; SELECT 1 FROM t1",
      't1',
    ),
    reads('MERGE with REMOVE DUPLICATES', 'MERGE INTO x USING t1 ON x.id = t1.id REMOVE DUPLICATES', 't1'),
  ],
  vertica: [
    reads(
      'EVENT windows',
      'SELECT CONDITIONAL_TRUE_EVENT(a > 1) OVER (PARTITION BY b ORDER BY c) FROM s.t1',
      's.t1',
    ),
    reads(
      'MATCH',
      "SELECT uid, match_id() FROM clicks MATCH (PARTITION BY uid ORDER BY ts DEFINE entry AS url NOT ILIKE '%from%', buy AS action = 'P' PATTERN p AS (entry buy*) ROWS MATCH FIRST EVENT)",
      'clicks',
    ),
    reads('AT EPOCH', 'AT EPOCH LATEST SELECT * FROM s.t1', 's.t1'),
    reads(
      'a local temporary table',
      'CREATE LOCAL TEMPORARY TABLE x ON COMMIT PRESERVE ROWS AS SELECT * FROM s.t1 SEGMENTED BY hash(id) ALL NODES; SELECT * FROM x',
      's.t1',
    ),
    reads(
      'a hint',
      'SELECT /*+ SYNTACTIC_JOIN */ a FROM t1 JOIN /*+ JTYPE(H) */ t2 ON t1.a = t2.a',
      't1',
      't2',
    ),
    reads('LIMIT over partitions', 'SELECT a, b FROM s.t1 LIMIT 3 OVER (PARTITION BY a ORDER BY b)', 's.t1'),
    reads('a transform function', 'SELECT EXPLODE(arr) OVER (PARTITION BEST) FROM s.t1', 's.t1'),
    reads(
      'a namespace',
      'SELECT * FROM v_catalog.tables t JOIN v_monitor.query_requests q ON true',
      'v_catalog.tables',
      'v_monitor.query_requests',
    ),
    reads(
      'a flex table',
      'SELECT maplookup(__raw__, \'from\') FROM s.flex WHERE "a.b" IS NOT NULL',
      's.flex',
    ),
    reads(
      'TIMESERIES over a query',
      "SELECT slice, TS_FIRST_VALUE(bid, 'LINEAR') FROM (SELECT * FROM ticks WHERE sym = 'X') q TIMESERIES slice AS '3 seconds' OVER (PARTITION BY sym ORDER BY ts)",
      'ticks',
    ),
    reads('a search path', 'SET SEARCH_PATH TO mart, public; SELECT * FROM t1', 'mart.t1'),
  ],
};
