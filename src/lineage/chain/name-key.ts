import type { TableName } from '../sources.ts';

/** Equal for names that are written alike, part by part; no part is empty, and none holds a NUL. */
export const nameKey = ({ server, db, schema, table }: TableName): string =>
  `${server ?? ''}\0${db ?? ''}\0${schema ?? ''}\0${table}`;
