import { ON } from '../connections.ts';
import type { CollectionDraft } from '../draft.ts';
import { sql } from '../sql.ts';

export const supplyChain: CollectionDraft = {
  name: 'Supply chain',
  description: 'Green beans in, roasted beans out.',
  kind: 'custom',
  reports: [
    {
      name: 'Stock levels',
      by: 'bjorn',
      created: '2026-01-19',
      edited: '2026-09-21',
      views: 1604,
      queries: [
        {
          name: 'Stock by roast',
          on: ON.shop,
          sql: sql`
            SELECT stock.roast, stock.location, SUM(stock.on_hand) AS on_hand
            FROM {{@sellable_stock as stock}}
            WHERE stock.location = '{{ location }}' OR '{{ location }}' = 'all'
            GROUP BY 1, 2

            {% form %}
            location:
              type: select
              default: all
              options: [all, Malmo, Genoa]
            {% endform %}
          `,
          charts: [
            ['stackedBar', 'Stock by roast'],
            ['table', 'Stock'],
          ],
        },
        {
          name: 'Movements',
          on: ON.shop,
          sql: sql`
            SELECT m.product_id, m.moved_at,
                   SUM(m.quantity) OVER (PARTITION BY m.product_id ORDER BY m.moved_at) AS balance
            FROM warehouse.stock_movements AS m
          `,
          charts: [['line', 'Balance']],
        },
      ],
    },
    {
      name: 'Suppliers',
      by: 'amara',
      created: '2026-02-05',
      views: 148,
      queries: [
        {
          name: 'Lead times',
          on: ON.shop,
          sql: sql`
            select s.country, avg(s.lead_time_days) as days, count(distinct p.id) as products
            from suppliers s
            left join products p on p.supplier_id = s.id
            group by s.country
          `,
          charts: [['hBar', 'Days by country']],
        },
      ],
    },
    {
      name: 'Roast yield & cupping',
      by: 'esi_freelance',
      created: '2026-03-03',
      edited: '2026-04-14',
      views: 97,
      queries: [
        {
          name: 'Yield',
          on: ON.shop,
          sql: sql`
            SELECT b.roasted_on, b.yield_pct, n.score, EXTRACT(week FROM b.roasted_on) AS week
            FROM shop.warehouse.roast_batches b
            LEFT JOIN public."CuppingNotes" n ON n."batchId" = b.id
          `,
          charts: [
            ['scatter', 'Yield & score'],
            ['scatter', 'Yield &amp; score (copy)'],
          ],
        },
      ],
    },
    {
      name: 'Deliveries',
      by: 'bjorn',
      created: '2026-03-24',
      views: 266,
      queries: [
        {
          name: 'Carriers',
          on: ON.shop,
          sql: sql`
            SELECT carrier,
                   percentile_cont(0.9) WITHIN GROUP (ORDER BY delivered_at - shipped_at) AS slowest_tenth,
                   count(*) FILTER (WHERE delivered_at IS NULL) AS under_way
            FROM warehouse.shipments
            WHERE shipped_at > now() - interval '90 days'
            GROUP BY carrier
          `,
          charts: [['bar', 'Slowest tenth', { generation: 'view' }]],
        },
      ],
    },
    {
      name: 'Category tree',
      by: 'chiara',
      created: '2026-04-17',
      views: 22,
      queries: [
        {
          name: 'Tree',
          on: ON.shop,
          sql: sql`
            WITH RECURSIVE tree AS (
              SELECT id, name, 1 AS depth FROM categories WHERE parent_id IS NULL
              UNION ALL
              SELECT c.id, c.name, tree.depth + 1 FROM categories c JOIN tree ON tree.id = c.parent_id
            )
            SELECT tree.name, tree.depth, count(p.id) AS products
            FROM tree
            LEFT JOIN products p ON p.category_id = tree.id
            GROUP BY tree.name, tree.depth
          `,
          charts: [['table', 'Categories']],
        },
      ],
    },
    {
      name: 'Reviews',
      by: 'chiara',
      created: '2026-05-20',
      views: 301,
      queries: [
        {
          name: 'Ratings',
          on: ON.shop,
          sql: sql`
            DROP TABLE IF EXISTS recent;
            CREATE TEMP TABLE recent AS
              SELECT product_id, rating FROM public.reviews WHERE created_at > now() - interval '30 days';
            SELECT p.name, avg(recent.rating) AS rating FROM recent JOIN public.products p ON p.id = recent.product_id
            GROUP BY p.name
          `,
          charts: [['histogram', 'Ratings']],
        },
      ],
    },
    {
      name: 'Stock before the move',
      about: 'Its connections are gone; nobody has dared to archive it.',
      by: null,
      created: '2026-01-02',
      edited: null,
      ran: '2026-01-30',
      views: 9,
      queries: [
        {
          name: 'On a connection that is no more',
          on: ON.gone,
          sql: 'SELECT * FROM stock.levels',
          charts: [['table', 'Levels', { generation: 'view' }]],
        },
        {
          name: 'On a deleted connection',
          on: ON.oldRedshift,
          sql: 'SELECT sku, SUM(qty) AS qty FROM stock.levels_2025 GROUP BY sku',
        },
      ],
    },
  ],
};
