import { Buffer } from 'node:buffer';
import { z } from 'zod';

const claims = z.object({ exp: z.number().positive() });

/**
 * When a JWT says that it expires (its `exp`, in seconds). Null for a token without one (a bot's may never expire) and for text
 * that is no JWT. Nothing is verified: this only helps to explain a refusal.
 */
export function jwtExpiry(token: string): Date | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const { exp } = claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    const date = new Date(exp * 1000);
    return Number.isNaN(date.getTime()) ? null : date;
  } catch {
    return null;
  }
}
