import type { Dialect } from '../dialect.ts';
import type { TableName } from '../sources.ts';
import type { Token } from '../sql/token.ts';
import { cteNames } from './cte-names.ts';
import { nameKey } from './name-key.ts';

/** What two readers of one statement say together. */
export interface Agreement {
  readonly tables: readonly TableName[];
  readonly agrees: boolean;
}

interface Parsed {
  readonly tables: readonly TableName[];
  readonly ctes: readonly string[];
}

/**
 * The tables that the parser and the scanner found. When they do not agree neither is right more often than the other: all count,
 * but for a name that only one of them found and that is a common table expression's. ClickHouse's parser drops what it does not
 * understand without a word: there the scanner is believed.
 */
export function agree(
  scanned: readonly TableName[],
  parsed: Parsed,
  tokens: readonly Token[],
  dialect: Dialect,
): Agreement {
  const both = new Map([...scanned, ...parsed.tables].map((name) => [nameKey(name), name]));
  const byScanner = new Set(scanned.map(nameKey));
  const byParser = new Set(parsed.tables.map(nameKey));
  if (both.size === byScanner.size && both.size === byParser.size)
    return { tables: [...both.values()], agrees: true };
  if (dialect === 'clickhouse') return { tables: scanned, agrees: false };
  const ctes = new Set([...cteNames(tokens), ...parsed.ctes.map((name) => name.toLowerCase())]);
  const isCte = ({ server, db, schema, table }: TableName): boolean =>
    (server ?? db ?? schema) === null && ctes.has(table.toLowerCase());
  const tables = [...both]
    .filter(([key, name]) => (byScanner.has(key) && byParser.has(key)) || !isCte(name))
    .map(([, name]) => name);
  return { tables, agrees: false };
}
