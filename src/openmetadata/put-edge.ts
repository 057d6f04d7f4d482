import { z } from 'zod';
import { HttpError } from '../http/http-error.ts';
import type { CatalogWriter, EdgeDetails, EdgeEnd } from './catalog-writer.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';

const SOURCE = 'DashboardLineage';
const storedEdge = z.object({
  edge: z.object({
    source: z.string().nullish(),
    sqlQuery: z.string().nullish(),
    description: z.string().nullish(),
  }),
});

/**
 * Draws lineage edges. A PUT replaces the edge's details whole, so they are all sent. Without a search engine the server stores an
 * edge and then fails with 500 (1.12.6): once that was seen, a 500 is looked into before anything is tried again.
 */
export function createPutEdge(client: OpenMetadataClient): CatalogWriter['putEdge'] {
  let withoutEngine = false;
  return async (from, to, details) => {
    const request = { method: 'PUT', path: '/lineage', body: body(from, to, details) } as const;
    const isThere = () => isStored(client, from, to, details);
    if (withoutEngine) {
      const { status } = await client.send({ ...request, accept: [500] });
      if (status !== 500 || (await isThere())) return;
    }
    try {
      await client.send(request);
    } catch (error) {
      if (!(error instanceof HttpError) || error.status !== 500 || !(await isThere())) throw error;
      withoutEngine = true;
    }
  };
}

function body(from: EdgeEnd, to: EdgeEnd, { sqlQuery, description, columnsLineage }: EdgeDetails) {
  return {
    edge: {
      fromEntity: { id: from.id, type: from.type },
      toEntity: { id: to.id, type: to.type },
      lineageDetails: {
        source: SOURCE,
        ...(sqlQuery === null ? {} : { sqlQuery }),
        ...(description === null ? {} : { description }),
        ...(columnsLineage.length === 0 ? {} : { columnsLineage }),
      },
    },
  };
}

/**
 * Columns are not compared: the server drops those that it does not know. Servers before 1.4 have no such route, and their 404
 * reads as "not stored".
 */
async function isStored(
  client: OpenMetadataClient,
  from: EdgeEnd,
  to: EdgeEnd,
  { sqlQuery, description }: EdgeDetails,
): Promise<boolean> {
  const path = `/lineage/getLineageEdge/${segment(from.id)}/${segment(to.id)}`;
  const edge = (await client.find(path, storedEdge))?.edge;
  return (
    edge?.source === SOURCE &&
    (edge.sqlQuery ?? null) === sqlQuery &&
    (edge.description ?? null) === description
  );
}
