import type { TableName } from '../sources.ts';

/** Equal for names that are written alike, part by part. */
export const nameKey = ({ server, db, schema, table }: TableName): string =>
  JSON.stringify([server ?? null, db, schema, table]);
