import { z } from 'zod';
import type { EdgeTarget, PresentEdge } from '../catalog/entities.ts';
import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import { CONCURRENCY } from './concurrency.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';
import type { OnProgress } from './read-catalog.ts';

const node = z.object({ id: z.string(), type: z.string(), fullyQualifiedName: z.string() });

const details = z.object({
  source: z.string().nullish(),
  sqlQuery: z.string().nullish(),
  description: z.string().nullish(),
  columnsLineage: z
    .array(z.object({ fromColumns: z.array(z.string()).nullish(), toColumn: z.string().nullish() }))
    .nullish(),
});

const lineageAnswer = z.object({
  entity: z.object({ id: z.string() }),
  nodes: z.array(node).nullish(),
  upstreamEdges: z
    .array(z.object({ fromEntity: z.string(), toEntity: z.string(), lineageDetails: details.nullish() }))
    .nullish(),
});

/** What the server takes an edge to be whose details nobody gave (1.12.6). */
const DEFAULT_SOURCE = 'Manual';

/**
 * The edges into each target, by its FQN, those from soft-deleted entities included where the server tells of them. One request a
 * target, answered from the database: no search engine is needed. A target that the server does not find has none.
 */
export async function readUpstreamEdges(
  client: OpenMetadataClient,
  targets: readonly EdgeTarget[],
  onProgress: OnProgress = () => {},
): Promise<ReadonlyMap<string, readonly PresentEdge[]>> {
  let done = 0;
  const entries = await mapConcurrently(targets, CONCURRENCY, async ({ kind, fqn }) => {
    const answer = await client.find(`/lineage/${kind}/name/${segment(fqn)}`, lineageAnswer, {
      upstreamDepth: 1,
      downstreamDepth: 0,
      includeDeleted: true,
    });
    onProgress('Reading lineage of the catalog', ++done, targets.length);
    return [fqn, answer === undefined ? [] : edgesInto(answer)] as const;
  });
  return new Map(entries);
}

function edgesInto({ entity, nodes, upstreamEdges }: z.infer<typeof lineageAnswer>): readonly PresentEdge[] {
  const byId = new Map((nodes ?? []).map((each) => [each.id, each]));
  return (upstreamEdges ?? []).flatMap(({ fromEntity, toEntity, lineageDetails }) => {
    const from = byId.get(fromEntity);
    if (from === undefined || toEntity !== entity.id) return [];
    return {
      from: { kind: from.type, id: from.id, fqn: from.fullyQualifiedName },
      source: lineageDetails?.source ?? DEFAULT_SOURCE,
      description: lineageDetails?.description ?? null,
      sql: lineageDetails?.sqlQuery ?? null,
      columns: (lineageDetails?.columnsLineage ?? []).flatMap(({ fromColumns, toColumn }) =>
        toColumn ? { from: fromColumns ?? [], to: toColumn } : [],
      ),
    };
  });
}
