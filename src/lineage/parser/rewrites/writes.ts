import { afterGroup, isName, isSymbol, type Rule, upper } from './rule.ts';

const BEHIND_INSERT = new Set('INTO TOP OVERWRITE IGNORE LOW_PRIORITY HIGH_PRIORITY DELAYED ALL FIRST'.split(' '));

/** `INSERT #x SELECT …` of T-SQL and MySQL. */
export const insertInto: Rule = (tokens, index) => {
  const next = tokens[index + 1];
  const named = isName(next) || next?.kind === 'variable';
  return index === 0 && named && !BEHIND_INSERT.has(next?.upper ?? '')
    ? { next: index + 1, text: 'INSERT INTO' }
    : null;
};

/** PostgreSQL's `SET (a, b) = (SELECT …)` → `SET a = (SELECT …)`. */
export const setSeveral: Rule = (tokens, index) => {
  let at = index + 2;
  while (isName(tokens[at]) && isSymbol(tokens[at + 1], ',')) at += 2;
  const several = isSymbol(tokens[index + 1], '(') && isName(tokens[at]) && isSymbol(tokens[at + 1], ')');
  if (!several || !isSymbol(tokens[at + 2], '=')) return null;
  return { next: at + 2, text: `SET ${tokens[at]?.text ?? ''}` };
};

const ENDS_USING = new Set(['WHERE', 'RETURNING']);
const JOINS = new Set('JOIN INNER LEFT RIGHT FULL OUTER CROSS NATURAL'.split(' '));

/** PostgreSQL's `DELETE FROM t USING a JOIN b ON …` → `USING a, b`: what is joined is read, on what does not matter. */
export const usingJoins: Rule = (tokens, index, sql) => {
  if (!isOfDelete(tokens, index)) return null;
  const names: string[] = [];
  let end = index + 1;
  let from = end;
  let joins = false;
  for (let kept = true; ; end += 1) {
    const word = upper(tokens, end);
    const ends = tokens[end] === undefined || isSymbol(tokens[end], ')') || ENDS_USING.has(word);
    if (ends || JOINS.has(word) || word === 'ON' || word === 'USING' || isSymbol(tokens[end], ',')) {
      if (kept && end > from) names.push(sql.slice(tokens[from]?.start, tokens[end - 1]?.end));
      if (ends) break;
      joins ||= JOINS.has(word);
      kept = word !== 'ON' && word !== 'USING';
      from = end + 1;
    }
    if (isSymbol(tokens[end], '(')) {
      const closing = closingAt(tokens, end);
      if (closing === null) return null;
      end = closing;
    }
  }
  return joins && names.length > 0 ? { next: end, text: `USING ${names.join(', ')}` } : null;
};

/** True for `DELETE FROM [ONLY] t [[AS] x] USING`, with no query between. */
function isOfDelete(tokens: Parameters<Rule>[0], index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - 12; at -= 1) {
    if (upper(tokens, at) === 'DELETE') return upper(tokens, at + 1) === 'FROM';
    if (!isName(tokens[at]) && !isSymbol(tokens[at], '.')) return false;
  }
  return false;
}

function closingAt(tokens: Parameters<Rule>[0], index: number): number | null {
  const after = afterGroup(tokens, index);
  return after === null ? null : after - 1;
}
