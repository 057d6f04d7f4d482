import { z } from 'zod';
import { EXIT, IngestError } from '../errors.ts';
import { HttpError } from '../http/http-error.ts';
import type { OpenMetadataClient, Query } from './open-metadata-client.ts';

/** The server takes up to 1,000,000; more than 1,000 brings nothing. */
const PAGE_SIZE = 1000;

const pageOf = <T>(element: z.ZodType<T>) =>
  z.object({
    data: z.array(element),
    paging: z.object({ after: z.string().nullish(), total: z.number().nullish() }),
  });

/**
 * All elements of a listing, page by page. It is read whole or not at all: a listing that repeats a cursor or ends before its own
 * total is an error, since whatever it left out would look deleted.
 */
export async function listAll<T>(
  client: OpenMetadataClient,
  path: string,
  {
    element,
    query = {},
    onPage = () => {},
  }: {
    readonly element: z.ZodType<T>;
    readonly query?: Query;
    readonly onPage?: (done: number, total: number | null) => void;
  },
): Promise<readonly T[]> {
  const page = pageOf(element);
  const elements: T[] = [];
  const cursors = new Set<string>();
  let total = Number.POSITIVE_INFINITY;
  let limit = PAGE_SIZE;
  let after: string | undefined;
  while (true) {
    const read = await client.get(path, page, { ...query, limit, after }).catch((error: unknown) => {
      if (limit === 1 || !isTooMuch(error)) throw error;
    });
    if (read === undefined) {
      limit = Math.ceil(limit / 8);
      continue;
    }
    elements.push(...read.data);
    // The smallest total counts: something may be added or deleted while we read.
    total = Math.min(total, read.paging.total ?? Number.POSITIVE_INFINITY);
    onPage(elements.length, Number.isFinite(total) ? total : null);
    const next = read.paging.after ?? undefined;
    if (next === undefined) break;
    if (cursors.has(next)) throw cutShort(path, 'the same page comes again and again');
    cursors.add(next);
    after = next;
  }
  if (Number.isFinite(total) && elements.length < total) {
    throw cutShort(path, `it tells of ${total} and ends after ${elements.length}`);
  }
  return elements;
}

/** A page can be too large, or too slow to make: SQL texts of 2 MB were seen to be taken. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof HttpError &&
  (error.kind === 'too-large' || error.kind === 'timeout' || error.status === 504);

const cutShort = (path: string, how: string): IngestError =>
  new IngestError('catalog-listing', `OpenMetadata's listing ${path} is not whole: ${how}.`, {
    next: 'Run it again. If it stays so, look for a proxy between here and the server that cuts or caches answers.',
    exitCode: EXIT.partial,
  });
