import type { Dialect } from '../dialect.ts';

/** What the parser calls each dialect, or the nearest one that it knows: it has no DB2, Impala and Vertica. */
const NAMES: Readonly<Record<Dialect, string>> = {
  redshift: 'redshift',
  snowflake: 'snowflake',
  bigquery: 'bigquery',
  postgres: 'postgresql',
  mysql: 'mysql',
  singlestore: 'singlestore',
  tsql: 'tsql',
  databricks: 'databricks',
  spark: 'spark',
  hive: 'hive',
  impala: 'hive',
  presto: 'presto',
  trino: 'trino',
  athena: 'athena',
  oracle: 'oracle',
  vertica: 'postgresql',
  teradata: 'teradata',
  druid: 'druid',
  db2: 'generic',
  clickhouse: 'clickhouse',
  generic: 'generic',
};

export const polyglotDialect = (dialect: Dialect): string => NAMES[dialect];
