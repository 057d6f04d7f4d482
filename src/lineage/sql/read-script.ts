import type { Dialect } from '../dialect.ts';
import { UNKNOWN_NAME } from '../liquid/unknown.ts';
import type { Diagnostic, TableName } from '../sources.ts';
import { lex } from './lexer.ts';
import { createMadeTables } from './made-tables.ts';
import { contextAfter, inContext, NO_CONTEXT } from './name-context.ts';
import { scanTables } from './scan-tables.ts';
import { splitStatements } from './split-statements.ts';
import type { Token } from './token.ts';

export interface ScriptTables {
  /** Each table once, in the order in which the script reads them. */
  readonly tables: readonly TableName[];
  readonly understood: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tables that a script of SQL reads. A temporary table, view or table that the script makes itself is not among
 * them: what it was made from is.
 */
export function readScript(sql: string, dialect: Dialect): ScriptTables {
  const tokens = lex(sql, dialect);
  const code = tokens.filter((token) => token.kind !== 'comment');
  const made = createMadeTables();
  const tables = new Map<string, TableName>();
  let context = NO_CONTEXT;
  let understood = false;
  for (const statement of splitStatements(sql, code, dialect)) {
    const found = scanTables(statement, dialect);
    understood ||= found.understood;
    for (const read of found.reads) {
      if (made.has(read)) continue;
      const name = wholeName(inContext(read, context, dialect));
      tables.set(keyOf(name), name);
    }
    for (const target of found.targets) if (target.creates || target.temporary) made.add(target);
    context = contextAfter(context, statement, dialect);
  }
  return { tables: [...tables.values()], understood, diagnostics: unclosed(sql, tokens) };
}

/** A part that no value is known for is left open; what is known of a wildcard stays. */
function wholeName(name: TableName): TableName {
  const known = (part: string | null): string | null => (part?.includes(UNKNOWN_NAME) ? null : part);
  const table = name.table.replaceAll(UNKNOWN_NAME, '').replace(/\*+$/, '*');
  return { ...name, db: known(name.db), schema: known(name.schema), table };
}

const keyOf = ({ server, db, schema, table }: TableName): string =>
  JSON.stringify([server ?? null, db, schema, table]);

function unclosed(sql: string, tokens: readonly Token[]): Diagnostic[] {
  const last = tokens.at(-1);
  if (last === undefined || last.closed) return [];
  const what = { string: 'string', name: 'quoted name', comment: 'comment' }[last.kind as string] ?? 'text';
  const line = sql.slice(0, last.start).split('\n').length;
  return [{ code: 'sql-unclosed', message: `A ${what} begins here and never ends.`, line }];
}
