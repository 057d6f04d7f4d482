import type { Dialect } from '../dialect.ts';
import { type LexicalRules, lexicalRules } from './lexical-rules.ts';
import { type Ending, endOfBlockComment, endOfLine, endOfQuoted } from './quoted.ts';
import type { Token, TokenKind } from './token.ts';

const BLANK = /\s+/y;
const NUMBER = /0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;
/** Names may hold `$` and, in templates, the character that stands for an unknown value. */
const WORD = /[\p{L}\p{M}\p{N}_$\uE000]+/uy;
const WORD_WITH_HASH = /[\p{L}\p{M}\p{N}_$\uE000][\p{L}\p{M}\p{N}_$#\uE000]*/uy;
const HASH_WORD = /#{1,2}[\p{L}\p{N}_$\uE000]+/uy;
const VARIABLE = /@@?[\p{L}\p{N}_$.#\uE000]+|\$\d+/uy;
const DOLLAR_TAG = /\$(?:[A-Za-z_]\w*)?\$/y;
const ALTERNATIVE_QUOTE = /n?q'/iy;
const STRING_PREFIX = /^(?:e|n|b|x|r|rb|br|u&)$/i;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/**
 * Cuts SQL into tokens; it throws for no text. With `liquid`, `{{ … }}` and `{% … %}` are tokens of their own where
 * code stands, and part of the string or comment where one stands: an apostrophe in them opens nothing.
 */
export function lex(text: string, dialect: Dialect, { liquid = false } = {}): Token[] {
  const rules = lexicalRules(dialect);
  const skip = liquid ? liquidSkipper(text) : (at: number) => at;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = matchAt(BLANK, text, at);
    if (blank !== null) {
      at += blank.length;
      continue;
    }
    const token = nextToken(text, at, rules, skip);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

type Skip = (at: number) => number;

function nextToken(text: string, at: number, rules: LexicalRules, skip: Skip): Token {
  const afterLiquid = skip(at);
  if (afterLiquid > at) return token('liquid', text, at, afterLiquid);
  const comment = commentAt(text, at, rules, skip);
  if (comment !== null) return token('comment', text, at, comment.end, comment.closed);
  return quotedAt(text, at, rules, skip) ?? plainAt(text, at, rules, skip);
}

function commentAt(text: string, at: number, rules: LexicalRules, skip: Skip): Ending | null {
  const line =
    (text.startsWith('--', at) && (!rules.dashNeedsBlank || /^(?:\s|$)/.test(text.slice(at + 2, at + 3)))) ||
    (rules.hashComments && text[at] === '#') ||
    (rules.slashComments && text.startsWith('//', at));
  if (line) return endOfLine(text, at, skip);
  return text.startsWith('/*', at) ? endOfBlockComment(text, at, rules.nestedComments, skip) : null;
}

function quotedAt(text: string, at: number, rules: LexicalRules, skip: Skip): Token | null {
  const mark = text[at];
  if (mark === '`') return quoted('name', text, at, at + 1, '`', { backslash: false, skip });
  if (mark === '[' && rules.bracketNames) {
    return quoted('name', text, at, at + 1, ']', { backslash: false, skip });
  }
  if (mark === '"' && rules.doubleQuoted === 'name') {
    return quoted('name', text, at, at + 1, '"', { backslash: false, skip });
  }
  if (mark === '"' || mark === "'") return stringAt(text, at, at, rules, rules.backslash, skip);
  if (mark === '$' && rules.dollarStrings !== 'none') {
    const tag = matchAt(DOLLAR_TAG, text, at);
    if (tag === null || (rules.dollarStrings === 'plain' && tag !== '$$')) return null;
    const end = text.indexOf(tag, at + tag.length);
    return token('string', text, at, end < 0 ? text.length : end + tag.length, end >= 0);
  }
  return null;
}

function stringAt(
  text: string,
  start: number,
  quoteAt: number,
  rules: LexicalRules,
  backslash: boolean,
  skip: Skip,
): Token {
  const mark = text[quoteAt] ?? "'";
  const triple = mark.repeat(3);
  const quote = rules.tripleQuotes && text.startsWith(triple, quoteAt) ? triple : mark;
  return quoted('string', text, start, quoteAt + quote.length, quote, { backslash, skip });
}

function quoted(
  kind: TokenKind,
  text: string,
  start: number,
  from: number,
  quote: string,
  rules: { backslash: boolean; skip: Skip },
): Token {
  const { end, closed } = endOfQuoted(text, from, quote, rules);
  const inner = text.slice(from, closed ? end - quote.length : end).replaceAll(quote + quote, quote);
  return { kind, text: inner, upper: '', start, end, closed };
}

function plainAt(text: string, at: number, rules: LexicalRules, skip: Skip): Token {
  if (rules.alternativeQuotes) {
    const opening = matchAt(ALTERNATIVE_QUOTE, text, at);
    const bracket = opening === null ? undefined : text[at + opening.length];
    if (opening !== null && bracket !== undefined) {
      const end = text.indexOf(`${CLOSING[bracket] ?? bracket}'`, at + opening.length + 1);
      return token('string', text, at, end < 0 ? text.length : end + 2, end >= 0);
    }
  }
  if (!rules.atOperator || text[at] === '$') {
    const variable = matchAt(VARIABLE, text, at);
    if (variable !== null) return token('variable', text, at, at + variable.length);
  }
  const hashWord = rules.hashNames ? matchAt(HASH_WORD, text, at) : null;
  const word = hashWord ?? matchAt(rules.hashInNames ? WORD_WITH_HASH : WORD, text, at);
  if (word === null) return token('symbol', text, at, at + 1);
  const number = matchAt(NUMBER, text, at);
  if (number !== null && number.length >= word.length) return token('number', text, at, at + number.length);
  const next = at + word.length;
  if (text[next] === "'" || (text[next] === '"' && rules.doubleQuoted === 'string')) {
    if (STRING_PREFIX.test(word)) {
      return stringAt(text, at, next, rules, rules.backslash || /^e$/i.test(word), skip);
    }
  }
  return token('word', text, at, next);
}

function token(kind: TokenKind, text: string, start: number, end: number, closed = true): Token {
  const own = text.slice(start, end);
  return { kind, text: own, upper: kind === 'word' ? own.toUpperCase() : '', start, end, closed };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Finds the ends of Liquid; remembers that none is left, so that a long row of openings costs one search. */
function liquidSkipper(text: string): Skip {
  const exhausted = new Set<string>();
  return (at) => {
    if (text[at] !== '{') return at;
    const close = text[at + 1] === '{' ? '}}' : text[at + 1] === '%' ? '%}' : null;
    if (close === null || exhausted.has(close)) return at;
    const end = text.indexOf(close, at + 2);
    if (end >= 0) return end + 2;
    exhausted.add(close);
    return at;
  };
}
