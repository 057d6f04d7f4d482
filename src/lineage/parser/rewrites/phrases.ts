import { RESERVED } from '../../sql/keywords.ts';
import type { Token } from '../../sql/token.ts';
import { afterGroup, isName, isSymbol, type Rule, upper } from './rule.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const TYPES = words(`
  BYTEINT SMALLINT INTEGER INT BIGINT DECIMAL DEC NUMERIC NUMBER FLOAT REAL DOUBLE CHAR CHARACTER VARCHAR LONG CLOB BYTE VARBYTE BLOB DATE
  TIME TIMESTAMP INTERVAL PERIOD JSON
`);
const ATTRIBUTES = words('FORMAT TITLE NAMED NOT CASESPECIFIC CS UPPERCASE UC');
const IN_TYPES = words(
  'PRECISION SET LATIN UNICODE KANJISJIS GRAPHIC WITH TIME ZONE TO YEAR MONTH DAY HOUR MINUTE SECOND VARYING CASESPECIFIC',
);
/** What is a value as well as a type: `TRUNC(DATE)` is a call. */
const MOMENTS = words('DATE TIME');

/**
 * Teradata's phrase behind a value: `amount (DECIMAL(10,2), FORMAT '9.99')`, `name (NOT CASESPECIFIC)`, `d (DATE)`. What is read stays the
 * same; `(NAMED x)` is `AS x`.
 */
export const dataTypePhrase: Rule = (tokens, index) => {
  const next = followsValue(tokens, index) ? afterGroup(tokens, index) : null;
  const first = upper(tokens, index + 1);
  if (next === null || !(TYPES.has(first) || ATTRIBUTES.has(first))) return null;
  let name = '';
  for (let at = index + 1; at < next - 1; at = afterGroup(tokens, at) ?? at + 1) {
    const token = tokens[at];
    if (upper(tokens, at - 1) === 'NAMED' && isName(token)) name = token?.text ?? '';
    else if (!isOfPhrase(tokens, at)) return null;
  }
  return { next, text: name === '' ? '' : `AS ${name}` };
};

function isOfPhrase(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind === 'string' || token?.kind === 'number') return true;
  if (isSymbol(token, ',') || isSymbol(token, '(')) return true;
  const word = upper(tokens, index);
  return TYPES.has(word) || ATTRIBUTES.has(word) || IN_TYPES.has(word);
}

function followsValue(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.kind === 'string' || before?.kind === 'number' || isSymbol(before, ')')) return true;
  if (!isName(before) || RESERVED.has(before?.upper ?? '')) return false;
  const isCall = before?.end === tokens[index]?.start && !isSymbol(tokens[index - 2], '.');
  return !(isCall && MOMENTS.has(upper(tokens, index + 1)) && isSymbol(tokens[index + 2], ')'));
}
