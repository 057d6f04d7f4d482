import type { DemoWarehouse } from '../../open-metadata/warehouse.ts';
import { columns } from './columns.ts';

/** The web shop's own PostgreSQL: what is sold, what is in store, what is roasted and shipped. */
export const SHOP: DemoWarehouse = {
  service: 'shop_postgres',
  serviceType: 'Postgres',
  databases: {
    shop: {
      public: {
        products: columns(
          'id BIGINT, sku VARCHAR, name VARCHAR, category_id BIGINT, supplier_id BIGINT, price NUMERIC, roast VARCHAR, active BOOLEAN',
        ),
        categories: columns('id BIGINT, name VARCHAR, parent_id BIGINT'),
        suppliers: columns('id BIGINT, name VARCHAR, country VARCHAR, lead_time_days INT'),
        inventory_levels: columns('product_id BIGINT, location VARCHAR, on_hand INT, counted_at TIMESTAMP'),
        reviews: columns('id BIGINT, product_id BIGINT, rating INT, body TEXT, created_at TIMESTAMP'),
        CuppingNotes: columns('id BIGINT, batchId BIGINT, score NUMERIC, tastedOn DATE'),
      },
      warehouse: {
        shipments: columns(
          'id BIGINT, order_id BIGINT, carrier VARCHAR, shipped_at TIMESTAMP, delivered_at TIMESTAMP, cost NUMERIC',
        ),
        stock_movements: columns(
          'id BIGINT, product_id BIGINT, moved_at TIMESTAMP, quantity INT, reason VARCHAR',
        ),
        roast_batches: columns(
          'id BIGINT, product_id BIGINT, roasted_on DATE, kilograms NUMERIC, yield_pct NUMERIC',
        ),
      },
    },
  },
};
