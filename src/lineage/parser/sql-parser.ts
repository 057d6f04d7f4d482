import type { Dialect } from '../dialect.ts';

/** A node of the parser's syntax tree, as plain JSON. `src/lineage/ast/` reads it. */
export type AstNode = Readonly<Record<string, unknown>>;

export type ParseResult =
  | { readonly ok: true; readonly statements: readonly AstNode[] }
  /** The text is not SQL of the dialect as the parser knows it. `line` counts from 1 in that text. */
  | { readonly ok: false; readonly off: false; readonly message: string; readonly line?: number }
  /** The parser works no more. It says why once: from the second time on the message is null. */
  | { readonly ok: false; readonly off: true; readonly message: string | null };

/** Parses one statement. It never throws: a parser that has failed for good says so for every statement from then on. */
export interface SqlParser {
  parse(sql: string, dialect: Dialect): ParseResult;
}
