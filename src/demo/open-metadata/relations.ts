import type { CatalogServer } from './catalog-server.ts';
import type { KindName } from './entity-kinds.ts';
import type { JsonObject } from './json-shape.ts';
import { readFqns } from './references.ts';
import { type Entity, link, unlink } from './store.ts';

/** The charts and data models that a dashboard is to have, or the dashboards that a chart is to hang on. */
export type WantedRelations =
  | { readonly contents: ReadonlySet<Entity> }
  | { readonly containers: ReadonlySet<Entity> }
  | undefined;

/** What a create request says of relations; for a dashboard (and, since 1.11, a chart) silence means none. */
export function readRelations(server: CatalogServer, type: KindName, body: JsonObject): WantedRelations {
  if (type === 'dashboard')
    return {
      contents: new Set([
        ...readFqns(server, body.charts, 'chart'),
        ...readFqns(server, body.dataModels, 'dashboardDataModel'),
      ]),
    };
  if (type === 'chart' && server.features.chartDashboards)
    return { containers: new Set(readFqns(server, body.dashboards, 'dashboard')) };
  return undefined;
}

/** True when anything was attached or detached; another order is no change. */
export function writeRelations(entity: Entity, wanted: WantedRelations): boolean {
  if (wanted === undefined) return false;
  const ofContents = 'contents' in wanted;
  const now = ofContents ? entity.contents : entity.containers;
  const goal = ofContents ? wanted.contents : wanted.containers;
  const attach = (other: Entity) => (ofContents ? link(entity, other) : link(other, entity));
  const detach = (other: Entity) => (ofContents ? unlink(entity, other) : unlink(other, entity));
  const gone = [...now].filter((other) => !goal.has(other));
  const come = [...goal].filter((other) => !now.has(other));
  gone.forEach(detach);
  come.forEach(attach);
  return gone.length + come.length > 0;
}
