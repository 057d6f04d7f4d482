import type { DemoConnection } from '../mode/mode-data.ts';
import { tokenOf } from '../mode/wire-id.ts';

/** The ids that queries name their connection by. */
export const ON = {
  snowflake: 34101,
  shop: 34102,
  /** Snowflake without a default database: two-part names may mean several tables. */
  snowflakeAnyDatabase: 34103,
  /** Still listed, marked as deleted. */
  oldRedshift: 34090,
  /** Deleted for good: no connection has this id. */
  gone: 33777,
} as const;

export const sampleConnections = (): DemoConnection[] => [
  connection(
    ON.snowflake,
    'Snowflake',
    'snowflake',
    'ANALYTICS',
    'lumen.eu-west-1.snowflakecomputing.example',
  ),
  connection(ON.shop, 'Shop (read replica)', 'postgresql', 'shop', 'replica.shop.lumen.example'),
  connection(
    ON.snowflakeAnyDatabase,
    'Snowflake (loader)',
    'snowflake',
    null,
    'lumen.eu-west-1.snowflakecomputing.example',
  ),
  {
    ...connection(ON.oldRedshift, 'Redshift until 2025', 'redshift', 'legacy', 'redshift.lumen.example'),
    deleted: true,
  },
];

function connection(
  id: number,
  name: string,
  vendor: string,
  database: string | null,
  host: string,
): DemoConnection {
  const token = tokenOf(`connection ${name}`);
  return { id, token, name, adapter: `jdbc:${vendor}`, vendor, database, host, deleted: false };
}
