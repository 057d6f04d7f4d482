import { z } from 'zod';
import { OUR_CLASSIFICATIONS, type PresentCatalog } from '../catalog/entities.ts';
import { fqn } from '../catalog/fqn.ts';
import { EXIT, IngestError } from '../errors.ts';
import { HttpError } from '../http/http-error.ts';
import type { Capabilities } from './capabilities.ts';
import { ENTITY_PATHS, SERVICES_PATH } from './entity-paths.ts';
import { chartAnswer, dashboardAnswer, dataModelAnswer, serviceAnswer } from './entity-schemas.ts';
import { listAll } from './list-all.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';
import { presentChart, presentDashboard, presentDataModel } from './present-entities.ts';

export type OnProgress = (stage: string, done: number, total: number | null) => void;

/**
 * All that the catalog holds of one service, soft-deleted entities included, 1,000 a page. Errors are thrown: a part that is
 * not known would look as if it were not there.
 */
export async function readPresentCatalog(
  client: OpenMetadataClient,
  capabilities: Capabilities,
  {
    serviceName,
    usage = false,
    onProgress = () => {},
  }: {
    readonly serviceName: string;
    /** Whether the views of dashboards are of interest. */
    readonly usage?: boolean;
    readonly onProgress?: OnProgress;
  },
): Promise<PresentCatalog> {
  const [service, tags] = await Promise.all([readService(client, serviceName), readTags(client)]);
  if (service === null) {
    return { service, tags, charts: new Map(), dataModels: new Map(), dashboards: new Map() };
  }
  const read = <P extends { readonly fqn: string }>(path: string, { element, fields, stage }: Listing<P>) =>
    listAll(client, path, {
      element,
      query: { service: serviceName, fields: fields.join(','), include: 'all' },
      onPage: (done, total) => onProgress(stage, done, total),
    }).then((entities) => byFqn(entities, service.fqn));

  const common = [capabilities.ownersField, 'tags', ...(capabilities.sourceHash ? ['sourceHash'] : [])];
  const [charts, dataModels, dashboards] = await Promise.all([
    read(ENTITY_PATHS.chart, {
      stage: 'Reading charts of the catalog',
      element: chartAnswer.transform(presentChart),
      fields: [...common, ...(capabilities.chartDashboards ? ['dashboards'] : [])],
    }),
    read(ENTITY_PATHS.dashboardDataModel, {
      stage: 'Reading data models of the catalog',
      element: dataModelAnswer.transform(presentDataModel),
      fields: common,
    }),
    read(ENTITY_PATHS.dashboard, {
      stage: 'Reading dashboards of the catalog',
      element: dashboardAnswer.transform(presentDashboard),
      fields: [...common, 'charts', 'dataModels', ...(usage ? ['usageSummary'] : [])],
    }),
  ]);
  return { service, tags, charts, dataModels, dashboards };
}

interface Listing<P> {
  readonly stage: string;
  /** Makes of each answer at once what is kept of it. */
  readonly element: z.ZodType<P>;
  readonly fields: readonly string[];
}

/** An entity of another service is none of ours, whatever the listing says. */
const byFqn = <P extends { readonly fqn: string }>(
  entities: readonly P[],
  service: string,
): ReadonlyMap<string, P> =>
  new Map(
    entities.filter((entity) => entity.fqn.startsWith(`${service}.`)).map((entity) => [entity.fqn, entity]),
  );

async function readService(client: OpenMetadataClient, name: string): Promise<PresentCatalog['service']> {
  const path = `${SERVICES_PATH}/name/${segment(fqn(name))}`;
  const service = await client.find(path, serviceAnswer, { include: 'all' });
  if (service === undefined) return null;
  if (service.serviceType !== 'Mode') {
    throw new IngestError(
      'service-type',
      `The catalog's dashboard service ${name} is one of ${service.serviceType.slice(0, 60)}, not of Mode.`,
      { next: 'Give another serviceName, one that no other service has.', exitCode: EXIT.configuration },
    );
  }
  const { id, fullyQualifiedName, deleted } = service;
  return { id, name: service.name, fqn: fullyQualifiedName, deleted: deleted ?? false };
}

const tagAnswer = z.object({ fullyQualifiedName: z.string() });

/** A classification that is not there yet has no tags. */
async function readTags(client: OpenMetadataClient): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(
    OUR_CLASSIFICATIONS.map((parent) =>
      listAll(client, '/tags', { element: tagAnswer, query: { parent } }).catch((error: unknown) => {
        if (error instanceof HttpError && error.status === 404) return [];
        throw error;
      }),
    ),
  );
  return new Set(lists.flat().map((tag) => tag.fullyQualifiedName));
}
