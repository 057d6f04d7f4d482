import { createHash } from 'node:crypto';
import type { Shard } from './shard.ts';

/**
 * Whether the reports of a collection belong to the shard. Its token alone decides, so that all shards decide alike without knowing of
 * each other, and a collection that comes or goes moves no other. Without a shard everything belongs.
 */
export function isInShard(collectionToken: string, shard: Shard | null): boolean {
  if (shard === null) return true;
  const first = createHash('sha256').update(collectionToken).digest().readUInt32BE(0);
  return first % shard.count === shard.index - 1;
}
