import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { init, parse } from '@polyglot-sql/sdk/manual';
import { isNode } from '../../../src/lineage/ast/node.ts';
import type { Dialect } from '../../../src/lineage/dialect.ts';
import { polyglotDialect } from '../../../src/lineage/parser/polyglot-dialect.ts';
import type { AstNode } from '../../../src/lineage/parser/sql-parser.ts';

const WASM = 'node_modules/@polyglot-sql/sdk/dist/polyglot_sql.wasm';
// The option is declared as an address; bytes are taken too.
await init({ wasmUrl: readFileSync(WASM) as unknown as URL });

/** The trees of a script that the parser can read as it stands. */
export function treesOf(sql: string, dialect: Dialect): readonly AstNode[] {
  const parsed = parse(sql, polyglotDialect(dialect));
  assert.ok(parsed.success, sql);
  return parsed.ast.filter(isNode);
}
