import type { Answer } from '../stand-in-server.ts';
import type { Caller, CatalogServer } from './catalog-server.ts';
import { KINDS } from './entity-kinds.ts';
import type { JsonObject } from './json-shape.ts';
import { presentEntity } from './present-entity.ts';
import type { Entity, TagLabel } from './store.ts';

/** What a PUT sent of relations; its answer repeats them as they were sent. */
export interface Sent {
  readonly tags: readonly TagLabel[] | undefined;
  readonly contents: ReadonlySet<Entity> | undefined;
}

/**
 * The answer to a PUT or POST. It repeats `project`, `dashboardType` and `dataModelType` as they were sent, stored or not: only a
 * GET tells the truth.
 */
export function putAnswer(
  server: CatalogServer,
  caller: Caller,
  entity: Entity,
  change: 'entityCreated' | 'entityUpdated' | 'entityNoChange',
  body: JsonObject,
  { tags, contents }: Sent,
): Answer {
  const created = change === 'entityCreated';
  const { owners, chartDashboards } = server.features;
  const ownersField = owners ? 'owners' : 'owner';
  const shown = new Set(
    KINDS[entity.type].shown
      .filter((relation) => relation !== 'dashboards' || chartDashboards)
      .map((relation) => (relation === 'owners' ? ownersField : relation)),
  );
  if (!created || body[ownersField] !== undefined) shown.add(ownersField);
  if (tags !== undefined) shown.add('tags');
  const labels = new Map((tags ?? []).map((label) => [label.tagFQN, label]));
  const repeated = REPEATED.filter((field) => body[field] !== undefined && body[field] !== null);
  return {
    status: created ? 201 : 200,
    headers: { 'x-openmetadata-change': change },
    json: presentEntity(server, entity, caller, [...shown], {
      values: Object.fromEntries(repeated.map((field) => [field, body[field]])),
      tags: entity.tags.map((label) => labels.get(label.tagFQN) ?? label),
      ...(contents === undefined ? {} : { contents: [...contents] }),
    }),
  };
}

const REPEATED = ['project', 'dashboardType', 'dataModelType'];
