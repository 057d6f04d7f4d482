import type { Token } from './token.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const VERBS = words('SELECT WITH INSERT UPDATE DELETE MERGE CREATE DROP DECLARE TRUNCATE VALUES USE');
const OPENS = words('BEGIN END ELSE THEN LOOP DO');
const ASKS = words('IF WHILE ELSEIF ELSIF');

/**
 * A statement without the words of the block that it stands in: `IF @x = 1 BEGIN SELECT …`, `ELSE SELECT … END`. A condition that
 * reads something stays, and so does a block that begins with anything but a query or a change.
 */
export function withoutBlock(tokens: readonly Token[]): readonly Token[] {
  const [start, end] = [bodyAt(tokens), bodyEnd(tokens)];
  return start === 0 && end === tokens.length ? tokens : tokens.slice(start, Math.max(start, end));
}

/** Where the statement itself begins behind the words of its block; 0 when that cannot be told. */
export function bodyAt(tokens: readonly Token[]): number {
  let at = 0;
  for (;;) {
    const word = tokens[at]?.upper ?? '';
    if (VERBS.has(word)) return at;
    if (OPENS.has(word)) at += /^(?:TRY|CATCH)$/.test(tokens[at + 1]?.upper ?? '') ? 2 : 1;
    else if (ASKS.has(word)) {
      const end = conditionEnd(tokens, at + 1);
      if (end === null) return 0;
      at = end;
    } else return 0;
  }
}

/** Where the condition that begins at `from` is over; null for one that holds a query, or that never is. */
function conditionEnd(tokens: readonly Token[], from: number): number | null {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const { upper: word, text, kind } = tokens[at] ?? {};
    if (kind === 'symbol' && text === '(') depth += 1;
    else if (kind === 'symbol' && text === ')') depth -= 1;
    else if (word === 'SELECT' && depth > 0) return null;
    else if (depth === 0 && word !== undefined && (OPENS.has(word) || VERBS.has(word))) return at;
  }
  return null;
}

/** Where the words begin that close the block, and perhaps open the next one; an END of the statement's own CASE is none. */
function bodyEnd(tokens: readonly Token[]): number {
  const word = (at: number): string => tokens[at]?.upper ?? '';
  let end = tokens.length;
  while (end > 1) {
    const last = /^(?:TRY|CATCH)$/.test(word(end - 1)) ? end - 2 : end - 1;
    const closes = word(last) === 'END' && count(tokens, end, 'END') > count(tokens, end, 'CASE');
    const opens = word(last) === 'BEGIN' || word(last) === 'ELSE';
    if (last < 1 || !(closes || opens)) break;
    end = last;
  }
  return end;
}

const count = (tokens: readonly Token[], end: number, word: string): number =>
  tokens.reduce((sum, { upper }, at) => sum + (at < end && upper === word ? 1 : 0), 0);
