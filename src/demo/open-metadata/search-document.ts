import type { CatalogServer } from './catalog-server.ts';
import { presentEntity } from './present-entity.ts';
import type { Entity } from './store.ts';

const RELATIONS: Partial<Record<Entity['type'], readonly string[]>> = {
  dashboard: ['owners', 'tags', 'charts', 'followers', 'domains'],
  chart: ['owners', 'tags', 'dashboards', 'followers', 'domains'],
};

/** An entity as the search index keeps it: without links, and always with a display name. */
export function searchDocument(server: CatalogServer, entity: Entity): Record<string, unknown> {
  const relations = RELATIONS[entity.type] ?? ['owners', 'tags', 'followers', 'domains'];
  const document = presentEntity(server, entity, { name: 'search', isBot: false }, relations);
  const { href: _link, connection: _secret, ...rest } = document;
  return {
    ...rest,
    displayName: entity.values.displayName || entity.name,
    entityType: entity.type,
  };
}
