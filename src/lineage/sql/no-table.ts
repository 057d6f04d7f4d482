import type { Dialect } from '../dialect.ts';
import { UNKNOWN_NAME } from '../liquid/unknown.ts';
import type { TableName } from '../sources.ts';

const SPARK_FORMATS = new Set(['parquet', 'delta', 'csv', 'json', 'orc', 'text', 'avro', 'binaryfile']);
const NO_TABLES = new Set(['dual', 'sysibm.sysdummy1']);

/** True for what a FROM names like a table although the catalog can have none of it. */
export function isNoTable(name: TableName, dialect: Dialect): boolean {
  const table = name.table.toLowerCase();
  const schema = name.schema?.toLowerCase() ?? null;
  if (table.startsWith('#')) return true;
  // Of a name that is known in part, only BigQuery's wildcard still says which tables are meant.
  const isWildcard = dialect === 'bigquery' && /^[^*]+\*$/.test(table.replaceAll(UNKNOWN_NAME, ''));
  if (table.includes(UNKNOWN_NAME) && !isWildcard) return true;
  if (NO_TABLES.has(schema === null ? table : `${schema}.${table}`)) return true;
  const isPath = SPARK_FORMATS.has(schema ?? '') && /[/:]/.test(table);
  return isPath && (dialect === 'spark' || dialect === 'databricks' || dialect === 'generic');
}
