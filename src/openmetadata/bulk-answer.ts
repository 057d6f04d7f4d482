import { z } from 'zod';
import type { EntityKind } from '../catalog/entities.ts';
import { fqn } from '../catalog/fqn.ts';
import type { CreateBody } from './catalog-writer.ts';

/** What a bulk PUT said of one row; undefined when it said nothing. */
export type RowVerdict = 'passed' | 'failed' | undefined;

/**
 * Which row it is about: the FQN for a row that passed, the whole request (or the FQN, before 1.12) for one that failed. Whatever
 * else comes makes the row one that nothing was said of.
 */
const row = z.object({ request: z.union([z.string(), z.record(z.string(), z.unknown())]) });
const rows = z
  .array(row.catch({ request: '' }))
  .nullish()
  .catch([]);
const bulkAnswer = z.object({ successRequest: rows, failedRequest: rows });

/**
 * What a bulk PUT's answer says of each row, in the order of the request. HTTP 200 says nothing: it comes even when every row
 * failed (1.12.6). Only a row that is named as passed, and nowhere as failed, has passed.
 */
export function readBulkAnswer(
  answer: unknown,
  kind: EntityKind,
  bodies: readonly CreateBody[],
): readonly RowVerdict[] {
  const { data } = bulkAnswer.safeParse(answer);
  const names = (list: z.infer<typeof rows>): ReadonlySet<string> =>
    new Set(
      (list ?? []).map(({ request }) => (typeof request === 'string' ? request : fqnOf(kind, request))),
    );
  const passed = names(data?.successRequest);
  const failed = names(data?.failedRequest);
  return bodies.map((body) => {
    const name = fqnOf(kind, body);
    if (failed.has(name)) return 'failed';
    return passed.has(name) ? 'passed' : undefined;
  });
}

/** The FQN that the server gives to what a body asks for. Charts and dashboards stand right under their service. */
export function fqnOf(kind: EntityKind, { service, name }: CreateBody): string {
  if (typeof service !== 'string' || typeof name !== 'string') return '';
  return kind === 'dashboardDataModel' ? fqn(service, 'model', name) : fqn(service, name);
}
