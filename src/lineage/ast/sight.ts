import type { Dialect } from '../dialect.ts';
import type { AstNode } from '../parser/sql-parser.ts';
import type { TableName } from '../sources.ts';

/** Names, in lower case, and those of the queries around. */
export interface Names {
  readonly names: ReadonlySet<string>;
  readonly around: Names | null;
}

/** What a place of the tree sees. */
export interface Sight {
  /** Common table expressions. */
  readonly ctes: Names | null;
  /** How the relations of this query and of those around it are called. */
  readonly relations: Names | null;
  /** What an UPDATE, DELETE or MERGE changes: to name it again in its FROM is not to read another table. */
  readonly changed: ReadonlySet<string>;
}

/** Reads the tables of one statement. */
export interface Reader {
  readonly dialect: Dialect;
  add(name: TableName): void;
  /** Looks for queries in any part of the tree. */
  walk(value: unknown, sight: Sight): void;
  /** What is seen behind the WITH list of `body`, whose queries are read on the way. */
  readWith(body: AstNode, sight: Sight): Sight;
}

export const NOTHING_SEEN: Sight = { ctes: null, relations: null, changed: new Set() };

export const seeing = (sight: Sight, cte: string): Sight => ({
  ...sight,
  ctes: { names: new Set([cte]), around: sight.ctes },
});

export function isNamed(names: Names | null, name: string): boolean {
  for (let one = names; one !== null; one = one.around) if (one.names.has(name)) return true;
  return false;
}
