import type { DemoDefinition } from '../mode/mode-data.ts';
import { tokenOf } from '../mode/wire-id.ts';
import { ON } from './connections.ts';
import { sql } from './sql.ts';

/** Named SQL that queries put in with `{{ @name }}`; two of them build on a third. */
export const sampleDefinitions = (): DemoDefinition[] => [
  definition(
    'net_orders',
    ON.snowflake,
    sql`
      SELECT o.order_id, o.customer_id, o.store_id, o.ordered_at, o.channel,
             o.total - COALESCE(SUM(r.amount), 0) AS net_total
      FROM sales.orders o
      LEFT JOIN sales.refunds r ON r.order_id = o.order_id
      WHERE o.status <> 'cancelled'
      GROUP BY o.order_id, o.customer_id, o.store_id, o.ordered_at, o.channel, o.total;
    `,
  ),
  definition(
    'latest_subscription',
    ON.snowflake,
    sql`
      SELECT s.customer_id, s.plan, s.started_at, s.cancelled_at, s.monthly_price
      FROM customers.subscriptions s
      QUALIFY ROW_NUMBER() OVER (PARTITION BY s.customer_id ORDER BY s.started_at DESC) = 1
      -- one row per customer, FROM the newest on
    `,
  ),
  definition(
    'active_customers_v2',
    ON.snowflake,
    sql`
      SELECT c.customer_id, c.segment, c.country, latest.plan, latest.monthly_price
      FROM customers.customers c
      JOIN {{ @latest_subscription as latest }} ON latest.customer_id = c.customer_id
      WHERE latest.cancelled_at IS NULL
    `,
  ),
  definition(
    'sellable_stock',
    ON.shop,
    sql`
      SELECT p.id AS product_id, p.name, p.roast, l.location, l.on_hand
      FROM products p
      JOIN inventory_levels l ON l.product_id = p.id
      WHERE p.active
    `,
  ),
];

const definition = (name: string, connectionId: number, sql: string): DemoDefinition => ({
  token: tokenOf(`definition ${name}`),
  name,
  sql,
  connectionId,
});
