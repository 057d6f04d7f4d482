import type { Dialect } from '../dialect.ts';
import { lex } from './lexer.ts';
import type { Token } from './token.ts';

/** The tokens of the query that Redshift's `UNLOAD ('SELECT …')` holds in a string; null when the statement is another one. */
export function queryInString(tokens: readonly Token[], dialect: Dialect): readonly Token[] | null {
  const [verb, opening, text] = tokens;
  if (verb?.upper !== 'UNLOAD' || opening?.text !== '(' || text?.kind !== 'string') return null;
  const query = text.text.replace(/^\$\$|\$\$$/g, '').replaceAll("\\'", "'");
  return lex(query, dialect).filter(({ kind }) => kind !== 'comment');
}
