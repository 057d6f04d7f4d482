import type { TableName } from '../sources.ts';

/** A column of a table that a value is made from. */
export interface Origin {
  readonly table: TableName;
  readonly column: string;
}

/** Where a value comes from. Empty for what is made from no table, and for what nobody can tell. */
export type Origins = ReadonlySet<Origin>;

export const NO_ORIGINS: Origins = new Set();

export function joined(all: readonly Origins[]): Origins {
  const some = all.filter((one) => one.size > 0);
  if (some.length < 2) return some[0] ?? NO_ORIGINS;
  const together = new Set<Origin>();
  for (const one of some) for (const origin of one) together.add(origin);
  return together;
}
