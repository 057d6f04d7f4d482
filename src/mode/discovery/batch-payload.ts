import { z } from 'zod';
import { EXIT, IngestError } from '../../errors.ts';
import type { ListPage } from '../payloads/list-payload.ts';
import { count } from '../payloads/scalars.ts';

const batchPayload = z.looseObject({
  pagination: z.object({ total_pages: count, total_count: count }).nullish().catch(null),
});

/**
 * One page of a resource of Discovery: flat JSON, the rows under the resource's own name.
 * @throws IngestError when there are none to be seen. That is not an empty list.
 */
export function batchPage(body: unknown, resource: string): ListPage {
  const read = batchPayload.safeParse(body);
  const rows = read.data?.[resource];
  if (!Array.isArray(rows)) {
    throw new IngestError('mode-shape', `Discovery's answer has no list ${resource}.`, {
      next: 'Run again; if it stays so, set modeRead: rest, and report it with the version you use.',
      exitCode: EXIT.partial,
    });
  }
  const pagination = read.data?.pagination;
  return { rows, totalPages: pagination?.total_pages ?? null, totalCount: pagination?.total_count ?? null };
}
