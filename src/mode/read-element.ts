import type { z } from 'zod';

/** One element of a list: what it is, or in which way it could not be used. Never both, and never its values in prose. */
export type Element<T> = { readonly item: T } | { readonly problem: string };

/** Enough to mend an element; a hostile one may have thousands of faults. */
const MOST_ISSUES = 3;

/** Checks one element against its schema and maps it. */
export function readElement<S extends z.ZodType, T>(
  row: unknown,
  schema: S,
  map: (payload: z.output<S>) => T,
): Element<T> {
  const read = schema.safeParse(row);
  if (read.success) return { item: map(read.data) };
  const problem = read.error.issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
  return { problem };
}
