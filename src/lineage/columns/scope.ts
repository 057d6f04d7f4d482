import type { AstNode } from '../parser/sql-parser.ts';
import type { Origins } from './origins.ts';
import type { Relation } from './relation.ts';
import type { Shape } from './shape.ts';

/** A common table expression in sight. Its columns are worked out when they are first asked for. */
export interface CteInSight {
  readonly name: string;
  shape(): Shape;
  readonly around: CteInSight | null;
}

/** A column that USING or a natural join makes one of: the relations that have it. */
export interface Merged {
  readonly name: string;
  readonly relations: readonly Relation[];
}

/** What the expressions of one SELECT see. */
export interface Scope {
  readonly relations: Relation[];
  /** By the name in lower case; in the order in which a star shows them. */
  merged: ReadonlyMap<string, Merged>;
  readonly around: Scope | null;
  readonly ctes: CteInSight | null;
  /** Expressions of the list by their alias, for the dialects that let another expression use it; null elsewhere. */
  aliases: Aliases | null;
  /** The WINDOW clause: the specification by its name in lower case. */
  readonly windows: ReadonlyMap<string, AstNode>;
}

/** The aliases of a SELECT list. */
export interface Aliases {
  /** True when an alias hides a column of the same name. */
  readonly comeFirst: boolean;
  find(name: string): Origins | null;
  /** Tells that `name` was read as a column: then a later alias of that name does not hide it. */
  readAsColumn(name: string): void;
}

export const ROOT_SCOPE: Scope = {
  relations: [],
  merged: new Map(),
  around: null,
  ctes: null,
  aliases: null,
  windows: new Map(),
};

/** A scope inside `around`, that sees nothing of its own yet. */
export const innerScope = (around: Scope, own: Partial<Scope> = {}): Scope => ({
  relations: [],
  merged: new Map(),
  around,
  ctes: around.ctes,
  aliases: null,
  windows: new Map(),
  ...own,
});

export function findCte(scope: Scope, name: string): CteInSight | null {
  const wanted = name.toLowerCase();
  for (let one = scope.ctes; one !== null; one = one.around)
    if (one.name.toLowerCase() === wanted) return one;
  return null;
}
