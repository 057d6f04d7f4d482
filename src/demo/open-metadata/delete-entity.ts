import type { Answer } from '../stand-in-server.ts';
import type { Caller, CatalogServer } from './catalog-server.ts';
import { KINDS } from './entity-kinds.ts';
import { changedRelations, presentEntity } from './present-entity.ts';
import { badRequest } from './refusals.ts';
import type { Entity } from './store.ts';
import { moveVersion } from './version.ts';

/** Soft or hard. A dashboard takes along the charts that no other live dashboard shows, but no data models. */
export function deleteEntity(
  server: CatalogServer,
  caller: Caller,
  entity: Entity,
  query: URLSearchParams,
): Answer {
  const hard = query.get('hardDelete') === 'true';
  const children = server.store.children(entity).filter((child) => hard || !child.deleted);
  if (children.length > 0 && query.get('recursive') !== 'true')
    throw badRequest(`${entity.type} is not empty`);
  const relations = changedRelations(server, KINDS[entity.type]);
  const alone = hard ? presentEntity(server, entity, caller, relations) : undefined;
  removeOne(server, caller, entity, hard);
  return {
    status: 200,
    headers: { 'x-openmetadata-change': hard ? 'entityDeleted' : 'entitySoftDeleted' },
    json: alone ?? presentEntity(server, entity, caller, relations),
  };
}

/** With everything that goes with it. */
export function removeOne(server: CatalogServer, caller: Caller, entity: Entity, hard: boolean): void {
  for (const child of server.store.children(entity)) removeOne(server, caller, child, hard);
  for (const chart of dependentCharts(server, entity)) removeOne(server, caller, chart, hard);
  if (hard) {
    server.store.remove(entity);
  } else if (!entity.deleted) {
    entity.deleted = true;
    moveVersion(server, entity, caller, 'minor');
  }
}

/** PUT …/restore: with the charts that went along. */
export function restoreEntity(server: CatalogServer, caller: Caller, entity: Entity): Answer {
  restoreOne(server, caller, entity);
  return {
    status: 200,
    headers: { 'x-openmetadata-change': 'entityRestored' },
    json: presentEntity(server, entity, caller, KINDS[entity.type].shown),
  };
}

function restoreOne(server: CatalogServer, caller: Caller, entity: Entity): void {
  if (entity.deleted) {
    entity.deleted = false;
    moveVersion(server, entity, caller, 'minor');
  }
  for (const child of server.store.children(entity)) restoreOne(server, caller, child);
  for (const chart of dependentCharts(server, entity)) restoreOne(server, caller, chart);
}

function dependentCharts(server: CatalogServer, entity: Entity): Entity[] {
  if (entity.type !== 'dashboard' || !server.features.deletesChartsWithDashboard) return [];
  return [...entity.contents].filter(
    (inner) =>
      inner.type === 'chart' && ![...inner.containers].some((other) => other !== entity && !other.deleted),
  );
}
