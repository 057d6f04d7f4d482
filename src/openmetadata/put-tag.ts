import { z } from 'zod';
import type { Classification } from '../catalog/entities.ts';
import type { CatalogWriter } from './catalog-writer.ts';
import { type OpenMetadataClient, segment } from './open-metadata-client.ts';

const DESCRIPTIONS: Readonly<Record<Classification, string>> = {
  ModeCollection: 'The Mode collection that a report is in. Kept by the ingestion of Mode.',
  ModeReport: 'What Mode says of a report: archived, personal, restricted. Kept by the ingestion of Mode.',
};

/** Creates tags, and before the first of each classification the classification itself. */
export function createPutTag(client: OpenMetadataClient): CatalogWriter['putTag'] {
  const ready = new Map<Classification, Promise<void>>();

  // One that is there already is left alone: a PUT would wipe a display name that a human gave it.
  const create = async (name: Classification): Promise<void> => {
    const present = await client.find(`/classifications/name/${segment(name)}`, z.object({ id: z.string() }));
    if (present !== undefined) return;
    const body = { name, description: DESCRIPTIONS[name] };
    await client.send({ method: 'PUT', path: '/classifications', body });
  };

  return async ({ classification, name, description }) => {
    let creation = ready.get(classification);
    if (creation === undefined) {
      creation = create(classification);
      ready.set(classification, creation);
      creation.catch(() => ready.delete(classification));
    }
    await creation;
    await client.send({ method: 'PUT', path: '/tags', body: { name, description, classification } });
  };
}
