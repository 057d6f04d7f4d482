import type { Token } from '../../sql/token.ts';
import { isSymbol, type Rule, upper } from './rule.ts';

const BEFORE_OPERAND = new Set('AND OR NOT ON WHERE HAVING QUALIFY LIKE ILIKE'.split(' '));
const OPERATORS = new Set([...'=<>+-*/%|&^~!']);

/**
 * A condition that ends with a query: `WHERE x > (SELECT …) UNION ALL SELECT …`. The parser takes the branches that follow for a
 * part of that query, unless something stands between.
 */
export const afterOperand: Rule = (tokens, index) => {
  const opening = openingBefore(tokens, index);
  if (opening === null || !holdsQuery(tokens, opening)) return null;
  const before = tokens[opening - 1];
  const named = isSymbol(before, '>') && isSymbol(tokens[opening - 2], '=');
  const isOperand =
    BEFORE_OPERAND.has(upper(tokens, opening - 1)) ||
    (before?.kind === 'symbol' && OPERATORS.has(before.text) && !named);
  return isOperand ? { next: index + 1, text: `AND 1 = 1 ${upper(tokens, index)}` } : null;
};

/** The index of the bracket that is closed right before `index`. */
function openingBefore(tokens: readonly Token[], index: number): number | null {
  if (!isSymbol(tokens[index - 1], ')')) return null;
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    if (isSymbol(tokens[at], ')')) depth += 1;
    else if (isSymbol(tokens[at], '(')) depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

function holdsQuery(tokens: readonly Token[], opening: number): boolean {
  let at = opening + 1;
  while (isSymbol(tokens[at], '(')) at += 1;
  return /^(?:SELECT|SEL|WITH)$/.test(upper(tokens, at));
}
