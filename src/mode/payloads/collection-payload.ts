import { z } from 'zod';
import type { Collection } from '../workspace.ts';
import { flag, text, textOrNull, token } from './scalars.ts';

/** A collection as it is listed, without what is in it. */
export type ListedCollection = Omit<Collection, 'reports' | 'datasets'>;

const KINDS = ['private', 'community', 'custom'] as const;

export const kindOfCollection = (spaceType: string | null | undefined): Collection['kind'] =>
  KINDS.find((kind) => kind === spaceType) ?? 'unknown';

/** A row of `GET /api/{ws}/spaces`. Its own flag `restricted` has always been false, so the access level counts as well. */
export const collectionPayload = z
  .object({
    token,
    name: textOrNull,
    description: text,
    space_type: z.string().nullish(),
    restricted: flag,
    default_access_level: z.string().nullish(),
  })
  .transform(
    (payload): ListedCollection => ({
      token: payload.token,
      name: payload.name ?? payload.token,
      description: payload.description,
      kind: kindOfCollection(payload.space_type),
      restricted: payload.restricted || payload.default_access_level === 'restricted',
    }),
  );
