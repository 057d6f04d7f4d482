import type { Dialect } from '../dialect.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { TableName } from '../sources.ts';
import { MOMENTS_AND_USERS } from '../sql/keywords.ts';
import { lex } from '../sql/lexer.ts';
import { isNoTable } from '../sql/no-table.ts';
import { readDottedName, toTableName } from '../sql/table-name.ts';
import { child, type Expression, expressions, identifier, isNode, isQuoted, text } from './node.ts';

/** The name of a relation as it stands in the SQL. */
export interface RelationName {
  /** Its parts as written, from the left. */
  readonly parts: readonly string[];
  /** True when one pair of BigQuery's backticks holds all parts: that is a table's name, never an array's path. */
  readonly inOnePair?: boolean;
  /** The parts by their meaning. */
  readonly name: TableName | null;
  /** The table of that name; null when the name is known to be none. */
  readonly table: TableName | null;
}

/** The name in the body of a `table` node. */
export function relationName(body: AstNode, dialect: Dialect): RelationName {
  const called = child(body, 'identifier_func');
  const named = called === null ? null : namedByString(called, dialect);
  if (named !== null) return named;
  const written = ['catalog', 'schema', 'name'].flatMap((key) => partsOf(body[key], key, dialect));
  const value =
    written.length === 1 && !isQuoted(body.name) && MOMENTS_AND_USERS.has(String(written[0]).toUpperCase());
  if (value) return { parts: written, name: null, table: null };
  const inOnePair =
    dialect === 'bigquery' && isQuoted(body.name) && !isNode(body.schema) && written.length > 1;
  return { ...nameOf(written, dialect), inOnePair };
}

function partsOf(value: unknown, key: string, dialect: Dialect): readonly string[] {
  const name = identifier(value);
  if (name === null) return typeof value === 'object' && value !== null ? [''] : [];
  // BigQuery quotes a path as a whole; a server and a database arrive as one catalog.
  const isPath = dialect === 'bigquery' || (key === 'catalog' && !isQuoted(value));
  return isPath ? name.split('.') : [name];
}

function nameOf(written: readonly string[], dialect: Dialect): RelationName {
  const { parts, link } = withoutSuffix(written, dialect);
  const name = toTableName({ parts, link }, dialect);
  return { parts, name, table: name === null || isNoTable(name, dialect) ? null : name };
}

/** Takes off what the tree leaves at the name: Oracle's `@link.with.dots`, Delta's `@v12`. */
function withoutSuffix(
  written: readonly string[],
  dialect: Dialect,
): { readonly parts: readonly string[]; readonly link: string | null } {
  const at = written.findIndex((part) => part.includes('@') && !part.startsWith('@'));
  const part = written[at] ?? '';
  const parts = [...written.slice(0, at), part.slice(0, part.indexOf('@'))];
  if (at >= 0 && dialect === 'oracle') {
    return { parts, link: [part.slice(part.indexOf('@') + 1), ...written.slice(at + 1)].join('.') };
  }
  const isVersion = (dialect === 'databricks' || dialect === 'spark') && /@(?:v\d+|\d{17})$/.test(part);
  return { parts: isVersion ? parts : written, link: null };
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
