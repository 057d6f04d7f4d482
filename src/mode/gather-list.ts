import type { ListPage } from './payloads/list-payload.ts';
import type { Element } from './read-element.ts';
import { readFailure } from './read-failure.ts';
import { type Listing, readSoFar, unread } from './reading.ts';
import type { ReadFailure } from './workspace.ts';

export interface GatherOptions<T> {
  /** What the list is called in messages. */
  readonly part: string;
  /** False for lists that Mode sends whole and whatever page is asked for: they are asked for once. */
  readonly paged: boolean;
  /** The field that tells one element from another. */
  readonly identity: string;
  readonly read: (row: unknown) => Element<T>;
  /** A server that never ends must not keep us for ever. */
  readonly maxPages?: number;
}

const MAX_PAGES = 10_000;
/** Notices for one list; the rest is counted. */
const MAX_NOTICES = 20;

/**
 * Reads a list to its end and tells whether that is all of it. Mode has no reliable sign of a last page: page sizes are not what
 * was asked for, most lists have no counters, and a page beyond the end may be empty or the last one again. So a list ends
 * with a page on which nothing is new; its counters, where it has them, spare that page and prove that nothing is missing.
 */
export async function gatherList<T>(
  fetchPage: (page: number) => Promise<ListPage>,
  { part, paged, identity, read, maxPages = MAX_PAGES }: GatherOptions<T>,
): Promise<Listing<T>> {
  const seen = new Set<string>();
  const items: T[] = [];
  const problems: string[] = [];
  let counted = 0;

  const take = (row: unknown, place: string): void => {
    const key = identityOf(row, identity);
    if (key !== null && seen.has(key)) return;
    if (key !== null) seen.add(key);
    const element = read(row);
    if ('item' in element) items.push(element.item);
    else problems.push(`${part}: ${place} is left out (${element.problem})`);
  };
  const end = (failure: ReadFailure | null): Listing<T> => ({
    reading: readSoFar(items, failure ?? missing(part, problems.length, counted, seen.size)),
    notices: bounded(problems, part),
  });

  for (let page = 1; page <= maxPages; page += 1) {
    let got: ListPage;
    try {
      got = await fetchPage(page);
    } catch (error) {
      const failure = readFailure(part, error);
      return page === 1 ? { reading: unread(failure), notices: [] } : end(failure);
    }
    const before = seen.size;
    got.rows.forEach((row, index) => {
      take(row, paged ? `element ${index + 1} of page ${page}` : `element ${index + 1}`);
    });
    counted = Math.max(counted, got.totalCount ?? 0);
    const isLast = got.totalPages !== null && page >= got.totalPages && seen.size >= counted;
    if (!paged || isLast || seen.size === before) return end(null);
  }
  return end({
    part,
    code: 'mode-endless-list',
    reason: `the list did not end within ${maxPages} pages`,
  });
}

function identityOf(row: unknown, field: string): string | null {
  if (typeof row !== 'object' || row === null) return null;
  const value: unknown = Reflect.get(row, field);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What is known to be missing from a list that was read to its end. */
function missing(part: string, unusable: number, counted: number, found: number): ReadFailure | null {
  if (unusable > 0) {
    const what = unusable === 1 ? '1 element' : `${unusable} elements`;
    return { part, code: 'mode-element', reason: `${what} could not be used` };
  }
  if (counted <= found) return null;
  return { part, code: 'mode-count', reason: `Mode counts ${counted} of them but listed ${found}` };
}

const bounded = (problems: readonly string[], part: string): readonly string[] =>
  problems.length <= MAX_NOTICES
    ? problems
    : [
        ...problems.slice(0, MAX_NOTICES),
        `${part}: ${problems.length - MAX_NOTICES} more elements are left out`,
      ];
