import { Liquid, type LiquidOptions } from 'liquidjs';
import { UNKNOWN } from './unknown.ts';

/**
 * A template reads no file, sees no inherited property and ends in a bounded time. The limit on time (milliseconds) is only
 * the last resort: what comes out must not hang on the machine.
 */
const SAFE: LiquidOptions = {
  templates: {},
  ownPropertyOnly: true,
  strictVariables: false,
  strictFilters: false,
  parseLimit: 10_000_000,
  renderLimit: 2_000,
  memoryLimit: 5_000_000,
};

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

// Engines remember nothing between templates; to set one up costs more than to render most queries, and a run may need none.
let text: Liquid | undefined;
let sql: Liquid | undefined;

/** Renders values as Liquid does. */
export function textEngine(): Liquid {
  text ??= new Liquid(SAFE);
  return text;
}

/** Renders values as they stand in SQL. */
export function sqlEngine(): Liquid {
  sql ??= new Liquid({ ...SAFE, outputEscape: asSql });
  return sql;
}
