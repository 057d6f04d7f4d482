/** One of several runs that divide the reports of a workspace among themselves. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** As many as the jobs that GitHub makes of one matrix. */
export const MOST_SHARDS = 256;

/** The shard that a text such as `1/4` names; null when it names none. */
export function shardOf(text: string): Shard | null {
  const [, index, count] = (/^\s*(\d{1,3})\s*\/\s*(\d{1,3})\s*$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined) return null;
  return index >= 1 && index <= count && count <= MOST_SHARDS ? { index, count } : null;
}

export const shardText = ({ index, count }: Shard): string => `${index}/${count}`;
