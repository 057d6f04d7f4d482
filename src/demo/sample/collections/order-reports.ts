import { ON } from '../connections.ts';
import type { ReportDraft } from '../draft.ts';
import { sql } from '../sql.ts';

/** The sales reports that look at single orders. */
export const orderReports: readonly ReportDraft[] = [
  {
    name: 'Order explorer',
    by: 'dmitri',
    created: '2026-02-17',
    edited: '2026-09-09',
    views: 1330,
    queries: [
      {
        name: 'Orders',
        on: ON.snowflake,
        sql: sql`
          SELECT o.order_id, o.ordered_at, o.channel, o.total
            {% if with_store == 'yes' %}, s.name AS store, s.country{% endif %}
          FROM sales.orders o
          {% if with_store == 'yes' %}
          JOIN sales.stores s ON s.store_id = o.store_id
          {% endif %}
          WHERE o.channel IN ({{ channels }})
            AND o.total > {{ at_least }}

          {% form %}
          with_store:
            type: select
            default: 'no'
            options: ['yes', 'no']
          channels:
            type: multiselect
            default: [web, cafe]
            options: [web, cafe, wholesale]
          at_least:
            type: text
            default: 0
          {% endform %}
        `,
        charts: [
          ['table', 'Orders'],
          ['histogram', 'Order values'],
        ],
      },
    ],
  },
  {
    name: 'Customers who came back',
    by: 'chiara',
    created: '2026-03-11',
    edited: '2026-10-01',
    views: 512,
    imports: ['Net orders'],
    queries: [
      {
        name: 'Repeat rate',
        on: ON.snowflake,
        sql: sql`
          SELECT active.segment, COUNT(DISTINCT n.customer_id) AS customers, SUM(n.net_total) AS net_total
          FROM {{ @net_orders as n }}
          JOIN {{ @active_customers_v2 as active }} ON active.customer_id = n.customer_id
          GROUP BY active.segment
        `,
        charts: [
          ['stackedBar', 'Customers by segment'],
          ['donut', "What 'active' ones spend"],
        ],
      },
    ],
  },
  {
    name: 'What is in a basket',
    by: 'bjorn',
    created: '2026-04-06',
    views: 120,
    queries: [
      {
        name: 'Baskets',
        on: ON.snowflake,
        sql: sql`
          CREATE TEMPORARY TABLE baskets AS
          SELECT i.order_id, COUNT(*) AS line_count, SUM(i.quantity * i.unit_price - i.discount) AS value
          FROM sales.order_items i
          GROUP BY i.order_id;

          SELECT o.channel, AVG(b.line_count) AS lines_per_order, AVG(b.value) AS value
          FROM baskets b
          JOIN sales.orders o ON o.order_id = b.order_id
          GROUP BY o.channel;
        `,
        charts: [['stackedBar100', 'Basket value by channel']],
      },
    ],
  },
  {
    name: 'Net orders',
    about: 'Orders less refunds, for other reports to build on.',
    kind: 'dataset',
    by: 'chiara',
    created: '2026-02-09',
    views: 64,
    queries: [{ name: 'Net orders', on: ON.snowflake, sql: 'SELECT * FROM {{ @net_orders as n }}' }],
  },
];
