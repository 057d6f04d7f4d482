import type { Token } from '../sql/token.ts';

/** What a statement that gives a result set begins with. */
const GIVES_ROWS = new Set(
  'SELECT SEL WITH FROM VALUES TABLE LOCKING AT SHOW DESC DESCRIBE EXPLAIN EXEC EXECUTE CALL LIST'.split(' '),
);
/** What a statement without a result set begins with when it may still read tables. */
const MAY_READ = new Set('INSERT REPLACE CREATE CACHE MERGE UPDATE DELETE COPY UNLOAD DECLARE'.split(' '));

/** True when the statement, if it writes nothing, gives a result set. */
export const givesRows = (tokens: readonly Token[]): boolean => {
  const first = tokens.find(({ kind, text }) => kind !== 'symbol' || text !== '(');
  return first !== undefined && GIVES_ROWS.has(first.upper);
};

export const mayRead = (tokens: readonly Token[]): boolean => MAY_READ.has(tokens[0]?.upper ?? '');
