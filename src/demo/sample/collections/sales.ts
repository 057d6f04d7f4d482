import { ON } from '../connections.ts';
import type { CollectionDraft } from '../draft.ts';
import { sql } from '../sql.ts';
import { orderReports } from './order-reports.ts';

export const sales: CollectionDraft = {
  name: 'Sales & stores',
  description: 'Orders, refunds and what the cafés take in. Ask Amara.',
  kind: 'custom',
  reports: [
    {
      name: 'Daily revenue',
      about: 'The morning report of the store managers.',
      by: 'amara',
      created: '2026-01-12',
      edited: '2026-08-03',
      views: 4210,
      queries: [
        {
          name: 'Revenue by day',
          on: ON.snowflake,
          sql: sql`
            SELECT d.day, SUM(d.revenue) AS revenue, SUM(d.order_count) AS order_count
            FROM sales.daily_revenue d
            WHERE d.day >= '{{ since }}'
            GROUP BY d.day
            ORDER BY d.day

            {% form %}
            since:
              type: date
              default: 2026-01-01
            {% endform %}
          `,
          charts: [
            [
              'line',
              'Revenue by day',
              {
                description: 'Net of cancelled orders, in euro.',
                columns: ['DAY', 'REVENUE', 'ORDER_COUNT'],
              },
            ],
            ['bigValue', 'Revenue so far', { columns: ['REVENUE'] }],
          ],
        },
        {
          name: 'Revenue by store',
          on: ON.snowflake,
          sql: sql`
            SELECT s.name AS store, s.city, SUM(d.revenue) AS revenue
            FROM sales.daily_revenue d
            JOIN sales.stores s USING (store_id)
            WHERE d.day >= '{{ since }}' -- the parameter of the first query
            GROUP BY 1, 2
          `,
          charts: [
            ['hBar', 'Stores by revenue', { columns: ['STORE', 'REVENUE'] }],
            ['table', '', { columns: ['STORE', 'CITY', 'REVENUE'] }],
          ],
        },
      ],
    },
    {
      name: 'Store scorecard',
      by: 'amara',
      created: '2026-01-20',
      edited: '2026-05-28',
      views: 918,
      queries: [
        {
          name: 'Scorecard',
          on: ON.snowflake,
          sql: sql`
            WITH monthly AS (
              SELECT o.store_id, DATE_TRUNC('month', o.ordered_at) AS month, SUM(o.total) AS revenue
              FROM ANALYTICS.SALES.ORDERS o
              WHERE o.status = 'paid'
              GROUP BY 1, 2
            ), ranked AS (
              SELECT m.store_id, m.month, m.revenue,
                     RANK() OVER (PARTITION BY m.month ORDER BY m.revenue DESC) AS place,
                     LAG(m.revenue) OVER (PARTITION BY m.store_id ORDER BY m.month) AS before
              FROM monthly m
            )
            SELECT s.name, r.month, r.revenue, r.place, r.revenue / NULLIF(r.before, 0) - 1 AS growth
            FROM ranked r
            JOIN ANALYTICS.SALES.STORES s ON s.store_id = r.store_id
          `,
          charts: [
            ['pivotTable', 'Stores by month', { columns: ['NAME', 'MONTH', 'REVENUE'] }],
            ['scatter', 'Revenue and growth', { columns: ['REVENUE', 'GROWTH'] }],
          ],
        },
      ],
    },
    {
      name: 'Refund reasons',
      about: '',
      by: 'bjorn',
      created: '2026-02-02',
      ran: '2026-10-30',
      views: 77,
      queries: [
        {
          name: 'Query 1',
          on: ON.snowflake,
          sql: sql`
            SELECT r.reason, COUNT(*) AS refunds, SUM(r.amount) AS amount
            FROM sales.refunds r
            JOIN sales.orders o ON o.order_id = r.order_id
            WHERE r.refunded_at >= DATEADD(month, -3, CURRENT_DATE)
            GROUP BY r.reason
          `,
          charts: [
            ['bar', 'Refunds & returns', { generation: 'view', description: 'Last three months' }],
            ['pie', null, { generation: 'view' }],
          ],
        },
      ],
    },
    {
      name: 'This year and last',
      by: 'amara',
      created: '2026-03-01',
      views: 645,
      queries: [
        {
          name: 'Both years',
          on: ON.snowflake,
          sql: sql`
            SELECT 'this year' AS year, MONTH(d.day) AS month, SUM(d.revenue) AS revenue
            FROM sales.daily_revenue d
            WHERE YEAR(d.day) = YEAR(CURRENT_DATE)
            GROUP BY 2
            UNION ALL
            SELECT 'last year', MONTH(o.ordered_at), SUM(o.total)
            FROM sales.orders o
            WHERE YEAR(o.ordered_at) = YEAR(CURRENT_DATE) - 1
            GROUP BY 2
          `,
          charts: [['linePlusBar', 'Revenue, this year against last']],
        },
      ],
    },
    {
      name: 'Store openings 2025',
      by: 'amara',
      created: '2026-01-05',
      edited: null,
      ran: '2026-01-06',
      archived: true,
      views: 31,
      queries: [
        {
          name: 'Openings',
          on: ON.snowflake,
          sql: "SELECT name, city, opened_on FROM sales.stores WHERE opened_on >= DATE '2025-01-01'",
          charts: [['table', 'Openings', { generation: 'view' }]],
        },
      ],
    },
    ...orderReports,
  ],
};
