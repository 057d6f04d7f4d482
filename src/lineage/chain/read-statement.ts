import { expression } from '../ast/node.ts';
import { tablesOf } from '../ast/tables-of.ts';
import type { Dialect } from '../dialect.ts';
import { withoutPipes } from '../parser/pipes.ts';
import { rewriteForParser } from '../parser/rewrite.ts';
import type { AstNode, SqlParser } from '../parser/sql-parser.ts';
import { tooHeavy } from '../parser/too-heavy.ts';
import type { Diagnostic, TableName } from '../sources.ts';
import { lex } from '../sql/lexer.ts';
import type { Target } from '../sql/scan.ts';
import { scanTables } from '../sql/scan-tables.ts';
import type { Token } from '../sql/token.ts';
import { agree } from './agree.ts';
import { remarks } from './remarks.ts';
import { givesRows, mayRead } from './statement-kind.ts';

/** What one statement reads and writes, with the names as written. */
export interface StatementReading {
  readonly reads: readonly TableName[];
  readonly targets: readonly Target[];
  readonly understood: boolean;
  /** True when it gives a result set. */
  readonly givesRows: boolean;
  /** Its trees; null when the parser has none that is to be trusted. */
  readonly trees: readonly AstNode[] | null;
  readonly confidence: 'high' | 'low';
  /** Lines count from 1 in the statement. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one statement twice, by the scanner and by the parser, and tells whether they agree. Without a parser the scanner is
 * believed.
 */
export function readStatement(
  sql: string,
  tokens: readonly Token[],
  dialect: Dialect,
  parser: SqlParser | null,
): StatementReading {
  const found = scanTables(tokens, dialect);
  const { reads, targets, understood } = found;
  const rows = targets.length === 0 && givesRows(tokens);
  const about = remarks(sql, tokens, found);
  const scanned = { reads, targets, understood, givesRows: rows, trees: null, diagnostics: about };
  if (parser === null || !(rows || reads.length > 0 || mayRead(tokens)))
    return { ...scanned, confidence: 'high' };
  const unparsed = (diagnostics: readonly Diagnostic[]): StatementReading => ({
    ...scanned,
    confidence: 'low',
    diagnostics: [...about, ...diagnostics],
  });
  const heavy = tooHeavy(tokens);
  if (heavy !== null) return unparsed([scannerOnly('sql-too-heavy', heavy, 1)]);
  const plain = withoutPipes(sql, tokens, dialect);
  const code = plain === null ? tokens : lex(plain, dialect);
  const nested = plain === null ? null : tooHeavy(code);
  if (nested !== null) return unparsed([scannerOnly('sql-too-heavy', nested, 1)]);
  const result = parser.parse(rewriteForParser(plain ?? sql, code, dialect), dialect);
  if (!result.ok) {
    // Of variables nothing is missed, and many a table is declared by words that only its warehouse knows.
    if (reads.length === 0 && DECLARES.has(tokens[0]?.upper ?? '')) return { ...scanned, confidence: 'high' };
    if (!result.off) return unparsed([scannerOnly('sql-not-parsed', result.message, result.line ?? 1)]);
    return unparsed(result.message === null ? [] : [{ code: 'parser-off', message: result.message }]);
  }
  const trees = result.statements;
  if (trees.length === 0 || trees.some(isOpaque)) return unparsed([]);
  const parsed = trees.map((tree) => tablesOf(tree, dialect));
  const { tables, agrees } = agree(
    reads,
    { tables: parsed.flatMap((one) => one.tables), ctes: parsed.flatMap((one) => one.ctes) },
    tokens,
    dialect,
  );
  return { ...scanned, reads: tables, trees, confidence: agrees ? 'high' : 'low' };
}

const DECLARES = new Set(['DECLARE', 'CREATE']);

/** A statement that the parser only passes on. */
const isOpaque = (tree: AstNode): boolean => {
  const kind = expression(tree)?.kind;
  return kind === 'command' || kind === 'block';
};

const scannerOnly = (code: string, because: string, line: number): Diagnostic => ({
  code,
  message: `The statement was not parsed: ${because}. Its tables come from the scanner alone, its columns are not known.`,
  line,
});
