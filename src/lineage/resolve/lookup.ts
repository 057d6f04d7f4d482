import type { Dialect } from '../dialect.ts';
import { namingRules } from '../dialect-rules.ts';
import type { TableName } from '../sources.ts';

/** The parts of a table below its service; null for one that is not known: any will do. */
export interface TableParts {
  readonly db: string | null;
  readonly schema: string | null;
  readonly table: string;
}

/** One table to look for in the catalog. */
export interface Lookup {
  /** Names of the services that may hold it. */
  readonly services: readonly string[];
  /** What to look for, in turn: the next one only when nothing was found. */
  readonly attempts: readonly TableParts[];
  readonly folds: 'upper' | 'lower';
  /** Database that OpenMetadata invents where the warehouse has none; null where it has one. */
  readonly inventedDatabase: string | null;
}

/** What a connection adds to names: its database, and where BigQuery keeps the project. */
export interface NameSource {
  readonly database: string | null;
  readonly host: string | null;
}

/** Turns a name as the SQL writes it into what to look for: what it leaves out comes from the connection, then the dialect. */
export function lookupFor(
  name: TableName,
  dialect: Dialect,
  connection: NameSource,
  services: readonly string[],
): Lookup {
  const { connectionDatabase, defaultSchema, folds } = namingRules(dialect);
  const own = ownDatabase(dialect, connection);
  const isElsewhere = (name.server ?? null) !== null;
  const schemaOf = connectionDatabase === 'schema' ? own : defaultSchema;
  const table = dialect === 'bigquery' ? name.table.replace(/\$\w+$/, '') : name.table;
  const whole: TableParts = { db: name.db, schema: name.schema ?? (isElsewhere ? null : schemaOf), table };
  const fills = whole.db === null && own !== null && !isElsewhere;
  const filled = { ...whole, db: own };
  const attempts =
    fills && connectionDatabase === 'database'
      ? [filled]
      : fills && connectionDatabase === 'hint'
        ? [filled, whole]
        : [whole];
  const invents = connectionDatabase === 'schema' || connectionDatabase === 'none';
  return {
    services,
    attempts: [...attempts, ...shardFamily(dialect, attempts)],
    folds,
    inventedDatabase: invents && name.db === null ? 'default' : null,
  };
}

/** BigQuery connections say `default` for their database; the project stands in `host`. Presto may write `catalog/schema`. */
function ownDatabase(dialect: Dialect, { database, host }: NameSource): string | null {
  const name = database?.split('/')[0]?.trim() ?? '';
  if (dialect !== 'bigquery') return name === '' ? null : name;
  if (name !== '' && name.toLowerCase() !== 'default') return name;
  // A project id has no dot; a server's address is none.
  return host !== null && /^[\w:-]+$/.test(host) ? host : null;
}

/** A shard of one day that is not in the catalog stands for its family: events_20240101 → events_*. */
const shardFamily = (dialect: Dialect, attempts: readonly TableParts[]): readonly TableParts[] =>
  dialect !== 'bigquery'
    ? []
    : attempts
        .filter(({ table }) => /.\d{8}$/.test(table))
        .map((parts) => ({ ...parts, table: parts.table.replace(/\d{8}$/, '*') }));
