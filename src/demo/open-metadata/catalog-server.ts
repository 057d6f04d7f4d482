import { KINDS, type KindName } from './entity-kinds.ts';
import type { Features } from './features.ts';
import { fqn, fqnPart } from './fqn.ts';
import { notFound } from './refusals.ts';
import type { Entity, Store } from './store.ts';

/** What every handler needs: the catalog, the version's features, and the clock. */
export interface CatalogServer {
  readonly store: Store;
  readonly features: Features;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** Of `href`s: `http://127.0.0.1:port/api/v1`. */
  baseUrl(): string;
}

/** Who asks. A bot's PUT counts as ingestion: it keeps descriptions, and may not PATCH a display name. */
export interface Caller {
  readonly name: string;
  readonly isBot: boolean;
}

export type Include = 'non-deleted' | 'deleted' | 'all';

/** By id; refused with 404 when there is none, or none that `include` lets through. */
export function entityById(
  server: CatalogServer,
  type: KindName,
  id: string,
  include: Include = 'non-deleted',
): Entity {
  const found = server.store.byId(type, id);
  if (found === undefined || !included(found, include)) throw notFound(type, id);
  return found;
}

/** By exact FQN: needless quotes find nothing. Users go by any case, and with or without quotes. */
export function entityByFqn(
  server: CatalogServer,
  type: KindName,
  name: string,
  include: Include = 'non-deleted',
): Entity {
  const found =
    type === 'user'
      ? (server.store.byFqn(type, name.toLowerCase()) ??
        server.store.byFqn(type, fqnPart(name.toLowerCase())))
      : server.store.byFqn(type, name);
  if (found === undefined || !included(found, include)) throw notFound(type, name);
  return found;
}

/** The holder that a create request names: a service by its raw name or its FQN, everything else by FQN. */
export function parentOf(server: CatalogServer, type: KindName, name: string): Entity {
  const found = server.store.byFqn(type, name) ?? server.store.byFqn(type, fqnPart(name));
  if (found === undefined || found.deleted) throw notFound(type, name);
  return found;
}

export function included(entity: Entity, include: Include): boolean {
  return include === 'all' || entity.deleted === (include === 'deleted');
}

/** A new entity in the store. Data models stand below `service.model`. */
export function addEntity(
  server: CatalogServer,
  type: KindName,
  name: string,
  parent: Entity | null,
  by: string,
): Entity {
  const stored = storedName(type, name);
  const entity: Entity = {
    id: server.newId(),
    type,
    name: stored,
    fqn: entityFqn(type, name, parent),
    parent,
    version: 0.1,
    updatedAt: server.now(),
    updatedBy: by,
    deleted: false,
    values: {},
    owners: [],
    tags: [],
    contents: new Set(),
    containers: new Set(),
    usage: new Map(),
    runs: new Map(),
  };
  server.store.add(entity);
  return entity;
}

export function entityFqn(type: KindName, name: string, parent: Entity | null): string {
  const own = storedName(type, name);
  if (parent === null) return fqn('', own);
  return type === 'dashboardDataModel' ? fqn(`${parent.fqn}.model`, own) : fqn(parent.fqn, own);
}

function storedName(type: KindName, name: string): string {
  return type === 'user' ? name.toLowerCase() : name;
}

/** From the entity's own holder up to the service. */
export function ancestors(entity: Entity): readonly { readonly field: string; readonly entity: Entity }[] {
  const found: { field: string; entity: Entity }[] = [];
  for (let inner = entity; inner.parent !== null; inner = inner.parent)
    found.push({ field: KINDS[inner.type].parent?.field ?? 'service', entity: inner.parent });
  return found;
}
