import { beginRelation, type Scan } from './scan.ts';

/** FROM: what follows is a relation when a query began before, or begins with it. */
export function onFrom(scan: Scan, index: number, first: boolean): number {
  const { frame, tokens } = scan;
  const [before, previous] = [tokens[index - 2]?.upper, tokens[index - 1]?.upper];
  if (previous === 'DISTINCT' && (before === 'IS' || before === 'NOT')) return index + 1;
  if (isOfFetch(scan, index)) return index + 1;
  // EXTRACT(day FROM x), TRIM(FROM x): no query began here.
  const begins = (first && frame.call === null) || (previous === 'AS' && scan.writes.creates);
  if (!frame.query && !begins && !unloads(scan)) return index + 1;
  frame.query = true;
  beginRelation(scan);
  return index + 1;
}

/** FETCH NEXT FROM, FETCH RELATIVE -3 FROM: what follows is a cursor. A column called `fetch` is another thing. */
function isOfFetch({ tokens }: Scan, index: number): boolean {
  const fetch = [1, 2, 3, 4].map((back) => index - back).find((at) => tokens[at]?.upper === 'FETCH');
  if (fetch === undefined) return false;
  const before = tokens[fetch - 1];
  return before?.kind !== 'symbol' && before?.upper !== 'SELECT' && before?.upper !== 'DISTINCT';
}

/** Snowflake's `COPY INTO @stage FROM t`. */
const unloads = ({ frame, tokens, verb }: Scan): boolean =>
  verb === 'COPY' &&
  frame.around === null &&
  tokens[1]?.upper === 'INTO' &&
  (tokens[2]?.kind === 'variable' || tokens[2]?.kind === 'string');
