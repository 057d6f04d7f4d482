import type { KindName } from './entity-kinds.ts';

/** A tag as it hangs on an entity. */
export interface TagLabel {
  readonly tagFQN: string;
  readonly source: string;
  readonly labelType: string;
  readonly state: string;
  readonly appliedAt: number;
  readonly appliedBy: string;
}

/** One entity of the catalog. `values` holds what is neither identity nor relation: displayName, description, sql, columns, … */
export interface Entity {
  readonly id: string;
  readonly type: KindName;
  readonly name: string;
  readonly fqn: string;
  readonly parent: Entity | null;
  /** 0.1 at birth; +0.1 for a change, +1.0 for one that breaks readers (a column removed or of another type). */
  version: number;
  updatedAt: number;
  updatedBy: string;
  deleted: boolean;
  values: Record<string, unknown>;
  owners: readonly Entity[];
  tags: readonly TagLabel[];
  /** A dashboard's charts and data models. */
  readonly contents: Set<Entity>;
  /** The dashboards of a chart or data model. */
  readonly containers: Set<Entity>;
  /** Views a day, `YYYY-MM-DD` → count. */
  readonly usage: Map<string, number>;
  /** Runs of an ingestion pipeline, by run id. */
  readonly runs: Map<string, Readonly<Record<string, unknown>>>;
}

export interface Edge {
  readonly from: Entity;
  readonly to: Entity;
  details: Readonly<Record<string, unknown>>;
}

/** The catalog in memory. Look-ups are case-sensitive, as the server's are; users are stored in lower case. */
export interface Store {
  add(entity: Entity): void;
  /** For good: with its relations and its edges. */
  remove(entity: Entity): void;
  byId(type: KindName, id: string): Entity | undefined;
  byFqn(type: KindName, fqn: string): Entity | undefined;
  /** By name, then id: the order of the server's listings. */
  all(type: KindName): readonly Entity[];
  children(parent: Entity): readonly Entity[];
  putEdge(edge: Edge): void;
  removeEdge(edge: Edge): void;
  edge(fromId: string, toId: string): Edge | undefined;
  edges(): readonly Edge[];
}

export function createStore(): Store {
  const entities = new Map<string, Entity>();
  const byFqn = new Map<string, Entity>();
  const edges = new Map<string, Edge>();
  const key = (type: string, fqn: string) => `${type} ${fqn}`;
  const pair = (fromId: string, toId: string) => `${fromId} ${toId}`;
  const store: Store = {
    add(entity) {
      entities.set(entity.id, entity);
      byFqn.set(key(entity.type, entity.fqn), entity);
    },
    remove(entity) {
      entities.delete(entity.id);
      byFqn.delete(key(entity.type, entity.fqn));
      for (const inner of [...entity.contents]) unlink(entity, inner);
      for (const outer of [...entity.containers]) unlink(outer, entity);
      for (const edge of [...edges.values()])
        if (edge.from === entity || edge.to === entity) store.removeEdge(edge);
    },
    byId(type, id) {
      const found = entities.get(id);
      return found?.type === type ? found : undefined;
    },
    byFqn: (type, fqn) => byFqn.get(key(type, fqn)),
    all: (type) => [...entities.values()].filter((entity) => entity.type === type).sort(byNameThenId),
    children: (parent) => [...entities.values()].filter((entity) => entity.parent === parent),
    putEdge: (edge) => void edges.set(pair(edge.from.id, edge.to.id), edge),
    removeEdge: (edge) => void edges.delete(pair(edge.from.id, edge.to.id)),
    edge: (fromId, toId) => edges.get(pair(fromId, toId)),
    edges: () => [...edges.values()],
  };
  return store;
}

/** Puts a chart or data model onto a dashboard. */
export function link(dashboard: Entity, inner: Entity): void {
  dashboard.contents.add(inner);
  inner.containers.add(dashboard);
}

export function unlink(dashboard: Entity, inner: Entity): void {
  dashboard.contents.delete(inner);
  inner.containers.delete(dashboard);
}

/** By code points, as the recorded listings are sorted. */
export function byNameThenId(
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : a.id === b.id ? 0 : 1;
}
