import { afterGroup, drop, isName, isSymbol, type Rule, upper } from './rule.ts';

/** `AFTER MATCH SKIP …`, of which the parser knows some forms only; it changes no column. */
export const afterMatch: Rule = (tokens, index) => {
  if (upper(tokens, index + 1) !== 'MATCH' || upper(tokens, index + 2) !== 'SKIP') return null;
  for (let next = index + 3; next < index + 12; next += 1)
    if (upper(tokens, next) === 'PATTERN') return drop(next);
  return null;
};

/** `PATTERN (^ a b+? | PERMUTE (c, d)) SUBSET u = (a, b)` → `PATTERN (x)`: no column is made of it. */
export const pattern: Rule = (tokens, index) => {
  const end = afterGroup(tokens, index + 1);
  if (end === null || !/^(?:DEFINE|SUBSET|WITHIN)$/.test(upper(tokens, end))) return null;
  let next = end;
  if (upper(tokens, next) === 'SUBSET') {
    while (isName(tokens[next + 1]) && isSymbol(tokens[next + 2], '=')) {
      next = afterGroup(tokens, next + 3) ?? next + 3;
      if (!isSymbol(tokens[next], ',')) break;
    }
  }
  return { next, text: 'PATTERN (x)' };
};
