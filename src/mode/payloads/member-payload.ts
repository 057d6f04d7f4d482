import { z } from 'zod';
import type { Member } from '../workspace.ts';
import { textOrNull } from './scalars.ts';

const username = z.string().min(1);

/** A row of `GET /api/{ws}/memberships/lite`. */
export const liteMemberPayload = z
  .object({ username, email: textOrNull })
  .transform((payload): Member => payload);

/** A row of `GET /api/{ws}/memberships`, which as a rule has no e-mail address. */
export const memberPayload = z
  .object({ member_username: username, email: textOrNull })
  .transform((payload): Member => ({ username: payload.member_username, email: payload.email }));
