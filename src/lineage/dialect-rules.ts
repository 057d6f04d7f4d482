import type { Dialect } from './dialect.ts';

/** How names of a dialect stand in OpenMetadata. */
export interface NamingRules {
  /**
   * What a connection's `database` is: the database of its tables; only a hint, as with a catalog of many; the schema, in
   * warehouses without a level above it (OpenMetadata then puts an artificial database there); or of no use.
   */
  readonly connectionDatabase: 'database' | 'hint' | 'schema' | 'none';
  /** The schema of a name without one. */
  readonly defaultSchema: string | null;
  /** What the warehouse makes of a name without quotes, as far as OpenMetadata's spelling goes. */
  readonly folds: 'upper' | 'lower';
}

const lower = (
  connectionDatabase: NamingRules['connectionDatabase'],
  defaultSchema: string | null = null,
): NamingRules => ({ connectionDatabase, defaultSchema, folds: 'lower' });

const RULES: Readonly<Record<Dialect, NamingRules>> = {
  postgres: lower('database', 'public'),
  redshift: lower('database', 'public'),
  vertica: lower('database', 'public'),
  tsql: lower('database', 'dbo'),
  snowflake: { connectionDatabase: 'database', defaultSchema: 'PUBLIC', folds: 'upper' },
  bigquery: lower('database'),
  databricks: lower('hint'),
  trino: lower('hint'),
  presto: lower('hint'),
  generic: lower('hint'),
  mysql: lower('schema'),
  singlestore: lower('schema'),
  spark: lower('schema'),
  hive: lower('schema'),
  impala: lower('schema'),
  athena: lower('schema'),
  clickhouse: lower('schema'),
  teradata: lower('schema'),
  druid: lower('none', 'druid'),
  oracle: { connectionDatabase: 'none', defaultSchema: null, folds: 'upper' },
  db2: { connectionDatabase: 'hint', defaultSchema: null, folds: 'upper' },
};

export const namingRules = (dialect: Dialect): NamingRules => RULES[dialect];
