import type { Answer } from '../stand-in-server.ts';
import { ancestors, type Caller, type CatalogServer } from './catalog-server.ts';
import { removeOne } from './delete-entity.ts';
import type { KindName } from './entity-kinds.ts';
import { isObject, stringsOf } from './json-shape.ts';
import { badRequest } from './refusals.ts';

/** DELETE …/deleteStale (2.0): what stands below the scope and was not seen goes. Seeing nothing deletes nothing. */
export function deleteStale(server: CatalogServer, caller: Caller, type: KindName, body: unknown): Answer {
  if (!isObject(body) || typeof body.scopeFqn !== 'string')
    throw badRequest('[query param scopeFqn must not be null]');
  const seen = new Set(stringsOf(body.seenFqns));
  const scope = body.scopeFqn;
  const stale =
    seen.size === 0
      ? []
      : server.store
          .all(type)
          .filter((entity) => !entity.deleted && !seen.has(entity.fqn))
          .filter((entity) => ancestors(entity).some((holder) => holder.entity.fqn === scope));
  const dryRun = body.dryRun === true;
  if (!dryRun) for (const entity of stale) removeOne(server, caller, entity, body.hardDelete === true);
  return {
    status: 200,
    json: {
      dryRun,
      status: 'success',
      numberOfRowsProcessed: stale.length,
      numberOfRowsPassed: stale.length,
      numberOfRowsFailed: 0,
      successRequest: stale.map(({ fqn }) => ({ request: fqn, status: 200 })),
      failedRequest: [],
    },
  };
}
