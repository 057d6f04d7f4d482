import { type ColumnCase, gives } from './case.ts';

/** Queries as analysts write them, a screen long. */
export const WAREHOUSE_QUERIES: readonly ColumnCase[] = [
  gives(
    'redshift',
    'monthly cohorts',
    `WITH first_orders AS (
       SELECT user_id, MIN(DATE_TRUNC('month', created_at)) AS cohort FROM shop.orders WHERE status <> 'void' GROUP BY 1
     ), activity AS (
       SELECT o.user_id, DATE_TRUNC('month', o.created_at) AS month, SUM(o.total_cents) / 100.0 AS revenue
       FROM shop.orders o GROUP BY 1, 2
     )
     SELECT f.cohort, DATEDIFF('month', f.cohort, a.month) AS age, COUNT(DISTINCT a.user_id) AS users, SUM(a.revenue) AS revenue
     FROM first_orders f JOIN activity a ON a.user_id = f.user_id GROUP BY 1, 2 ORDER BY 1, 2`,
    [
      'cohort < shop.orders.created_at',
      'age < shop.orders.created_at',
      'users < shop.orders.user_id',
      'revenue < shop.orders.total_cents',
    ],
  ),
  gives(
    'snowflake',
    'the newest row of each key',
    `SELECT * EXCLUDE rn FROM (
       SELECT c.id, c.email, c.updated_at, ROW_NUMBER() OVER (PARTITION BY c.id ORDER BY c.updated_at DESC) AS rn
       FROM raw.crm.contacts c
     ) WHERE rn = 1`,
    [
      'id < raw.crm.contacts.id',
      'email < raw.crm.contacts.email',
      'updated_at < raw.crm.contacts.updated_at',
    ],
  ),
  gives(
    'bigquery',
    'sessions from GA4 events',
    `WITH events AS (
       SELECT user_pseudo_id, event_timestamp, event_name,
         (SELECT value.int_value FROM UNNEST(event_params) WHERE key = 'ga_session_id') AS session_id,
         (SELECT value.string_value FROM UNNEST(event_params) WHERE key = 'page_location') AS page
       FROM \`proj.analytics_1.events_*\` WHERE _TABLE_SUFFIX BETWEEN '20240101' AND '20240131'
     )
     SELECT CONCAT(user_pseudo_id, '-', CAST(session_id AS STRING)) AS session, MIN(TIMESTAMP_MICROS(event_timestamp)) AS began,
       ARRAY_AGG(page IGNORE NULLS ORDER BY event_timestamp LIMIT 1)[SAFE_OFFSET(0)] AS landing, COUNTIF(event_name = 'purchase') AS buys
     FROM events GROUP BY 1`,
    [
      'session < proj.analytics_1.events_*.user_pseudo_id, proj.analytics_1.events_*.event_params',
      'began < proj.analytics_1.events_*.event_timestamp',
      'landing < proj.analytics_1.events_*.event_params, proj.analytics_1.events_*.event_timestamp',
      'buys < proj.analytics_1.events_*.event_name',
    ],
  ),
  gives(
    'postgres',
    'a funnel',
    `SELECT s.day, s.signups, COALESCE(a.activated, 0) AS activated, ROUND(100.0 * a.activated / NULLIF(s.signups, 0), 1) AS rate
     FROM (SELECT created_at::date AS day, count(*) AS signups, count(id) AS ids FROM users GROUP BY 1) s
     LEFT JOIN (SELECT u.created_at::date AS day, count(DISTINCT e.user_id) AS activated FROM users u JOIN events e ON e.user_id = u.id
       WHERE e.name = 'activate' GROUP BY 1) a USING (day)`,
    ['day < users.created_at', 'signups <', 'activated < events.user_id', 'rate < events.user_id'],
  ),
  gives(
    'postgres',
    'a calendar joined to facts',
    `WITH days AS (SELECT generate_series(date '2024-01-01', date '2024-12-31', '1 day')::date AS day)
     SELECT d.day, coalesce(sum(o.amount), 0) AS amount, sum(sum(o.amount)) OVER (ORDER BY d.day) AS running
     FROM days d LEFT JOIN orders o ON o.created_at::date = d.day GROUP BY 1`,
    ['day <', 'amount < orders.amount', 'running < orders.amount'],
  ),
  gives(
    'tsql',
    'a report with variables and temporary tables',
    `DECLARE @from date = '2024-01-01';
     SELECT c.CustomerID, c.Region, SUM(o.Amount) AS Total INTO #totals FROM Sales.dbo.Orders o JOIN Sales.dbo.Customers c
       ON c.CustomerID = o.CustomerID WHERE o.OrderDate >= @from GROUP BY c.CustomerID, c.Region;
     SELECT t.Region, [Best] = MAX(t.Total), Customers = COUNT(*), r.Manager FROM #totals t
       LEFT JOIN Sales.dbo.Regions r ON r.Region = t.Region GROUP BY t.Region, r.Manager;`,
    [
      'Region < Sales.dbo.Customers.Region',
      'Best < Sales.dbo.Orders.Amount',
      'Customers <',
      'Manager < Sales.dbo.Regions.Manager',
    ],
  ),
  gives(
    'snowflake',
    'json orders flattened',
    `WITH raw AS (SELECT v:id::int AS order_id, v:customer AS customer, v:lines AS lines FROM landing.orders_json),
     lines AS (
       SELECT r.order_id, r.customer:email::string AS email, l.value:sku::string AS sku, l.value:qty::int * l.value:price::float AS amount
       FROM raw r, LATERAL FLATTEN(input => r.lines, outer => true) l
     )
     SELECT email, sku, SUM(amount) AS amount FROM lines GROUP BY ALL`,
    ['email < landing.orders_json.v', 'sku < landing.orders_json.v', 'amount < landing.orders_json.v'],
  ),
  gives(
    'databricks',
    'gold from silver',
    `WITH base AS (
       SELECT *, date_trunc('DAY', ts) AS day FROM main.silver.events
     ), agg AS (
       SELECT day, country, count(DISTINCT user_id) AS dau, sum(CASE WHEN type = 'pay' THEN value END) AS rev FROM base GROUP BY day, country
     )
     SELECT day, country, dau, rev, rev / dau AS arpu, lag(dau) OVER (PARTITION BY country ORDER BY day) AS prev FROM agg`,
    [
      'day < main.silver.events.ts',
      'country < main.silver.events.country',
      'dau < main.silver.events.user_id',
      'rev < main.silver.events.type, main.silver.events.value',
      'arpu < main.silver.events.type, main.silver.events.value, main.silver.events.user_id',
      'prev < main.silver.events.user_id, main.silver.events.country, main.silver.events.ts',
    ],
  ),
  gives(
    'mysql',
    'a ranking with a variable',
    'SELECT @rank := @rank + 1 AS pos, q.name, q.total FROM (SELECT c.name, SUM(o.total) AS total FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY c.name) q, (SELECT @rank := 0) r ORDER BY q.total DESC',
    ['pos <', 'name < customers.name', 'total < orders.total'],
  ),
  gives(
    'oracle',
    'a hierarchy',
    "SELECT LEVEL AS lvl, LPAD(' ', 2 * LEVEL) || e.ename AS name, CONNECT_BY_ROOT e.ename AS boss FROM hr.emp e START WITH e.mgr IS NULL CONNECT BY PRIOR e.empno = e.mgr",
    ['lvl <', 'name < hr.emp.ename', 'boss < hr.emp.ename'],
  ),
  gives(
    'trino',
    'an array aggregated and unnested again',
    `WITH carts AS (SELECT user_id, array_agg(CAST(ROW(sku, qty) AS ROW(sku varchar, qty int))) AS items FROM hive.shop.lines GROUP BY user_id)
     SELECT c.user_id, i.sku, sum(i.qty) AS qty FROM carts c CROSS JOIN UNNEST(c.items) AS i (sku, qty) GROUP BY 1, 2`,
    [
      'user_id < hive.shop.lines.user_id',
      'sku < hive.shop.lines.sku, hive.shop.lines.qty',
      'qty < hive.shop.lines.sku, hive.shop.lines.qty',
    ],
  ),
  gives(
    'clickhouse',
    'states and merges',
    'SELECT toStartOfHour(ts) AS hour, uniqExact(user_id) AS users, quantile(0.9)(latency) AS p90, sumIf(amount, status = 1) AS paid FROM logs.hits GROUP BY hour',
    [
      'hour < logs.hits.ts',
      'users < logs.hits.user_id',
      'p90 < logs.hits.latency',
      'paid < logs.hits.amount, logs.hits.status',
    ],
  ),
  gives(
    'teradata',
    'volatile tables',
    `CREATE VOLATILE TABLE vt AS (SELECT acct_id, SUM(bal) AS bal FROM dw.acct GROUP BY 1) WITH DATA ON COMMIT PRESERVE ROWS;
     SEL v.acct_id, v.bal, c.nm FROM vt v INNER JOIN dw.cust c ON c.acct_id = v.acct_id QUALIFY RANK() OVER (ORDER BY v.bal DESC) <= 10;`,
    ['acct_id < dw.acct.acct_id', 'bal < dw.acct.bal', 'nm < dw.cust.nm'],
  ),
  gives(
    'postgres',
    'retention by self join',
    `SELECT a.week, b.week - a.week AS later, count(DISTINCT b.user_id)::float / max(c.size) AS share
     FROM visits a JOIN visits b USING (user_id) JOIN (SELECT week, count(DISTINCT user_id) AS size FROM visits GROUP BY week) c ON c.week = a.week
     GROUP BY 1, 2`,
    ['week < visits.week', 'later < visits.week', 'share < visits.user_id'],
  ),
  gives(
    'bigquery',
    'a wide table from structs',
    `SELECT o.id, o.customer.name AS customer, (SELECT SUM(l.qty * l.price) FROM UNNEST(o.lines) l) AS total,
       (SELECT STRING_AGG(DISTINCT l.sku, ',') FROM UNNEST(o.lines) AS l) AS skus, ARRAY_LENGTH(o.lines) AS n
     FROM shop.orders o`,
    [
      'id < shop.orders.id',
      'customer < shop.orders.customer',
      'total < shop.orders.lines',
      'skus < shop.orders.lines',
      'n < shop.orders.lines',
    ],
  ),
  gives(
    'athena',
    'logs by regular expressions',
    "SELECT regexp_extract(url, '^/([^/]+)', 1) AS section, approx_percentile(took, 0.95) AS p95, count_if(status >= 500) AS errors FROM logs.alb GROUP BY 1",
    ['section < logs.alb.url', 'p95 < logs.alb.took', 'errors < logs.alb.status'],
  ),
  gives(
    'snowflake',
    'the definition of a metric put in',
    'SELECT m.day, m.value, t.target FROM ( SELECT d AS day, SUM(v) AS value FROM facts GROUP BY d ) AS m LEFT JOIN targets t ON t.day = m.day',
    ['day < facts.d', 'value < facts.v', 'target < targets.target'],
  ),
  gives(
    'postgres',
    'a union of sources with tags',
    `WITH leads AS (
       SELECT 'web' AS source, id, email, created_at FROM web_leads
       UNION ALL SELECT 'phone', lead_id, NULL, called_at FROM phone_leads
       UNION ALL SELECT channel, id, mail, at FROM partner_leads
     ) SELECT source, count(*) AS n, min(created_at) AS first, count(DISTINCT email) AS emails FROM leads GROUP BY source`,
    [
      'source < partner_leads.channel',
      'n <',
      'first < web_leads.created_at, phone_leads.called_at, partner_leads.at',
      'emails < web_leads.email, partner_leads.mail',
    ],
  ),
  gives(
    'redshift',
    'aliases in the list used again',
    "SELECT o.price * o.qty AS gross, gross * 0.2 AS tax, gross - tax AS net, CASE WHEN net > 100 THEN 'big' ELSE 'small' END AS size FROM shop.lines o",
    [
      'gross < shop.lines.price, shop.lines.qty',
      'tax < shop.lines.price, shop.lines.qty',
      'net < shop.lines.price, shop.lines.qty',
      'size < shop.lines.price, shop.lines.qty',
    ],
  ),
  gives(
    'spark',
    'many columns of one explode',
    'SELECT o.id, l.sku AS sku, l.qty FROM (SELECT id, explode(lines) AS l FROM shop.orders) o',
    ['id < shop.orders.id', 'sku < shop.orders.lines', 'qty < shop.orders.lines'],
  ),
];
