import type { Dialect } from '../dialect.ts';

/** A node of the parser's syntax tree, as plain JSON. `src/lineage/ast/` reads it. */
export type AstNode = Readonly<Record<string, unknown>>;

export type ParseResult =
  | { readonly ok: true; readonly statements: readonly AstNode[] }
  | { readonly ok: false; readonly message: string; readonly line?: number; readonly column?: number };

/** Parses one statement. It never throws: a parser that has failed for good says so for every statement from then on. */
export interface SqlParser {
  parse(sql: string, dialect: Dialect): ParseResult;
}
