import { readDottedName } from '../../sql/table-name.ts';
import { isName, isSymbol, type Rule, upper } from './rule.ts';

const MODIFIERS = new Set('IGNORE LOW_PRIORITY HIGH_PRIORITY DELAYED'.split(' '));
const BEHIND_INSERT = new Set('INTO TOP OVERWRITE ALL FIRST'.split(' '));

/** `INSERT #x SELECT …` of T-SQL, and MySQL's `INSERT IGNORE x SELECT …`. */
export const insertInto: Rule = (tokens, index) => {
  let at = index + 1;
  while (MODIFIERS.has(upper(tokens, at)) && isName(tokens[at + 1])) at += 1;
  const named = isName(tokens[at]) || tokens[at]?.kind === 'variable';
  return index === 0 && named && !BEHIND_INSERT.has(upper(tokens, at))
    ? { next: at, text: 'INSERT INTO' }
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

/**
 * `DELETE FROM t x USING s.a JOIN b …` → `UPDATE t AS x SET changed = 1 FROM s.a JOIN b …`: the parser takes no more than bare names there,
 * and both read and give back the same.
 */
export const deleteUsing: Rule = (tokens, index, sql) => {
  if (upper(tokens, index + 1) !== 'FROM') return null;
  const start = upper(tokens, index + 2) === 'ONLY' ? index + 3 : index + 2;
  const name = readDottedName(tokens, start, 'generic');
  if (name === null) return null;
  let at = isSymbol(tokens[name.next], '*') ? name.next + 1 : name.next;
  const target = sql.slice(tokens[start]?.start, tokens[name.next - 1]?.end);
  if (upper(tokens, at) === 'AS') at += 1;
  const alias = upper(tokens, at) !== 'USING' && isName(tokens[at]) ? tokens[at] : undefined;
  if (alias !== undefined) at += 1;
  if (upper(tokens, at) !== 'USING') return null;
  const called = alias === undefined ? '' : ` AS ${sql.slice(alias.start, alias.end)}`;
  return { next: at + 1, text: `UPDATE ${target}${called} SET changed = 1 FROM` };
};
