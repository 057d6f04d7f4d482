import type { Capabilities } from './capabilities.ts';
import type { CatalogWriter } from './catalog-writer.ts';
import { createDataModelTypes } from './data-model-types.ts';
import { ENTITY_PATHS, SERVICES_PATH } from './entity-paths.ts';
import { entityId } from './entity-schemas.ts';
import { listAll } from './list-all.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';
import { createPutEdge } from './put-edge.ts';
import { createPutEntities } from './put-entities.ts';
import { createPutTag } from './put-tag.ts';
import { readUpstreamEdges } from './read-edges.ts';
import { createSendCreate } from './send-create.ts';

/** The one place that writes to the catalog. `bulkSize` is the most rows of one request. */
export function createCatalogWriter(
  client: OpenMetadataClient,
  capabilities: Capabilities,
  { bulkSize }: { readonly bulkSize: number },
): CatalogWriter {
  const send = createSendCreate(client, createDataModelTypes(capabilities.dataModelTypes));
  return {
    putEntities: createPutEntities(send, { bulk: capabilities.bulk, bulkSize }),
    putTag: createPutTag(client),
    putEdge: createPutEdge(client),

    async putService(name) {
      await client.send({ method: 'PUT', path: SERVICES_PATH, body: { name, serviceType: 'Mode' } });
    },

    async restoreService(id) {
      await client.send({ method: 'PUT', path: `${SERVICES_PATH}/restore`, body: { id } });
    },

    async patchEntity(kind, id, operations) {
      if (operations.length === 0) return;
      await client.send({
        method: 'PATCH',
        path: `${ENTITY_PATHS[kind]}/${segment(id)}`,
        headers: { 'content-type': 'application/json-patch+json' },
        body: operations,
      });
    },

    // Of the two, POST sets and PUT adds (1.12.6).
    async setUsage(name, date, count) {
      const path = `/usage/dashboard/name/${segment(name)}`;
      await client.send({ method: 'POST', path, body: { date, count }, idempotent: true });
    },

    async ids(kind, serviceName) {
      const query = { service: serviceName };
      const entities = await listAll(client, ENTITY_PATHS[kind], { element: entityId, query });
      return new Map(entities.map((entity) => [entity.fullyQualifiedName, entity.id]));
    },

    edgesInto: (targets) => readUpstreamEdges(client, targets),

    async deleteEdge(from, to) {
      const path = `/lineage/${segment(from.type)}/${segment(from.id)}/${segment(to.type)}/${segment(to.id)}`;
      await client.send({ method: 'DELETE', path, accept: [404] });
    },

    async softDelete(kind, id) {
      await client.send({
        method: 'DELETE',
        path: `${ENTITY_PATHS[kind]}/${segment(id)}`,
        query: { hardDelete: false, recursive: false },
        accept: [404],
      });
    },
  };
}
