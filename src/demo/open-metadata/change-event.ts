import type { Answer } from '../stand-in-server.ts';
import type { Caller, CatalogServer } from './catalog-server.ts';
import { presentEntity } from './present-entity.ts';
import type { Entity } from './store.ts';

/** What usage and pipeline status answer: 201 with an event, not with the entity. */
export function changeEvent(
  server: CatalogServer,
  entity: Entity,
  caller: Caller,
  field: string,
  oldValue: unknown,
  newValue: unknown,
): Answer {
  return {
    status: 201,
    headers: { 'x-openmetadata-change': 'entityFieldsChanged' },
    json: {
      id: server.newId(),
      eventType: 'entityUpdated',
      entityType: entity.type,
      entityId: entity.id,
      entityFullyQualifiedName: entity.fqn,
      previousVersion: entity.version,
      currentVersion: entity.version,
      userName: caller.name,
      timestamp: server.now(),
      changeDescription: {
        fieldsAdded: [],
        fieldsUpdated: [{ name: field, ...(oldValue === undefined ? {} : { oldValue }), newValue }],
        fieldsDeleted: [],
        previousVersion: entity.version,
      },
      entity: presentEntity(server, entity, caller, [
        field === 'pipelineStatus' ? 'pipelineStatuses' : field,
      ]),
    },
  };
}
