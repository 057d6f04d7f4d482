import { isTableUnseen } from './chain/remarks.ts';
import type { Diagnostic, LinkedTable, SqlReading, TableName, UnlinkedTable, Verdict } from './sources.ts';

/** A name as the reader knows it. */
export const written = ({ server, db, schema, table }: TableName): string =>
  [server ?? null, db, schema, table].filter((part) => part !== null).join('.');

/** A verdict and the sentence that gives its reason. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Judges one query by what its SQL reads and by what of it was found in the catalog. */
export function judge(
  sql: string,
  { understood, diagnostics }: Pick<SqlReading, 'understood' | 'diagnostics'>,
  linked: readonly LinkedTable[],
  unlinked: readonly UnlinkedTable[],
): Judgement {
  if (linked.length === 0 && unlinked.length === 0) return withoutTables(sql, understood, diagnostics);
  if (unlinked.length === 0) {
    return { verdict: 'linked', reason: itReads(list(linked.map(writtenAs))) };
  }
  if (linked.length > 0) {
    const missing = reasons(unlinked, ' ');
    return { verdict: 'partly-linked', reason: itReads(list(linked.map(writtenAs)), ', but ', missing) };
  }
  const verdict = unlinked.some(({ why }) => why === 'ambiguous') ? 'ambiguous' : 'not-in-catalog';
  return { verdict, reason: itReads(reasons(unlinked, ', which ')) };
}

/** Joined at once: a sentence put together piece by piece stays in pieces in memory, and every query has one. */
const itReads = (...what: readonly string[]): string => ['It reads ', ...what, '.'].join('');

function withoutTables(sql: string, understood: boolean, diagnostics: readonly Diagnostic[]): Judgement {
  if (sql.trim() === '') return { verdict: 'no-tables', reason: 'The query is empty.' };
  const unseen = diagnostics.find(isTableUnseen);
  if (understood && unseen === undefined) return { verdict: 'no-tables', reason: 'Its SQL reads no table.' };
  const first = unseen ?? diagnostics[0];
  const more = first === undefined ? '' : ` ${first.message}`;
  return { verdict: 'unparsed', reason: `Its SQL could not be made out.${more}` };
}

const writtenAs = (table: LinkedTable | UnlinkedTable): string => table.written;

/** What keeps tables from being linked, one clause for each reason. */
function reasons(unlinked: readonly UnlinkedTable[], joint: string): string {
  const of = (why: UnlinkedTable['why']): string[] =>
    unlinked.filter((table) => table.why === why).map(writtenAs);
  const parts: string[] = [];
  const say = (names: readonly string[], one: string, many: string): void => {
    if (names.length > 0) parts.push(`${list(names)}${joint}${names.length === 1 ? one : many}`);
  };
  say(of('not-in-catalog'), 'is not in the catalog', 'are not in the catalog');
  say(
    of('ambiguous'),
    'could be more than one table of the catalog',
    'could each be more than one table of the catalog',
  );
  say(of('lookup-failed'), 'could not be looked up', 'could not be looked up');
  return parts.join('; ');
}

const MOST_NAMES = 5;

/** `a, b and c`, or the first few `and 7 more`. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  const items = more > 0 ? [...shown, `${more} more`] : shown;
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
