import { Liquid } from 'liquidjs';
import { UNKNOWN } from './unknown.ts';

/** Limits on one template. Time is only the last resort: what comes out must not hang on the machine. */
const LIMITS = { parseLimit: 10_000_000, renderLimit: 2_000, memoryLimit: 5_000_000 };

/** A Liquid engine that reads no file, sees no inherited property and ends in a bounded time. */
export const createEngine = (outputEscape?: (value: unknown) => string): Liquid =>
  new Liquid({
    ...LIMITS,
    templates: {},
    ownPropertyOnly: true,
    strictVariables: false,
    strictFilters: false,
    ...(outputEscape === undefined ? {} : { outputEscape }),
  });

/** How a value stands in SQL: a list as `'a', 'b'`, an unknown value as its stand-in. */
export function asSql(value: unknown): string {
  const plain: unknown = typeof value === 'object' && value !== null ? value.valueOf() : value;
  if (Array.isArray(plain)) {
    const items = plain.map((item) => `'${String(item).replaceAll("'", "''")}'`);
    return items.length === 0 ? UNKNOWN : items.join(', ');
  }
  if (typeof plain === 'number' || typeof plain === 'boolean') return String(plain);
  return typeof plain === 'string' && plain !== '' ? plain : UNKNOWN;
}
