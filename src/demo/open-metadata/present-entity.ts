import { ancestors, type Caller, type CatalogServer } from './catalog-server.ts';
import type { Kind } from './entity-kinds.ts';
import { isObject } from './json-shape.ts';
import { hrefOf, presentTag, referenceTo } from './references.ts';
import { byNameThenId, type Entity, type TagLabel } from './store.ts';
import { usageSummary } from './usage-summary.ts';

/** What an answer says otherwise than the catalog: some PUTs and PATCHes repeat a value that they did not store. */
export interface Echo {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly TagLabel[];
  /** Charts and data models in the order of the request; the catalog's own order is by name. */
  readonly contents?: readonly Entity[];
}

/** An entity as an answer's JSON, with the relations that were asked for. */
export function presentEntity(
  server: CatalogServer,
  entity: Entity,
  caller: Caller,
  relations: readonly string[],
  echo: Echo = {},
): Record<string, unknown> {
  const { extension, connection, ...values } = { ...entity.values, ...echo.values };
  const holders = ancestors(entity);
  const serviceType = holders.at(-1)?.entity.values.serviceType;
  return withoutNulls({
    id: entity.id,
    name: entity.name,
    fullyQualifiedName: entity.fqn,
    ...values,
    ...(connection === undefined ? {} : { connection: caller.isBot ? connection : masked(connection) }),
    version: entity.version,
    updatedAt: entity.updatedAt,
    updatedBy: entity.updatedBy,
    href: hrefOf(server, entity),
    ...Object.fromEntries(holders.map(({ field, entity: holder }) => [field, referenceTo(server, holder)])),
    ...(entity.type === 'ingestionPipeline' ? {} : { serviceType: serviceType ?? values.serviceType }),
    deleted: entity.deleted,
    ...Object.fromEntries(
      relations.map((relation) => [
        relation,
        relation === 'extension' ? extension : presentRelation(server, entity, relation, echo),
      ]),
    ),
  });
}

/** Every relation of a kind, in the words of the version. */
export function relationsOf(server: CatalogServer, kind: Kind): readonly string[] {
  const { owners, domains, chartDashboards } = server.features;
  return kind.relations
    .filter((relation) => relation !== 'dashboards' || chartDashboards)
    .map((relation) => (relation === 'owners' && !owners ? 'owner' : relation))
    .map((relation) => (relation === 'domains' && !domains ? 'domain' : relation));
}

/** What PATCH and DELETE answer: all relations but those that are looked up elsewhere. */
export function changedRelations(server: CatalogServer, kind: Kind): readonly string[] {
  return relationsOf(server, kind).filter(
    (relation) => relation !== 'usageSummary' && relation !== 'extension',
  );
}

function presentRelation(server: CatalogServer, entity: Entity, relation: string, echo: Echo): unknown {
  const references = (entities: Iterable<Entity>) =>
    [...entities].sort(byNameThenId).map((other) => referenceTo(server, other));
  const contents = (type: Entity['type']) =>
    (echo.contents ?? [...entity.contents].sort(byNameThenId))
      .filter((inner) => inner.type === type)
      .map((inner) => referenceTo(server, inner));
  switch (relation) {
    case 'owners':
      return references(entity.owners);
    case 'owner':
      return references(entity.owners)[0];
    case 'tags':
      return (echo.tags ?? entity.tags).map((label) => presentTag(server, label));
    case 'charts':
      return contents('chart');
    case 'dataModels':
      return contents('dashboardDataModel');
    case 'dashboards':
      return references([...entity.containers].filter((dashboard) => !dashboard.deleted));
    case 'usageSummary':
      return usageSummary(entity.usage, server.now());
    case 'pipelineStatuses':
      return server.features.listsRuns
        ? [...entity.runs.values()].slice(-5).reverse()
        : [...entity.runs.values()].at(-1);
    case 'votes':
      return { upVotes: 0, downVotes: 0, upVoters: [], downVoters: [] };
    case 'followers':
    case 'domains':
    case 'dataProducts':
    case 'reviewers':
      return [];
    default:
      return entity.values[relation];
  }
}

/** A secret is shown to bots only. */
function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && SECRET.test(key) ? '*********' : masked(inner),
    ]),
  );
}

const SECRET = /password|token|secret/i;

function withoutNulls(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null),
  );
}
