import type { Token } from '../../sql/token.ts';
import { drop, isSymbol, type Rule, upper } from './rule.ts';

/** Oracle's `q'[it's]'` → `'it''s'`. */
export const alternativeQuote: Rule = (tokens, index) => {
  const inner = /^n?q'.(.*).'$/is.exec(tokens[index]?.text ?? '')?.[1];
  return inner === undefined ? null : { next: index + 1, text: `'${inner.replaceAll("'", "''")}'` };
};

/** Redshift's `'it\\'s'` → `'it''s'`. */
export const escapedQuote: Rule = (tokens, index) => {
  const text = tokens[index]?.text ?? '';
  return text.includes("\\'") ? { next: index + 1, text: `'${text.replaceAll("\\'", "''")}'` } : null;
};

/** Longer lists of values are cut to this: the rest has no bearing on lineage and much on time. */
const ENOUGH = 50;

/** `x IN (1, 2, 3, …)`: the first values stand for the rest. In a pivot they name columns. */
export const longList: Rule = (tokens, index) => {
  if (upper(tokens, index - 1) !== 'IN' || isPivot(tokens, index - 2)) return null;
  let at = index + 1;
  while (isValue(tokens[at]) && isSymbol(tokens[at + 1], ',')) at += 2;
  const length = (at - index - 1) / 2;
  if (length < ENOUGH || !isValue(tokens[at]) || !isSymbol(tokens[at + 1], ')')) return null;
  const kept = tokens.slice(index, index + 2 * ENOUGH).map((token) => shown(token));
  return { next: at + 2, text: `${kept.join('')})` };
};

/** True when the name that ends at `index` stands after FOR. */
function isPivot(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (isSymbol(tokens[at - 1], '.')) at -= 2;
  return upper(tokens, at - 1) === 'FOR';
}

const isValue = (token: Token | undefined): boolean => token?.kind === 'string' || token?.kind === 'number';

const shown = ({ kind, text }: Token): string => (kind === 'string' ? "''" : kind === 'number' ? '0' : text);

/** Trino's `x IN (VALUES 1, 2)` → `x IN (1, 2)`. */
export const valuesInList: Rule = (tokens, index) =>
  upper(tokens, index - 2) === 'IN' && isSymbol(tokens[index - 1], '(') && !isSymbol(tokens[index + 1], '(')
    ? drop(index + 1)
    : null;

/** DB2's `CURRENT DATE` → `CURRENT_DATE`. */
export const currentMoment: Rule = (tokens, index) => {
  const what = upper(tokens, index + 1);
  return MOMENTS.has(what) ? { next: index + 2, text: `CURRENT_${what}` } : null;
};

const MOMENTS = new Set(['DATE', 'TIME', 'TIMESTAMP']);

/** DB2's `7 DAYS`: the number alone. */
export const labelledDuration: Rule = (tokens, index) => {
  const before = tokens[index - 1];
  const operator = tokens[index - 2];
  const isAmount = before?.kind === 'number' || isSymbol(before, ')');
  const adds = isSymbol(operator, '+') || isSymbol(operator, '-') || isSymbol(before, ')');
  return isAmount && adds ? drop(index + 1) : null;
};
