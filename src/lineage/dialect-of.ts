import type { Connection } from '../mode/workspace.ts';
import { DIALECTS, type Dialect } from './dialect.ts';
import { sniffDialect } from './sniff-dialect.ts';

/** What a connection speaks, and the types of OpenMetadata's services that may hold its tables; null for any type. */
export interface Warehouse {
  readonly dialect: Dialect;
  readonly serviceTypes: readonly string[] | null;
}

/** Mode's adapters without `jdbc:`, as its API names them, and OpenMetadata's `databaseServiceType` values. */
const ADAPTERS: Readonly<Record<string, Warehouse>> = {
  redshift: { dialect: 'redshift', serviceTypes: ['Redshift'] },
  snowflake: { dialect: 'snowflake', serviceTypes: ['Snowflake'] },
  bigquery: { dialect: 'bigquery', serviceTypes: ['BigQuery'] },
  postgresql: {
    dialect: 'postgres',
    serviceTypes: ['Postgres', 'Greenplum', 'Redshift', 'Cockroach', 'Timescale'],
  },
  mysql: { dialect: 'mysql', serviceTypes: ['Mysql', 'MariaDB', 'SingleStore', 'Doris', 'StarRocks'] },
  singlestore: { dialect: 'singlestore', serviceTypes: ['SingleStore'] },
  sqlserver: { dialect: 'tsql', serviceTypes: ['Mssql', 'AzureSQL', 'Synapse', 'MicrosoftFabric'] },
  databricks: { dialect: 'databricks', serviceTypes: ['Databricks', 'UnityCatalog', 'DeltaLake'] },
  spark: {
    dialect: 'spark',
    serviceTypes: ['Hive', 'Databricks', 'UnityCatalog', 'DeltaLake', 'Glue', 'Iomete'],
  },
  hive: { dialect: 'hive', serviceTypes: ['Hive', 'Glue', 'Impala'] },
  impala: { dialect: 'impala', serviceTypes: ['Impala', 'Hive'] },
  presto: { dialect: 'presto', serviceTypes: ['Presto', 'Trino', 'Athena', 'Hive', 'Glue'] },
  trino: { dialect: 'trino', serviceTypes: ['Trino', 'Presto', 'Hive', 'Glue'] },
  athena: { dialect: 'athena', serviceTypes: ['Athena', 'Glue'] },
  oracle: { dialect: 'oracle', serviceTypes: ['Oracle'] },
  vertica: { dialect: 'vertica', serviceTypes: ['Vertica'] },
  teradata: { dialect: 'teradata', serviceTypes: ['Teradata'] },
  druid: { dialect: 'druid', serviceTypes: ['Druid'] },
  db2: { dialect: 'db2', serviceTypes: ['Db2'] },
  clickhouse: { dialect: 'clickhouse', serviceTypes: ['Clickhouse'] },
  // OpenMetadata has no service type for these: their tables may stand in a service of any type.
  treasuredata: { dialect: 'presto', serviceTypes: null },
  denodo: { dialect: 'generic', serviceTypes: null },
  arrowflightsql: { dialect: 'generic', serviceTypes: null },
};

const ALIASES: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  oracledb: 'oracle',
  hive2: 'hive',
  mssql: 'sqlserver',
  starburst: 'trino',
  prestodb: 'presto',
  prestosql: 'trino',
  memsql: 'singlestore',
};

/** Vendors and hosts that are reached through another warehouse's adapter. */
const DISGUISED: readonly { readonly adapter: string; readonly by: RegExp; readonly is: string }[] = [
  { adapter: 'postgresql', by: /redshift/, is: 'redshift' },
  { adapter: 'mysql', by: /singlestore|memsql/, is: 'singlestore' },
  { adapter: 'spark', by: /databricks/, is: 'databricks' },
  { adapter: 'hive', by: /databricks/, is: 'databricks' },
];

/** Adapters behind which there are no tables of a warehouse, and what there is instead. */
const NOT_WAREHOUSES: Readonly<Record<string, string>> = {
  modedatasets: 'Mode datasets',
  dbtmetrics: 'dbt metrics',
  dbtsemanticlayer: 'the dbt semantic layer',
  looker: 'Looker',
  salesforce: 'Salesforce',
};

/** What stands behind a connection that is no warehouse, in words; null for a warehouse. */
export const notAWarehouse = ({ adapter }: Connection): string | null => lookUpReason(bare(adapter));

/**
 * The dialect of a connection: from its adapter, else its vendor, else from how `sql` is written. Adapters stand for several
 * warehouses, so vendor and host are looked at too.
 */
export function dialectOf(connection: Connection, sql: string): Warehouse {
  const adapter = bare(connection.adapter);
  const hints = `${connection.vendor ?? ''} ${connection.host ?? ''}`.toLowerCase();
  const disguised = DISGUISED.find((one) => one.adapter === adapter && one.by.test(hints))?.is;
  const known = lookUp(disguised ?? adapter) ?? lookUp(bare(connection.vendor ?? ''));
  return known ?? { dialect: sniffDialect(sql), serviceTypes: null };
}

/** The dialect of that name, or of that adapter; undefined when there is none. */
export function dialectNamed(name: string): Dialect | undefined {
  const known = DIALECTS.find((one) => one === name.trim().toLowerCase());
  return known ?? lookUp(bare(name))?.dialect;
}

const bare = (adapter: string): string => {
  const name = adapter
    .trim()
    .toLowerCase()
    .replace(/^jdbc:/, '');
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name;
};

const lookUp = (name: string): Warehouse | undefined =>
  Object.hasOwn(ADAPTERS, name) ? ADAPTERS[name] : undefined;

const lookUpReason = (name: string): string | null =>
  Object.hasOwn(NOT_WAREHOUSES, name) ? (NOT_WAREHOUSES[name] ?? null) : null;
