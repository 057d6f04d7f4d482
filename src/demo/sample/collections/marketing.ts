import { ON } from '../connections.ts';
import type { CollectionDraft } from '../draft.ts';
import { sql } from '../sql.ts';
import { audienceReports } from './audience-reports.ts';

export const marketing: CollectionDraft = {
  name: 'Marketing',
  description: null,
  kind: 'custom',
  reports: [
    {
      name: 'Campaign performance',
      about: 'Spend, clicks and sessions of every running campaign.',
      by: 'chiara',
      created: '2026-01-15',
      edited: '2026-10-19',
      views: 2087,
      queries: [
        {
          name: 'Spend by campaign',
          on: ON.snowflake,
          sql: sql`
            SELECT c.name AS campaign, c.channel, SUM(a.cost) AS cost, SUM(a.clicks) AS clicks,
                   SUM(a.cost) / NULLIF(SUM(a.clicks), 0) AS cost_per_click
            FROM marketing.campaigns c
            LEFT JOIN marketing.ad_spend a ON a.campaign_id = c.campaign_id
            WHERE c.ends_on >= CURRENT_DATE
            GROUP BY 1, 2
          `,
          charts: [
            ['hStackedBar', 'Spend & clicks by campaign', { columns: ['CAMPAIGN', 'COST', 'CLICKS'] }],
            ['table', 'All campaigns', { columns: ['CAMPAIGN', 'CHANNEL', 'COST', 'COST_PER_CLICK'] }],
          ],
        },
        {
          name: 'Sessions by campaign',
          on: ON.snowflake,
          sql: sql`
            /* sessions without a campaign come FROM search and from friends */
            SELECT c.name AS campaign, COUNT(*) AS sessions, COUNT_IF(w.converted) AS orders
            FROM marketing.web_sessions AS w, marketing.campaigns AS c
            WHERE w.campaign_id = c.campaign_id
            GROUP BY c.name
          `,
          charts: [['bar', 'Sessions → orders', { columns: ['CAMPAIGN', 'SESSIONS', 'ORDERS'] }]],
        },
      ],
    },
    {
      name: 'Landing page funnel',
      by: 'chiara',
      created: '2026-02-24',
      views: 390,
      queries: [
        {
          name: 'Funnel',
          on: ON.snowflake,
          sql: sql`
            {% assign page = landing_page | default: '/' %}
            WITH landed AS (
              SELECT session_id, customer_id, converted
              FROM marketing.web_sessions
              WHERE landing_page LIKE '{{ page }}%'
            ), known AS (
              SELECT l.session_id, l.converted
              FROM landed l
              WHERE EXISTS (SELECT 1 FROM customers.customers c WHERE c.customer_id = l.customer_id)
            )
            SELECT (SELECT COUNT(*) FROM landed) AS landed,
                   (SELECT COUNT(*) FROM known) AS known,
                   (SELECT COUNT(*) FROM known k WHERE k.converted) AS converted

            {% form %}
            landing_page:
              type: text
              default: /beans
            {% endform %}
          `,
          charts: [
            ['vegas', 'Funnel'],
            ['bigNumber', 'Landed', { generation: 'view' }],
          ],
        },
      ],
    },
    {
      name: 'Last touch before the order',
      by: 'dmitri',
      created: '2026-04-22',
      views: 158,
      queries: [
        {
          name: 'Last touch',
          on: ON.snowflake,
          sql: sql`
            SELECT touch.campaign_id, COUNT(*) AS orders, SUM(touch.total) AS revenue
            FROM (
              SELECT o.order_id, o.total, w.campaign_id,
                     ROW_NUMBER() OVER (PARTITION BY o.order_id ORDER BY w.started_at DESC) AS back
              FROM analytics.sales.orders o
              JOIN analytics.marketing.web_sessions w
                ON w.customer_id = o.customer_id AND w.started_at < o.ordered_at
            ) touch
            WHERE touch.back = 1
            GROUP BY touch.campaign_id
          `,
          charts: [
            ['pie', 'Orders by last touch', { columns: ['CAMPAIGN_ID', 'ORDERS'] }],
            ['vegasPivotTable', 'By campaign'],
          ],
        },
      ],
    },
    {
      name: 'Black Friday 2025',
      by: null,
      created: '2026-01-02',
      edited: null,
      ran: null,
      archived: true,
      views: 876,
      queries: [
        {
          name: 'Hour by hour',
          on: ON.snowflake,
          sql: sql`
            SELECT HOUR(ordered_at) AS hour, COUNT(*) AS orders
            FROM sales.orders
            WHERE ordered_at::date = '2025-11-28'
            GROUP BY hour
          `,
          charts: [['line', 'Orders by hour', { generation: 'view' }]],
        },
      ],
    },
    ...audienceReports,
  ],
};
