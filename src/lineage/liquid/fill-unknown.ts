import type { Dialect } from '../dialect.ts';
import { lex } from '../sql/lexer.ts';
import type { Token } from '../sql/token.ts';
import { UNKNOWN, UNKNOWN_NAME } from './unknown.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** After these stands a relation or another name. */
const BEFORE_NAME = words('FROM JOIN INTO UPDATE TABLE VIEW USE AS APPLY SCHEMA DATABASE');
/** After these stands a number. */
const BEFORE_NUMBER = words('LIMIT TOP OFFSET FIRST NEXT FETCH SAMPLE');
/** Words that are no value: after them a value may follow. */
const NO_VALUE = words(`
  SELECT DISTINCT ALL WHERE AND OR NOT ON BY HAVING QUALIFY IN LIKE ILIKE RLIKE REGEXP SIMILAR BETWEEN CASE WHEN THEN ELSE SET
  VALUES INTERVAL IS ANY SOME USING RETURNING ESCAPE DATE TIMESTAMP WITH UNION EXCEPT INTERSECT OVER RETURN
`);

/** Replaces every unknown value by something that may stand where it stands, so that the text is SQL again. */
export function fillUnknown(text: string, dialect: Dialect): string {
  if (!text.includes(UNKNOWN)) return text;
  const tokens = lex(text, dialect).filter(
    (token) => token.kind !== 'comment' || token.text.includes(UNKNOWN),
  );
  let filled = '';
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const own = text.slice(token.start, token.end);
    if (!own.includes(UNKNOWN)) continue;
    filled += text.slice(at, token.start) + fill(tokens, index, own);
    at = token.end;
  }
  return filled + text.slice(at);
}

function fill(tokens: readonly Token[], index: number, own: string): string {
  const token = tokens[index];
  if (token?.kind === 'string' || token?.kind === 'comment') return own.replaceAll(UNKNOWN, '');
  const isAlone = own.replaceAll(UNKNOWN, '') === '';
  if (!isAlone || touchesDot(tokens, index)) return own.replace(/\uE000+/g, UNKNOWN_NAME);
  const previous = tokens[index - 1];
  const word = previous?.upper ?? '';
  if (BEFORE_NAME.has(word)) return UNKNOWN_NAME;
  if (BEFORE_NUMBER.has(word)) return '1';
  return isValue(previous) ? '' : 'NULL';
}

const touchesDot = (tokens: readonly Token[], index: number): boolean =>
  isSymbol(tokens[index - 1], '.') || isSymbol(tokens[index + 1], '.');

const isSymbol = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'symbol' && token.text === text;

/** True when the token ends a value: what follows it is a sort direction, an alias or a further condition. */
function isValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'word') return !NO_VALUE.has(token.upper);
  if (token.kind === 'symbol') return token.text === ')' || token.text === ']';
  return token.kind !== 'liquid' && token.kind !== 'comment';
}
