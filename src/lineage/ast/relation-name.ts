import type { Dialect } from '../dialect.ts';
import { UNKNOWN_NAME } from '../liquid/unknown.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { TableName } from '../sources.ts';
import { lex } from '../sql/lexer.ts';
import { readDottedName, toTableName } from '../sql/table-name.ts';
import { child, type Expression, expressions, identifier, isQuoted, text } from './node.ts';

/** The name of a relation as it stands in the SQL. */
export interface RelationName {
  /** Its parts as written, from the left. */
  readonly parts: readonly string[];
  /** The parts by their meaning. */
  readonly name: TableName | null;
  /** The table of that name; null when the name is known to be none. */
  readonly table: TableName | null;
}

const SPARK_FORMATS = new Set(['parquet', 'delta', 'csv', 'json', 'orc', 'text', 'avro', 'binaryfile']);
const NO_TABLES = new Set(['dual', 'sysibm.sysdummy1']);

/** The name in the body of a `table` node. */
export function relationName(body: AstNode, dialect: Dialect): RelationName {
  const called = child(body, 'identifier_func');
  const named = called === null ? null : namedByString(called, dialect);
  if (named !== null) return named;
  const written = ['catalog', 'schema', 'name'].map((key) => partsOf(body[key], key, dialect));
  return nameOf(written.flat(), dialect);
}

function partsOf(value: unknown, key: string, dialect: Dialect): readonly string[] {
  const name = identifier(value);
  if (name === null) return typeof value === 'object' && value !== null ? [''] : [];
  // BigQuery quotes a path as a whole; a server and a database arrive as one catalog.
  const isPath = dialect === 'bigquery' || (key === 'catalog' && !isQuoted(value));
  return isPath ? name.split('.') : [name];
}

function nameOf(written: readonly string[], dialect: Dialect): RelationName {
  const last = written.at(-1) ?? '';
  const at = dialect === 'oracle' ? last.indexOf('@') : -1;
  const link = at > 0 ? last.slice(at + 1) : null;
  const parts = at > 0 ? [...written.slice(0, -1), last.slice(0, at)] : written;
  const name = toTableName({ parts, link }, dialect);
  return { parts, name, table: name === null || isNoTable(name, dialect) ? null : name };
}

/** Snowflake's `IDENTIFIER('db.s.t')` and `TABLE('db.s.t')`, Databricks' `IDENTIFIER('c.s.t')`; null for other calls. */
export function namedByString({ kind, body }: Expression, dialect: Dialect): RelationName | null {
  const called = kind === 'function' ? text(body, 'name')?.toLowerCase() : null;
  if (called !== 'identifier' && called !== 'table') return null;
  const [argument, ...more] = expressions(body, 'args');
  if (argument?.kind !== 'literal' || more.length > 0) return null;
  const dotted = readDottedName(lex(text(argument.body, 'value') ?? '', dialect), 0, dialect);
  return dotted === null
    ? null
    : nameOf(
        dotted.parts.map((part) => part ?? ''),
        dialect,
      );
}

/** True for what a FROM names like a table although the catalog can have none of it. */
function isNoTable(name: TableName, dialect: Dialect): boolean {
  const table = name.table.toLowerCase();
  const schema = name.schema?.toLowerCase() ?? null;
  if (table.startsWith('#')) return true;
  const wildcard = dialect === 'bigquery' && /^[^*]+\*$/.test(table.replaceAll(UNKNOWN_NAME, ''));
  if (table.includes(UNKNOWN_NAME) && !wildcard) return true;
  if (NO_TABLES.has(schema === null ? table : `${schema}.${table}`)) return true;
  const isPath = SPARK_FORMATS.has(schema ?? '') && /[/:]/.test(table);
  return isPath && (dialect === 'spark' || dialect === 'databricks' || dialect === 'generic');
}
