import { z } from 'zod';
import type { Connection } from '../workspace.ts';
import { flag, id, textOrNull, token } from './scalars.ts';

/** A row of `GET /api/{ws}/data_sources`. User names and ports, which it has too, are not taken along. */
export const connectionPayload = z
  .object({
    id,
    token,
    name: textOrNull,
    display_name: textOrNull,
    adapter: z.string().min(1),
    vendor: textOrNull,
    database: textOrNull,
    host: textOrNull,
    soft_deleted: flag,
  })
  .transform(
    (payload): Connection => ({
      id: payload.id,
      token: payload.token,
      name: payload.name ?? payload.display_name ?? payload.token,
      adapter: payload.adapter,
      vendor: payload.vendor,
      database: payload.database,
      host: payload.host,
      deleted: payload.soft_deleted,
    }),
  );
