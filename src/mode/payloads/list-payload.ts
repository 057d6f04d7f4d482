import { z } from 'zod';
import { EXIT, IngestError } from '../../errors.ts';
import { count } from './scalars.ts';

/** One page of a list as Mode sends it, before its elements are looked at. */
export interface ListPage {
  readonly rows: readonly unknown[];
  /** How much there is in all, as some lists tell; null when this one does not. */
  readonly totalPages: number | null;
  readonly totalCount: number | null;
}

const listPayload = z.object({
  _embedded: z.record(z.string(), z.unknown()),
  pagination: z.object({ total_pages: count, total_count: count }).nullish().catch(null),
});

/**
 * The elements under `_embedded` of a HAL collection.
 * @throws IngestError when there are none to be seen: no body, or no list where one should be. That is not an empty list.
 */
export function listPage(body: unknown, key: string): ListPage {
  if (body === undefined) {
    throw new IngestError('mode-empty-answer', 'Mode answered without a body where a list should be.', {
      next: "Run again; if it stays so, ask Mode's support.",
      exitCode: EXIT.partial,
    });
  }
  const read = listPayload.safeParse(body);
  const rows = read.data?._embedded[key];
  if (!Array.isArray(rows)) {
    throw new IngestError('mode-shape', `Mode's answer has no list _embedded.${key}.`, {
      next: 'Run again; if it stays so, Mode may have changed its API: report it with the version you use.',
      exitCode: EXIT.partial,
    });
  }
  const pagination = read.data?.pagination;
  return { rows, totalPages: pagination?.total_pages ?? null, totalCount: pagination?.total_count ?? null };
}
