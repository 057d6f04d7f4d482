import type { Dialect } from '../dialect.ts';
import { polyglotDialect } from './polyglot-dialect.ts';
import type { AstNode, ParseResult, SqlParser } from './sql-parser.ts';

/** The parser's own `parse`, as far as it is used. */
export type RawParse = (sql: string, dialect: string) => RawResult;

export type RawResult =
  | { readonly success: true; readonly ast: readonly unknown[] }
  | {
      readonly success: false;
      readonly error?: string | null;
      readonly errorLine?: number;
    };

/** Longer texts cost seconds and hundreds of megabytes. */
const MOST_CHARACTERS = 2_000_000;
const TOO_LONG: ParseResult = {
  ok: false,
  off: false,
  message: `more than ${MOST_CHARACTERS} characters are not parsed`,
};

/**
 * Guards a parser that runs in WASM. One that threw or trapped is poisoned: its memory is in no known state, so it is not asked
 * again. `failure` tells why it is off from the start.
 */
export function createParser(parse: RawParse, failure: string | null): SqlParser {
  let off = failure;
  let told = false;
  const sayOff = (reason: string): ParseResult => {
    const message = told ? null : `The SQL parser is off, tables come from the scanner alone: ${reason}.`;
    told = true;
    return { ok: false, off: true, message };
  };
  return {
    parse(sql: string, dialect: Dialect): ParseResult {
      if (off !== null) return sayOff(off);
      if (sql.length > MOST_CHARACTERS) return TOO_LONG;
      const result = attempt(parse, sql, polyglotDialect(dialect));
      if (typeof result !== 'string') return understand(result);
      off = result;
      return sayOff(off);
    },
  };
}

/** The answer, or why there can be no other one. The package catches what its WASM throws and says so in these words. */
function attempt(parse: RawParse, sql: string, dialect: string): RawResult | string {
  try {
    const result = parse(sql, dialect);
    if (result.success) return result;
    return /^WASM \w+ failed/.test(result.error ?? '') ? (result.error ?? '') : result;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function understand(result: RawResult): ParseResult {
  if (result.success) return { ok: true, statements: result.ast.filter(isNode) };
  const message = (result.error ?? 'not understood').replace(
    /^(?:\w+ )?error at line \d+, column \d+: /i,
    '',
  );
  const line = result.errorLine ?? 0;
  return { ok: false, off: false, message, ...(line > 0 ? { line } : {}) };
}

const isNode = (value: unknown): value is AstNode => typeof value === 'object' && value !== null;
