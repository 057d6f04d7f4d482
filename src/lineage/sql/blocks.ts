import type { Dialect } from '../dialect.ts';
import type { Token } from './token.ts';

/** What a word that groups statements does. `width` is how many tokens it has. */
export interface BlockWord {
  readonly does: 'open' | 'close' | 'try' | 'end-try' | 'catch' | 'end-catch';
  readonly width: 1 | 2;
}

/** Asked token by token: the block word that stands at `at`. `first` tells that a statement would begin there. */
export type BlockWords = (at: number, first: boolean) => BlockWord | undefined;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const OPENS_NO_BLOCK = words('TRAN TRANSACTION WORK ISOLATION READ DISTRIBUTED DIALOG CONVERSATION');
const KEPT_WHOLE = words('PROC PROCEDURE FUNCTION TRIGGER');
/** What begins with these ends at a word that opens the statements of the block. A FOR stays whole: its body reads the row that it names. */
const ASKS = words('IF ELSEIF ELSIF WHILE');
const AFTER_ASKING = words('THEN DO LOOP');
const OPEN: BlockWord = { does: 'open', width: 1 };

/**
 * The words that group statements: `BEGIN`, `END`, `ELSE`, `BEGIN TRY`, `IF … THEN`, … They stand between statements and belong to
 * none. T-SQL has them anywhere; elsewhere a semicolon ends each statement, so that they only stand where one begins.
 */
export const blockWords = (tokens: readonly Token[], dialect: Dialect): BlockWords => {
  if (dialect !== 'tsql') return wordsBeforeStatements(tokens);
  const found = wordsAnywhere(tokens);
  return (at) => found.get(at);
};

/** The condition of `IF … THEN` is left as a statement of its own. */
function wordsBeforeStatements(tokens: readonly Token[]): BlockWords {
  let asked: number | null = null;
  return (at, first) => {
    if (at === asked) return OPEN;
    const word = tokens[at]?.upper ?? '';
    if (!first || word === '') return undefined;
    if (ASKS.has(word)) asked = afterAsking(tokens, at + 1);
    return word === 'ELSE' || word === 'LOOP' || opensBlock(tokens, at) ? OPEN : undefined;
  };
}

/** Where the word stands behind the condition that begins at `from`; null when there is none. */
function afterAsking(tokens: readonly Token[], from: number): number | null {
  let depth = 0;
  let cases = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const { kind, text, upper } = tokens[at] ?? { kind: 'symbol', text: '', upper: '' };
    if (kind === 'symbol') {
      if (text === ';') return null;
      if (text === '(') depth += 1;
      else if (text === ')') depth = Math.max(0, depth - 1);
    }
    if (depth > 0) continue;
    if (upper === 'CASE') cases += 1;
    if (upper === 'END') cases = Math.max(0, cases - 1);
    if (cases === 0 && AFTER_ASKING.has(upper)) return at;
  }
  return null;
}

/** T-SQL's words by the index of their token. The END and ELSE of a CASE are none, nor is what a procedure is made of. */
function wordsAnywhere(tokens: readonly Token[]): ReadonlyMap<number, BlockWord> {
  const found = new Map<number, BlockWord>();
  let depth = 0;
  let cases = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, text, upper } = tokens[at] ?? { kind: 'symbol', text: '', upper: '' };
    if (kind === 'symbol') {
      if (text === '(') depth += 1;
      else if (text === ')') depth = Math.max(0, depth - 1);
      else if (text === ';') [depth, cases] = [0, 0];
    }
    if (depth > 0 || upper === '') continue;
    if (KEPT_WHOLE.has(upper) && makesOrChanges(tokens, at - 1)) break;
    if (upper === 'CASE') cases += 1;
    const word = wordAt(tokens, at, cases);
    if (word !== null) found.set(at, word);
    if (upper === 'END' && cases > 0) cases -= 1;
  }
  return found;
}

function makesOrChanges(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index]?.upper;
  return before === 'CREATE' || before === 'ALTER';
}

function wordAt(tokens: readonly Token[], at: number, cases: number): BlockWord | null {
  const word = tokens[at]?.upper;
  const next = tokens[at + 1]?.upper ?? '';
  if (tokens[at - 1]?.text === '.') return null;
  if (word === 'BEGIN') {
    if (next === 'TRY') return { does: 'try', width: 2 };
    if (next === 'CATCH') return { does: 'catch', width: 2 };
    return opensBlock(tokens, at) ? OPEN : null;
  }
  if (cases > 0 || next === 'CONVERSATION') return null;
  if (word === 'ELSE') return OPEN;
  if (word !== 'END') return null;
  if (next === 'TRY') return { does: 'end-try', width: 2 };
  return next === 'CATCH' ? { does: 'end-catch', width: 2 } : { does: 'close', width: 1 };
}

const opensBlock = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.upper === 'BEGIN' && !OPENS_NO_BLOCK.has(tokens[at + 1]?.upper ?? '');
