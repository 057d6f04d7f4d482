import { z } from 'zod';
import { textOrNull } from './scalars.ts';

/** What `GET /api/verify` tells of the key that asks. */
export const verifyPayload = z.object({
  workspace: z.string().min(1),
  api_key_scope: textOrNull.catch(null),
});
