import type { Dialect } from '../dialect.ts';
import type { TableName } from '../sources.ts';
import { readDottedName } from './table-name.ts';
import type { Token } from './token.ts';

/** The database and schema that a script has made current. */
export interface NameContext {
  readonly db: string | null;
  readonly schema: string | null;
}

export const NO_CONTEXT: NameContext = { db: null, schema: null };

/** Dialects in which `USE x` names a database that holds schemas; in the others it names a schema. */
const USE_NAMES_DATABASE: ReadonlySet<Dialect> = new Set(['tsql', 'snowflake']);
/** The schema of `db..table`, and of a database that was just made current. */
const SCHEMA_OF_DATABASE: Readonly<Partial<Record<Dialect, string>>> = { snowflake: 'PUBLIC', tsql: 'dbo' };

/** The context after a statement: changed by USE, SET search_path, SET SCHEMA, ALTER SESSION and DATABASE. */
export function contextAfter(
  context: NameContext,
  statement: readonly Token[],
  dialect: Dialect,
): NameContext {
  const words = statement.slice(0, 6).map((token) => token.upper);
  const at = (index: number): readonly (string | null)[] => nameAt(statement, index, dialect);
  const [first = '', second = ''] = words;
  if (first === 'USE') {
    // USE WAREHOUSE wh; but `USE warehouse` names a database of that name.
    const setsOther = second === 'ROLE' || second === 'WAREHOUSE' || second === 'SECONDARY';
    if (setsOther && statement.length > 2) return context;
    if (second === 'CATALOG') return { db: at(2).at(-1) ?? null, schema: null };
    if (second === 'DATABASE' || second === 'SCHEMA')
      return used(context, at(2), second === 'DATABASE', dialect);
    return used(context, at(1), USE_NAMES_DATABASE.has(dialect), dialect);
  }
  if (first === 'DATABASE') return used(context, at(1), false, dialect);
  if (first !== 'SET' && !(first === 'ALTER' && second === 'SESSION')) return context;
  const setting = words.findIndex((word) => SETTINGS.has(word));
  return setting < 0 ? context : set(context, statement, setting + 1, dialect);
}

const SETTINGS = new Set(['SEARCH_PATH', 'SCHEMA', 'CURRENT_SCHEMA', 'DATABASE']);
/** Entries of a search path that are no schema of the author's. */
const NO_SCHEMA = new Set(['$user', '"$user"', 'pg_catalog', 'default']);

/** `SET search_path TO a, b`: the first schema stands for the path. */
function set(context: NameContext, statement: readonly Token[], from: number, dialect: Dialect): NameContext {
  for (const token of statement.slice(from)) {
    if (token.kind === 'symbol' || token.upper === 'TO') continue;
    const schema = token.text.replace(/^'|'$/g, '').split(',')[0]?.trim() ?? '';
    if (schema !== '' && !NO_SCHEMA.has(schema.toLowerCase())) return { ...context, schema };
  }
  return dialect === 'postgres' || dialect === 'redshift' ? { ...context, schema: null } : context;
}

function used(
  context: NameContext,
  parts: readonly (string | null)[],
  isDatabase: boolean,
  dialect: Dialect,
): NameContext {
  const [last = null, db = null] = parts.toReversed();
  if (last === null) return context;
  if (db !== null) return { db, schema: last };
  return isDatabase
    ? { db: last, schema: SCHEMA_OF_DATABASE[dialect] ?? null }
    : { ...context, schema: last };
}

const nameAt = (statement: readonly Token[], index: number, dialect: Dialect): readonly (string | null)[] =>
  readDottedName(statement, index, dialect)?.parts ?? [];

/** Fills the parts that a name leaves out from the context; `db..table` gets the dialect's own schema. */
export function inContext(name: TableName, context: NameContext, dialect: Dialect): TableName {
  if (name.schema === null && name.db !== null) {
    return { ...name, schema: SCHEMA_OF_DATABASE[dialect] ?? null };
  }
  if ((name.server ?? null) !== null) return name;
  const schema = name.schema ?? context.schema;
  return { ...name, schema, db: name.db ?? context.db };
}
