import type { Expression } from '../ast/node.ts';
import { REUSES_ALIASES } from './dialect-columns.ts';
import type { Engine } from './engine.ts';
import type { Origins } from './origins.ts';
import type { Aliases } from './scope.ts';

export interface GrowingAliases extends Aliases {
  add(name: string, origins: Origins): void;
}

/** The aliases to the left, for the dialects that may use them; null for the others. */
export function aliasesToTheLeft({ dialect }: Engine): GrowingAliases | null {
  return REUSES_ALIASES.has(dialect) ? growingAliases(false, () => null) : null;
}

/**
 * ClickHouse's aliases, which any expression of the query may use, whether before or behind it, and which hide columns.
 * Inside its own expression an alias is the column that it hides.
 */
export function aliasesAnywhere(
  expressions: ReadonlyMap<string, Expression>,
  value: (expression: Expression) => Origins,
): GrowingAliases {
  const open = new Set<string>();
  const known = new Map<string, Origins>();
  return growingAliases(true, (name) => {
    const expression = expressions.get(name);
    if (expression === undefined || open.has(name)) return null;
    const before = known.get(name);
    if (before !== undefined) return before;
    open.add(name);
    const origins = value(expression);
    open.delete(name);
    known.set(name, origins);
    return origins;
  });
}

function growingAliases(comeFirst: boolean, other: (name: string) => Origins | null): GrowingAliases {
  const byName = new Map<string, Origins>();
  const columns = new Set<string>();
  return {
    comeFirst,
    find: (name) => byName.get(name.toLowerCase()) ?? other(name.toLowerCase()),
    readAsColumn: (name) => void columns.add(name.toLowerCase()),
    add: (name, origins) => {
      if (!columns.has(name.toLowerCase())) byName.set(name.toLowerCase(), origins);
    },
  };
}
