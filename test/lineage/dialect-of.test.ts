import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectOf, notAWarehouse } from '../../src/lineage/dialect-of.ts';
import { connectionOf } from './workspace-double.ts';

const CONNECTIONS: readonly [
  adapter: string,
  dialect: string,
  firstType: string | null,
  vendor?: string,
  host?: string,
][] = [
  ['jdbc:redshift', 'redshift', 'Redshift'],
  ['jdbc:snowflake', 'snowflake', 'Snowflake'],
  ['jdbc:bigquery', 'bigquery', 'BigQuery'],
  ['jdbc:postgresql', 'postgres', 'Postgres'],
  ['jdbc:postgresql', 'redshift', 'Redshift', 'Amazon Redshift'],
  ['jdbc:postgresql', 'redshift', 'Redshift', 'postgresql', 'x.redshift.amazonaws.com'],
  ['jdbc:mysql', 'mysql', 'Mysql'],
  ['jdbc:mysql', 'singlestore', 'SingleStore', 'memsql'],
  ['jdbc:sqlserver', 'tsql', 'Mssql'],
  ['jdbc:databricks', 'databricks', 'Databricks'],
  ['jdbc:spark', 'spark', 'Hive'],
  ['jdbc:spark', 'databricks', 'Databricks', 'spark', 'adb-1.azuredatabricks.net'],
  ['jdbc:hive2', 'hive', 'Hive'],
  ['jdbc:impala', 'impala', 'Impala'],
  ['jdbc:presto', 'presto', 'Presto'],
  ['jdbc:trino', 'trino', 'Trino'],
  ['starburst', 'trino', 'Trino'],
  ['jdbc:athena', 'athena', 'Athena'],
  ['jdbc:treasuredata', 'presto', null],
  ['jdbc:oracle', 'oracle', 'Oracle'],
  ['jdbc:oracledb', 'oracle', 'Oracle'],
  ['jdbc:vertica', 'vertica', 'Vertica'],
  ['jdbc:teradata', 'teradata', 'Teradata'],
  ['jdbc:druid', 'druid', 'Druid'],
  ['jdbc:db2', 'db2', 'Db2'],
  ['jdbc:clickhouse', 'clickhouse', 'Clickhouse'],
  ['JDBC:Snowflake ', 'snowflake', 'Snowflake'],
  ['jdbc:future', 'snowflake', 'Snowflake', 'snowflake'],
  ['jdbc:denodo', 'generic', null],
  ['constructor', 'generic', null, '__proto__'],
];
for (const [adapter, dialect, type, vendor = null, host = null] of CONNECTIONS) {
  test(`${adapter} of ${vendor ?? 'nobody'} at ${host ?? 'nowhere'} speaks ${dialect}`, () => {
    const connection = connectionOf(adapter, { vendor, host });
    const warehouse = dialectOf(connection, 'SELECT 1');
    assert.equal(warehouse.dialect, dialect);
    assert.equal(warehouse.serviceTypes?.[0] ?? null, type);
    assert.equal(notAWarehouse(connection), null);
  });
}

const SNIFFED: readonly [sql: string, dialect: string][] = [
  ['SELECT * FROM `my-project.shop.orders`', 'bigquery'],
  ['SELECT TOP 10 * FROM [dbo].[orders]', 'tsql'],
  ['SELECT 1 FROM a LATERAL VIEW explode(b) c AS d', 'spark'],
  ['SELECT a:b::string FROM c', 'snowflake'],
  ['SELECT 1 FROM a QUALIFY 1 = 1', 'snowflake'],
  ['SELECT 1 FROM `orders`', 'mysql'],
  ['SELECT 1 FROM orders', 'generic'],
];
for (const [sql, dialect] of SNIFFED) {
  test(`behind an unknown adapter ${sql} is ${dialect}`, () => {
    assert.deepEqual(dialectOf(connectionOf('jdbc:transform'), sql), { dialect, serviceTypes: null });
  });
}

for (const adapter of [
  'jdbc:modedatasets',
  'jdbc:dbtmetrics',
  'jdbc:dbtsemanticlayer',
  'looker',
  'jdbc:salesforce',
]) {
  test(`${adapter} is no warehouse`, () => assert.ok(notAWarehouse(connectionOf(adapter))));
}
