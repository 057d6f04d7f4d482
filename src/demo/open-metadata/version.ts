import { createHash } from 'node:crypto';
import type { Caller, CatalogServer } from './catalog-server.ts';
import type { Entity } from './store.ts';

/** How far a change moves an entity's version. */
export type Change = 'none' | 'minor' | 'major';

export function greater(a: Change, b: Change): Change {
  if (a === 'major' || b === 'major') return 'major';
  return a === 'minor' || b === 'minor' ? 'minor' : 'none';
}

/** Moves the version, and writes down who did it and when. */
export function moveVersion(server: CatalogServer, entity: Entity, caller: Caller, change: Change): void {
  if (change === 'none') return;
  const tenths = Math.round(entity.version * 10) + (change === 'major' ? 10 : 1);
  entity.version = tenths / 10;
  touch(server, entity, caller);
}

/** Writes down who and when, without a new version: a changed `sourceHash` does that. */
export function touch(server: CatalogServer, entity: Entity, caller: Caller): void {
  entity.updatedAt = server.now();
  entity.updatedBy = caller.name;
}

/** 16 hex digits in quotes, from version and time. */
export function etagOf(entity: Entity): string {
  const text = `${entity.id} ${entity.version} ${entity.updatedAt}`;
  return `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
}
