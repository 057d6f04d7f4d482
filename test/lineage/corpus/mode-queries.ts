import { type Corpus, reads, readsGiven } from './case.ts';

const DEFINITIONS = {
  active_users: `-- people who came back
SELECT u.id, u.email
FROM app.users u
JOIN app.logins l ON l.user_id = u.id
WHERE u.deleted_at IS NULL;`,
  revenue: 'SELECT * FROM billing.invoices i JOIN {{ @active_users as a }} ON a.id = i.user_id',
  internal_domains: "SELECT 'acme.com' AS domain",
};

/** Queries with Mode's forms, parameters, branches and definitions. */
export const MODE_QUERIES: Corpus = {
  postgres: [
    reads(
      'a date range and a list',
      `SELECT date_trunc('{{ grain }}', o.created_at) AS period, count(*)
FROM shop.orders o
WHERE o.created_at BETWEEN '{{ start_date }}' AND '{{ end_date }}'
  AND o.country IN ({{ countries }})
GROUP BY 1

{% form %}
grain:
  type: select
  default: week
  options: [day, week, month]
start_date:
  type: date
  default: {{ 'now' | date: '%s' | minus: 2592000 | date: '%Y-%m-%d' }}
end_date:
  type: date
  default: {{ 'now' | date: '%Y-%m-%d' }}
countries:
  type: multiselect
  default: all
  options: [DE, FR, IT]
{% endform %}`,
      'shop.orders',
    ),
    reads(
      'a table for each grain',
      `SELECT * FROM {% if grain == 'day' %} mart.daily {% elsif grain == 'week' %} mart.weekly {% else %} mart.monthly {% endif %} m
JOIN mart.targets t ON t.period = m.period
{% form %}
grain:
  type: select
  default: week
  options: [day, week, month]
{% endform %}`,
      'mart.weekly',
      'mart.targets',
      'mart.daily?',
      'mart.monthly?',
    ),
    reads(
      'a join that is only wanted sometimes',
      `SELECT u.id {% if with_plan == 'yes' %}, p.name {% endif %}
FROM app.users u
{% if with_plan == 'yes' %} LEFT JOIN app.plans p ON p.id = u.plan_id {% endif %}
WHERE 1 = 1 {% unless country == 'all' %} AND u.country IN (SELECT code FROM app.countries WHERE name = '{{ country }}') {% endunless %}
{% form %}
with_plan:
  type: select
  default: 'no'
  options: [['Yes', 'yes'], ['No', 'no']]
country:
  type: text
  default: all
{% endform %}`,
      'app.users',
      'app.plans?',
      'app.countries?',
    ),
    reads(
      'a case by region',
      `{% case region %}
{% when 'eu' %} SELECT * FROM eu.orders
{% when 'us', 'ca' %} SELECT * FROM us.orders
{% else %} SELECT * FROM world.orders
{% endcase %}
{% form %}
region:
  type: select
  default: us
  options: [eu, us, ca, all]
{% endform %}`,
      'us.orders',
      'eu.orders?',
      'world.orders?',
    ),
    reads(
      'a known schema as a parameter',
      'SELECT * FROM {{ schema }}.orders o JOIN {{schema}}.lines l ON l.order_id = o.id\n{% form %}\nschema:\n  type: select\n  default: prod\n  options: [prod, staging]\n{% endform %}',
      'prod.orders',
      'prod.lines',
    ),
    reads(
      'a union by a loop',
      `{% assign regions = 'eu,us,apac' | split: ',' %}
{% for r in regions %}
SELECT '{{ r }}' AS region, count(*) FROM {{ r }}_mart.orders
{% unless forloop.last %} UNION ALL {% endunless %}
{% endfor %}`,
      'eu_mart.orders',
      'us_mart.orders',
      'apac_mart.orders',
    ),
    reads(
      'a loop over columns',
      `{% assign cols = "a,b,c" | split: "," %}
SELECT {% for c in cols %} sum({{ c }}) AS {{ c }}{% unless forloop.last %},{% endunless %} {% endfor %} FROM s.t1`,
      's.t1',
    ),
    reads(
      'a comment of Liquid and one of SQL',
      `{% comment %} SELECT * FROM old.orders {% endcomment %}
-- FROM {{ @gone }} {{ x }}
/* {{ y }} JOIN z */
SELECT * FROM new.orders WHERE note LIKE '%{{ q }}%'`,
      'new.orders',
    ),
    readsGiven(
      { definitions: DEFINITIONS },
      'a definition that is joined, without an alias',
      'SELECT count(*) FROM {{ @active_users }} JOIN app.plans p ON p.user_id = active_users.id',
      'app.users',
      'app.logins',
      'app.plans',
    ),
    readsGiven(
      { definitions: DEFINITIONS },
      'a definition in a definition',
      'WITH r AS (SELECT * FROM {{ @revenue as x }}) SELECT * FROM r',
      'billing.invoices',
      'app.users',
      'app.logins',
    ),
    readsGiven(
      { definitions: DEFINITIONS },
      'a definition in IN and one without tables',
      "SELECT * FROM app.events WHERE user_id IN (SELECT id FROM {{ @active_users AS a }}) AND split_part(email, '@', 2) NOT IN (SELECT domain FROM {{ @internal_domains as d }})",
      'app.events',
      'app.users',
      'app.logins',
    ),
    readsGiven(
      { definitions: DEFINITIONS },
      'a definition that is not used, in a branch',
      "SELECT * FROM s.t1 {% if deep == 'yes' %} JOIN {{ @active_users as u }} ON u.id = t1.id {% endif %}",
      's.t1',
      'app.users?',
      'app.logins?',
    ),
    readsGiven(
      { definitions: DEFINITIONS },
      'a definition that nobody knows',
      'SELECT * FROM {{ @not_there }} n JOIN {{ @active_users as a }} ON a.id = n.id',
      'app.users',
      'app.logins',
    ),
    readsGiven(
      {
        siblings: [
          'SELECT 1\n{% form %}\nenv:\n  type: select\n  default: prod\n  options: [prod, dev]\n{% endform %}',
        ],
      },
      'a parameter of another query',
      "SELECT * FROM {{ env }}_mart.orders {% if env == 'dev' %} JOIN dev_mart.fixtures USING (id) {% endif %}",
      'prod_mart.orders',
      'dev_mart.fixtures?',
    ),
    reads('a broken tag', "SELECT * FROM s.t1 {% if x == 'a' %} JOIN s.t2 USING (id)", 's.t1', 's.t2'),
    reads(
      'a parameter after LIMIT and in ORDER BY',
      'SELECT a FROM s.t1 ORDER BY {{ by }} {{ direction }} LIMIT {{ n }} OFFSET {{ m }}',
      's.t1',
    ),
    reads('an unknown table and a known one', 'SELECT * FROM {{ tab }} x LEFT JOIN s.t1 USING (id)', 's.t1'),
    reads(
      'a script in which a branch chooses the temporary table',
      `CREATE TEMP TABLE base AS
{% if full == 'true' %} SELECT * FROM raw.everything {% else %} SELECT * FROM raw.recent {% endif %};
SELECT * FROM base JOIN dim.days USING (day);
{% form %}
full:
  type: radio
  default: 'false'
  options: ['true', 'false']
{% endform %}`,
      'raw.recent',
      'dim.days',
      'raw.everything?',
    ),
    reads(
      'an else if and a contains',
      "SELECT 1 FROM {% if plans contains 'pro' %} s.a {% else if plans contains 'free' %} s.b {% else %} s.c {% endif %} x",
      's.c',
      's.a?',
      's.b?',
    ),
    reads('a captured text', '{% capture tab %}s.t1{% endcapture %} SELECT * FROM {{ tab }}', 's.t1'),
    reads(
      'a JSON path with braces and a raw block',
      `SELECT a #>> '{x,y}', '{% raw %}{{ b }}{% endraw %}' FROM s.t1 WHERE c @> '{"a": 1}'`,
      's.t1',
    ),
    reads(
      'a tag hidden in a comment',
      "SELECT * FROM s.t1\n-- {% if x == 'y' %}\nJOIN s.t2 USING (id)\n-- {% endif %}",
      's.t1',
      's.t2?',
    ),
    reads(
      'a whole condition',
      "SELECT * FROM s.t1 WHERE {% if a %} x = '{{ a }}' AND {% endif %} 1 = 1",
      's.t1',
    ),
  ],
  redshift: [
    reads(
      'hash tables and a parameter',
      `DROP TABLE IF EXISTS #cohort;
CREATE TABLE #cohort AS SELECT user_id FROM app.signups WHERE day >= '{{ from_day }}';
SELECT count(*) FROM #cohort c JOIN spectrum.events e USING (user_id) WHERE e.day > '{{from_day}}'
{% form %}
from_day:
	type: date
	default: 2024-01-01
{% endform %}`,
      'app.signups',
      'spectrum.events',
    ),
    reads(
      'a LIMIT that is a branch',
      "SELECT {% if preview == 'yes' %} TOP 100 {% endif %} * FROM s.t1 {% if preview != 'yes' %} UNION ALL SELECT * FROM s.archive {% endif %}",
      's.t1',
      's.archive',
    ),
    readsGiven(
      { definitions: DEFINITIONS },
      'a definition as a temporary table',
      'CREATE TEMP TABLE a AS {{ @active_users }}; SELECT * FROM a',
      'app.users',
      'app.logins',
    ),
    reads(
      'an interval from a parameter',
      "SELECT dateadd(day, -{{ days | default: 7 }}, getdate()) FROM s.t1 WHERE a > interval '{{ n }} days'",
      's.t1',
    ),
  ],
  snowflake: [
    reads(
      'a database as a parameter',
      `SELECT * FROM {{ env }}.MART.ORDERS o, LATERAL FLATTEN(o.ITEMS) f WHERE f.value:sku::string ILIKE '%{{ sku }}%'
{% form %}
env:
  type: select
  default: PROD
  options: [PROD, DEV]
{% endform %}`,
      'PROD.MART.ORDERS',
    ),
    reads('an unknown database', 'SELECT * FROM {{ env }}.MART.ORDERS', 'MART.ORDERS'),
    reads(
      'a clause that only one branch has',
      'SELECT * FROM raw.t1 {% if latest %} QUALIFY row_number() OVER (PARTITION BY id ORDER BY ts DESC) = 1 {% else %} JOIN raw.t2 USING (id) {% endif %}',
      'raw.t1',
      'raw.t2',
    ),
    readsGiven(
      { definitions: { base: 'SELECT * FROM RAW.EVENTS // all of them' } },
      'a definition that ends in a slash comment',
      'SELECT * FROM {{ @base }} WHERE a:b.from = 1',
      'RAW.EVENTS',
    ),
    reads(
      'a multiselect in ANY',
      "SELECT 1 FROM s.t1 WHERE a LIKE ANY ({{ pats }})\n{% form %}\npats:\n  type: multiselect\n  default: ['a%', 'b%']\n  options: ['a%', 'b%', 'c%']\n{% endform %}",
      's.t1',
    ),
  ],
  bigquery: [
    reads(
      'a project, a data set and a suffix in backticks',
      'SELECT 1 FROM `{{ project }}.analytics_1.events_*` WHERE _TABLE_SUFFIX = "{{ day }}"\n{% form %}\nproject:\n  type: text\n  default: acme-prod\nday:\n  type: text\n  default: "20240101"\n{% endform %}',
      'acme-prod.analytics_1.events_*',
    ),
    reads(
      'an unknown suffix of a wildcard',
      'SELECT 1 FROM `acme-prod.analytics_1.events_{{ y }}*`',
      'acme-prod.analytics_1.events_*',
    ),
    reads('an unknown data set', 'SELECT 1 FROM `acme-prod.{{ ds }}.orders`', 'acme-prod.null.orders'),
    reads(
      'DECLARE from parameters',
      `DECLARE d DATE DEFAULT '{{ day }}';
{% if debug == 'on' %} SELECT * FROM mart.debug; {% endif %}
SELECT * FROM mart.orders WHERE day = d`,
      'mart.orders',
      'mart.debug?',
    ),
    readsGiven(
      { definitions: { items: 'SELECT i.sku FROM shop.orders o, o.items i # every line' } },
      'a definition with an array path',
      'SELECT * FROM {{ @items as x }} JOIN shop.skus USING (sku)',
      'shop.orders',
      'shop.skus',
    ),
    reads(
      'a pipe with a branch',
      "FROM mart.orders {% if c == 'x' %} |> JOIN mart.customers USING (id) {% endif %} |> LIMIT 10",
      'mart.orders',
      'mart.customers?',
    ),
  ],
  tsql: [
    reads(
      'parameters in a script',
      `DECLARE @d DATE = '{{ day }}'
SELECT {% if top_n %} TOP ({{ top_n }}) {% endif %} o.Id INTO #x FROM [Sales].[dbo].[Orders] o WHERE o.D = @d
SELECT * FROM #x JOIN [{{ db }}].dbo.Regions r ON 1 = 1
{% form %}
db:
  type: text
  default: Crm
{% endform %}`,
      'Sales.dbo.Orders',
      'Crm.dbo.Regions',
    ),
    readsGiven(
      { definitions: { people: 'SELECT * FROM dbo.People WITH (NOLOCK)' } },
      'a definition under APPLY',
      'SELECT * FROM dbo.t1 t CROSS APPLY (SELECT TOP 1 * FROM {{ @people as p }} WHERE p.id = t.id) x',
      'dbo.t1',
      'dbo.People',
    ),
    reads('brackets with an unknown part', 'SELECT 1 FROM [{{ db }}].[dbo].[Orders]', 'dbo.Orders'),
  ],
  mysql: [
    reads(
      'backticks and a parameter',
      'SELECT 1 FROM `{{ db }}`.`orders` USE INDEX (ix)\n{% form %}\ndb:\n  type: text\n  default: shop\n{% endform %}',
      'shop.orders',
    ),
    reads(
      'a branch by a checkbox',
      "SELECT * FROM shop.orders # {{ x }}\n{% if refunds == 'on' %} LEFT JOIN shop.refunds USING (order_id) {% endif %}",
      'shop.orders',
      'shop.refunds?',
    ),
  ],
  databricks: [
    reads(
      'a catalog as a parameter',
      'USE CATALOG {{ cat }}; SELECT * FROM shop.orders LATERAL VIEW explode(items) i AS item\n{% form %}\ncat:\n  type: text\n  default: main\n{% endform %}',
      'main.shop.orders',
    ),
    reads(
      'a list in IN',
      "SELECT * FROM main.shop.orders WHERE c IN ({{ cs }}) AND d = '{{ d }}'\n{% form %}\ncs:\n  type: multiselect\n  options: [a, b]\n{% endform %}",
      'main.shop.orders',
    ),
  ],
  trino: [
    reads(
      'a catalog by environment',
      "SELECT * FROM {% if env == 'prod' %}hive{% else %}hive_dev{% endif %}.web.logs\n{% form %}\nenv:\n  type: select\n  default: prod\n  options: [prod, dev]\n{% endform %}",
      'hive.web.logs',
      'hive_dev.web.logs?',
    ),
    readsGiven(
      { definitions: { days: "SELECT d FROM UNNEST(sequence(date '2024-01-01', current_date)) AS t (d)" } },
      'a definition without a table',
      'SELECT * FROM {{ @days as d }} LEFT JOIN hive.s.t1 ON t1.d = d.d',
      'hive.s.t1',
    ),
  ],
  athena: [
    reads(
      'a partition by parameters',
      'SELECT * FROM "logs"."alb_{{ env }}" WHERE year = \'{{ y }}\'\n{% form %}\nenv:\n  type: text\n  default: prod\n{% endform %}',
      'logs.alb_prod',
    ),
  ],
  presto: [
    reads(
      'a time range of Treasure Data',
      "SELECT * FROM www_access WHERE TD_TIME_RANGE(time, '{{ a }}', '{{ b }}') {% if x %} AND id IN (SELECT id FROM vip) {% endif %}",
      'www_access',
      'vip?',
    ),
  ],
  hive: [
    reads(
      'a partition by a parameter',
      'SELECT * FROM db.t1 WHERE ds = "{{ ds }}" {% if j %} AND k IN (SELECT k FROM db.t2) {% endif %}',
      'db.t1',
      'db.t2?',
    ),
  ],
  spark: [
    reads(
      'a path by a parameter',
      'SELECT * FROM parquet.`s3://b/{{ day }}/x` p JOIN s.t1 USING (id)',
      's.t1',
    ),
  ],
  impala: [
    reads(
      'a collection and a branch',
      'SELECT 1 FROM s.c c {% if x %}, c.orders o, s.extra {% endif %}',
      's.c',
      's.extra?',
    ),
  ],
  oracle: [
    reads(
      'an old join and a parameter',
      "SELECT * FROM hr.emp e, hr.dept d WHERE e.d = d.id (+) AND d.n = '{{ n }}' {% if loc %} AND EXISTS (SELECT 1 FROM hr.loc) {% endif %}",
      'hr.emp',
      'hr.dept',
      'hr.loc?',
    ),
  ],
  teradata: [
    reads(
      'a volatile table and a parameter',
      "CREATE VOLATILE TABLE v AS (SEL * FROM dw.t1 WHERE d = DATE '{{ d }}') WITH DATA ON COMMIT PRESERVE ROWS; SEL * FROM v",
      'dw.t1',
    ),
  ],
  clickhouse: [
    reads(
      'braces of two kinds',
      "SELECT map('a', 1)['a'] FROM shop.t1 FINAL PREWHERE d > '{{ d }}' {% if x %} AND id GLOBAL IN shop.vips {% endif %}",
      'shop.t1',
      'shop.vips?',
    ),
  ],
  vertica: [
    reads(
      'a time series with a slice of a parameter',
      "SELECT s FROM x.t1 TIMESERIES s AS '{{ slice }}' OVER (ORDER BY ts)\n{% form %}\nslice:\n  type: text\n  default: 1 hour\n{% endform %}",
      'x.t1',
    ),
  ],
  druid: [
    reads(
      'an hour or a day',
      'SELECT {% if h %} FLOOR(__time TO HOUR) {% else %} FLOOR(__time TO DAY) {% endif %} FROM "edits"',
      'edits',
    ),
  ],
  db2: [
    reads(
      'a schema as a parameter',
      'SELECT * FROM {{ s }}.T1 WITH UR\n{% form %}\ns:\n  type: text\n  default: APP\n{% endform %}',
      'APP.T1',
    ),
  ],
  singlestore: [reads('a limit', 'SELECT * FROM shop.t1 LIMIT {{ n }}', 'shop.t1')],
};
