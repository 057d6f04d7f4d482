import type { Dialect } from '../dialect.ts';
import type { Token } from '../sql/token.ts';
import { rulesOf } from './rewrite-rules.ts';
import type { Rewrite, Rule } from './rewrites/rule.ts';

/**
 * The text of one statement as the parser gets it: without comments, and what is correct in the dialect but rejected or misread
 * by the parser in other words that mean the same for lineage. Every token stays on its line.
 */
export function rewriteForParser(sql: string, tokens: readonly Token[], dialect: Dialect): string {
  const rules = rulesOf(dialect);
  let at = tokens[0]?.start ?? 0;
  let text = '';
  const take = (token: Token, shown: string, end = token.end): void => {
    text += blank(sql.slice(at, token.start)) + shown;
    at = end;
  };
  const takeAsItIs = (token: Token): void => take(token, sql.slice(token.start, token.end));
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    if (token === undefined) break;
    const rewrite = rewriteOf(rules.get(triggerOf(token)), tokens, index, sql);
    const kept = rewrite === null ? index + 1 : (rewrite.keep ?? index);
    for (const one of tokens.slice(index, kept)) takeAsItIs(one);
    const first = tokens[kept];
    const last = rewrite === null ? undefined : tokens[rewrite.next - 1];
    if (rewrite !== null && first !== undefined && last !== undefined)
      take(first, inPlace(rewrite.text, sql.slice(first.start, last.end)), last.end);
    index = rewrite?.next ?? kept;
  }
  return text;
}

const triggerOf = ({ kind, upper, text }: Token): string =>
  kind === 'string' || kind === 'variable' ? kind : kind === 'name' ? '' : upper || text;

function rewriteOf(
  rules: readonly Rule[] = [],
  tokens: readonly Token[],
  index: number,
  sql: string,
): Rewrite | null {
  for (const rule of rules) {
    const rewrite = rule(tokens, index, sql);
    if (rewrite !== null) return rewrite;
  }
  return null;
}

/** Comments become blanks. */
const blank = (gap: string): string => (gap.trim() === '' ? gap : ` ${gap.replace(/[^\n]+/g, ' ')}`);

/** Keeps the line breaks of what is replaced, and its width where there is room. */
function inPlace(text: string, replaced: string): string {
  const breaks = replaced.split('\n').length - text.split('\n').length;
  const separate = ` ${text}`.padEnd(replaced.length);
  return breaks > 0 ? `${separate.trimEnd()}${'\n'.repeat(breaks)} ` : `${separate} `;
}
