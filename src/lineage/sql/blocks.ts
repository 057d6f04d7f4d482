import type { Token } from './token.ts';

/** What a word of T-SQL's control flow does. `width` is how many tokens it has. */
export interface BlockWord {
  readonly does: 'open' | 'close' | 'try' | 'end-try' | 'catch' | 'end-catch';
  readonly width: 1 | 2;
}

const OPENS_NO_BLOCK = new Set(['TRAN', 'TRANSACTION', 'DISTRIBUTED', 'DIALOG', 'CONVERSATION']);
const KEPT_WHOLE = new Set(['PROC', 'PROCEDURE', 'FUNCTION', 'TRIGGER']);

/**
 * The words that group T-SQL's statements, by the index of their token: `BEGIN`, `END`, `ELSE`, `BEGIN TRY`, … They stand between
 * statements and belong to none. The END and ELSE of a CASE do not, nor does what a procedure is made of.
 */
export function blockWords(tokens: readonly Token[]): ReadonlyMap<number, BlockWord> {
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
    return OPENS_NO_BLOCK.has(next) ? null : { does: 'open', width: 1 };
  }
  if (cases > 0 || next === 'CONVERSATION') return null;
  if (word === 'ELSE') return { does: 'open', width: 1 };
  if (word !== 'END') return null;
  if (next === 'TRY') return { does: 'end-try', width: 2 };
  return next === 'CATCH' ? { does: 'end-catch', width: 2 } : { does: 'close', width: 1 };
}
