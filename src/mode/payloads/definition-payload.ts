import { z } from 'zod';
import type { Definition } from '../workspace.ts';
import { optionalId, text, token } from './scalars.ts';

/** A row of `GET /api/{ws}/definitions`. */
export const definitionPayload = z
  .object({ token, name: z.string().min(1), source: text, data_source_id: optionalId })
  .transform(
    (payload): Definition => ({
      token: payload.token,
      name: payload.name,
      sql: payload.source,
      connectionId: payload.data_source_id,
    }),
  );
