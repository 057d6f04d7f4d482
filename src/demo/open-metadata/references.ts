import { type Caller, type CatalogServer, entityByFqn, entityById } from './catalog-server.ts';
import { isKindName, KINDS, type KindName } from './entity-kinds.ts';
import { isObject, type JsonObject, objectsOf, stringOr, stringsOf } from './json-shape.ts';
import { invalid, notFound } from './refusals.ts';
import type { Entity, TagLabel } from './store.ts';

/** An entity reference as answers hold it. A missing display name is filled with the name. */
export function referenceTo(server: CatalogServer, entity: Entity): Record<string, unknown> {
  const { description, displayName } = entity.values;
  return {
    id: entity.id,
    type: entity.type,
    name: entity.name,
    fullyQualifiedName: entity.fqn,
    ...(description ? { description } : {}),
    displayName: displayName || entity.name,
    deleted: entity.deleted,
    href: hrefOf(server, entity),
  };
}

export function hrefOf(server: CatalogServer, entity: Entity): string {
  return `${server.baseUrl()}/${KINDS[entity.type].path}/${entity.id}`;
}

/** Users or teams by id; undefined when the request does not speak of owners. */
export function readOwners(server: CatalogServer, body: JsonObject): readonly Entity[] | undefined {
  const given = server.features.owners ? body.owners : body.owner;
  if (given === undefined || given === null) return undefined;
  return readReferences(server, server.features.owners ? given : [given], 'user');
}

/** References by id. */
export function readReferences(
  server: CatalogServer,
  given: unknown,
  otherwise: KindName,
): readonly Entity[] {
  return objectsOf(given).map(({ id, type }) => {
    if (typeof id !== 'string') throw invalid('id must not be null');
    const kind = type ?? otherwise;
    if (!isKindName(kind)) throw notFound(String(kind), id);
    return entityById(server, kind, id);
  });
}

/** Charts, data models or dashboards by FQN, as create requests name them; each must be live. */
export function readFqns(server: CatalogServer, given: unknown, type: KindName): readonly Entity[] {
  return stringsOf(given).map((name) => entityByFqn(server, type, name));
}

/** Tag labels; undefined when the request does not speak of tags. A label with only its `tagFQN` counts as set by hand. */
export function readTags(
  server: CatalogServer,
  body: JsonObject,
  caller: Caller,
): readonly TagLabel[] | undefined {
  if (!Array.isArray(body.tags)) return undefined;
  return body.tags.filter(isObject).map((label) => {
    const tagFQN = label.tagFQN;
    if (typeof tagFQN !== 'string') throw invalid('tagFQN must not be null');
    const source = stringOr(label.source, 'Classification');
    if (source !== 'Classification') throw notFound('glossaryTerm', tagFQN);
    entityByFqn(server, 'tag', tagFQN);
    return {
      tagFQN,
      source,
      labelType: stringOr(label.labelType, 'Manual'),
      state: stringOr(label.state, 'Confirmed'),
      appliedAt: server.now(),
      appliedBy: caller.name,
    };
  });
}

/** A label with its tag's name and description. */
export function presentTag(server: CatalogServer, label: TagLabel): Record<string, unknown> {
  const tag = server.store.byFqn('tag', label.tagFQN);
  const { displayName, description } = tag?.values ?? {};
  return {
    ...label,
    name: tag?.name ?? label.tagFQN,
    ...(displayName ? { displayName } : {}),
    ...(description ? { description } : {}),
  };
}
