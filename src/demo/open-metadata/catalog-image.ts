import type { KindName } from './entity-kinds.ts';
import type { StandInOpenMetadata } from './start-open-metadata.ts';
import type { Edge, Entity } from './store.ts';

/** An entity without what differs from run to run: ids, versions, times, authors. Relations are FQNs, in order. */
export interface EntityImage {
  readonly fqn: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly contents: readonly string[];
}

export interface CatalogImage {
  readonly entities: Readonly<Record<string, readonly EntityImage[]>>;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
}

const KINDS_SHOWN: readonly KindName[] = [
  'dashboardService',
  'dashboard',
  'chart',
  'dashboardDataModel',
  'classification',
  'tag',
];

/** All that lives in the catalog, as a plain value: two runs that made the same catalog have equal images. */
export function catalogImage({ store }: StandInOpenMetadata): CatalogImage {
  const live = (type: KindName) =>
    store
      .all(type)
      .filter(({ deleted }) => !deleted)
      .map(imageOf)
      .sort((a, b) => compare(a.fqn, b.fqn));
  return {
    entities: Object.fromEntries(KINDS_SHOWN.map((type) => [type, live(type)])),
    edges: store
      .edges()
      .filter(({ from, to }) => !from.deleted && !to.deleted)
      .map(edgeImage)
      .sort((a, b) => compare(`${a.from} ${a.to}`, `${b.from} ${b.to}`)),
  };
}

function imageOf(entity: Entity): EntityImage {
  const fqns = (entities: Iterable<Entity>) => [...entities].map(({ fqn }) => fqn).sort();
  return {
    fqn: entity.fqn,
    values: ordered(entity.values),
    owners: fqns(entity.owners),
    tags: entity.tags.map(({ tagFQN }) => tagFQN).sort(),
    contents: fqns([...entity.contents].filter(({ deleted }) => !deleted)),
  };
}

function edgeImage({ from, to, details }: Edge) {
  const { createdAt: _c, createdBy: _b, updatedAt: _u, updatedBy: _y, ...rest } = details;
  return { from: `${from.type} ${from.fqn}`, to: `${to.type} ${to.fqn}`, details: ordered(rest) };
}

/** By key, without what is null or undefined: a value wiped and one never set are the same. */
function ordered(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .sort(([a], [b]) => compare(a, b)),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
