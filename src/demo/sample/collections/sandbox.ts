import { ON } from '../connections.ts';
import type { CollectionDraft } from '../draft.ts';

/** Names as people and attackers write them: whatever shows one of these must still look as it should. */
export const sandbox: CollectionDraft = {
  name: 'Sandbox | do *not* rely on `anything` here',
  description: 'Try-outs. <b>Not</b> for [decisions](https://lumen.example).',
  kind: 'custom',
  reports: [
    {
      name: '<img src=x onerror="alert(\'report\')"> Churn',
      about: '<script>alert(1)</script>\n\n# Not a heading',
      key: 'hostile html',
      by: 'bjorn',
      created: '2026-03-02',
      views: 3,
      queries: [
        {
          name: '</details><h1>Cancelled</h1>',
          on: ON.snowflake,
          sql: 'SELECT plan, COUNT(*) AS gone FROM customers.subscriptions WHERE cancelled_at IS NOT NULL GROUP BY plan',
          charts: [['bar', '<svg onload=alert(1)> "Cancelled" & gone']],
        },
      ],
    },
    {
      name: '::error file=action.yml::Quarter | end %0A::set-output',
      key: 'hostile workflow command',
      by: 'amara',
      created: '2026-03-02',
      views: 1,
      queries: [
        {
          name: '::add-mask::orders',
          on: ON.snowflake,
          sql: 'SELECT order_id, total FROM sales.orders',
          charts: [['table', '::warning::Orders\n::error::More orders']],
        },
      ],
    },
    {
      name: '**bold** [click](javascript:alert(1)) `code` | cell @channel #1',
      key: 'hostile markdown',
      about: '| a | b |\n|---|---|\n![](https://tracker.example/p.png)',
      by: 'chiara',
      created: '2026-03-03',
      views: 2,
      queries: [
        {
          name: '```sql',
          on: ON.shop,
          sql: 'SELECT sku, price FROM products -- ``` end of block',
          charts: [['pie', '# ~~Prices~~ _today_']],
        },
      ],
    },
    {
      name: 'Orders"]; click A "https://evil.example" %%{init: {}}%% --> B',
      key: 'hostile mermaid',
      by: 'dmitri',
      created: '2026-03-03',
      views: 2,
      queries: [
        {
          name: 'end; subgraph "x"',
          on: ON.snowflake,
          sql: 'SELECT campaign_id, budget FROM marketing.campaigns',
          charts: [['donut', 'a["b"]:::c']],
        },
      ],
    },
    {
      name: '☕ Beans of the month 🏆🇪🇹',
      key: 'emoji',
      by: 'amara',
      created: '2026-04-01',
      views: 640,
      queries: [
        {
          name: 'Beans 🫘',
          on: ON.shop,
          sql: "SELECT p.name || ' 🫘' AS bean, r.rating FROM products p JOIN reviews r ON r.product_id = p.id",
          charts: [['hBar', 'Top 10 🫘 – “filter” & ‘espresso’']],
        },
      ],
    },
    {
      name: 'تقرير المبيعات \u202Egnp.exe',
      key: 'right to left',
      by: 'esi_freelance',
      created: '2026-04-02',
      views: 5,
      queries: [
        {
          name: 'المبيعات',
          on: ON.snowflake,
          sql: 'SELECT day AS "يوم", revenue AS "إيراد" FROM sales.daily_revenue',
          charts: [['line', 'الإيراد']],
        },
      ],
    },
    {
      name: '\u001b[31mRed\u001b[0m alert\u0007\r\noverwritten',
      key: 'hostile terminal',
      by: 'report_robot',
      created: '2026-04-03',
      views: 0,
      queries: [
        {
          name: '\u001b]0;title\u0007',
          on: ON.snowflake,
          sql: 'SELECT COUNT(*) AS tickets FROM customers.support_tickets WHERE closed_at IS NULL',
          charts: [['bigValue', '\u001b[2JOpen']],
        },
      ],
    },
  ],
};
