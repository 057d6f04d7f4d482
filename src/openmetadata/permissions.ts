import { z } from 'zod';
import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import { CONCURRENCY } from './concurrency.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';

/** What a run touches. Lineage is drawn from tables, so their EditLineage counts too. */
export const RESOURCES = [
  'dashboardService',
  'dashboard',
  'chart',
  'dashboardDataModel',
  'table',
  'classification',
  'tag',
  'ingestionPipeline',
] as const;
export type Resource = (typeof RESOURCES)[number];

const permissionsAnswer = z.object({
  permissions: z.array(z.object({ operation: z.string(), access: z.string() })),
});

/** The operations (`Create`, `EditLineage`, …) that the token may do on each kind of resource, on conditions or without. */
export async function readPermissions(
  client: OpenMetadataClient,
): Promise<ReadonlyMap<Resource, ReadonlySet<string>>> {
  const entries = await mapConcurrently(RESOURCES, CONCURRENCY, async (resource) => {
    const answer = await client.find(`/permissions/${segment(resource)}`, permissionsAnswer);
    const allowed = (answer?.permissions ?? []).filter(
      ({ access }) => access === 'allow' || access === 'conditionalAllow',
    );
    return [resource, new Set(allowed.map(({ operation }) => operation))] as const;
  });
  return new Map(entries);
}
