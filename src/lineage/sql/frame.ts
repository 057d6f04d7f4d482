/** The names that a `WITH` list brings into sight, and those of the queries around it. */
export interface CteScope {
  readonly names: Set<string>;
  readonly around: CteScope | null;
}

/** The names by which one SELECT calls its relations, and those of the queries around it. */
export interface Visible {
  /** Where each name first stands: the index of a token. */
  readonly names: Map<string, number>;
  readonly around: Visible | null;
  /** True when the SELECT is itself a relation of the query around it. */
  readonly relation: boolean;
}

/** Where a `WITH` list stands: at a name, inside an expression (ClickHouse), or after the name `cte`. */
export type WithState =
  | { readonly at: 'name' | 'expression'; readonly recursive: boolean }
  | { readonly at: 'body'; readonly recursive: boolean; readonly cte: string }
  | { readonly at: 'end'; readonly recursive: boolean };

/** One level of brackets in a statement. */
export interface Frame {
  readonly bracket: string;
  readonly around: Frame | null;
  /** The function whose arguments these are, in capitals; null when it is none. */
  readonly call: string | null;
  /** True when it stands where a relation is read: `FROM (…`. */
  readonly relation: boolean;
  /** True when it is a relation as a whole: an alias may follow. */
  readonly aliased: boolean;
  /** The common table expression that it is the body of. */
  readonly cte: string | null;
  scope: CteScope;
  visible: Visible;
  /** True once a word was read in it. */
  begun: boolean;
  /** True once a query began in it, so that its FROM is one. */
  query: boolean;
  inFrom: boolean;
  expects: 'nothing' | 'relation' | 'target';
  list: WithState | null;
}

export function openFrame(
  around: Frame | null,
  is: { bracket: string; call?: string | null; relation?: boolean; aliased?: boolean; cte?: string | null },
): Frame {
  const cte = is.cte ?? null;
  const scope = around?.scope ?? { names: new Set(), around: null };
  const relation = is.relation ?? false;
  return {
    bracket: is.bracket,
    around,
    call: is.call ?? null,
    relation,
    aliased: relation || (is.aliased ?? false),
    cte,
    // A body has a scope of its own: there its own name comes into sight when it is recursive.
    scope: cte === null ? scope : { names: new Set(), around: scope },
    // `(a JOIN b ON …)` brings its names into sight of the query around it.
    visible: relation && around !== null ? around.visible : newVisible(around, relation),
    begun: false,
    query: false,
    inFrom: relation,
    expects: relation ? 'relation' : 'nothing',
    list: null,
  };
}

export function isCte(scope: CteScope | null, name: string): boolean {
  for (let one = scope; one !== null; one = one.around) if (one.names.has(name)) return true;
  return false;
}

/** A fresh set of relation names, for a SELECT in the frame that stands in `around`. */
export const newVisible = (around: Frame | null, relation: boolean): Visible => ({
  names: new Map(),
  around: around?.visible ?? null,
  relation,
});

/**
 * True when a relation at the token `at` sees a relation called `name`. In its own FROM it sees what stands to its left; from an
 * expression it sees all that the query around reads.
 */
export function isVisible(visible: Visible | null, name: string, at: number): boolean {
  let before = at;
  for (let one = visible; one !== null; one = one.around) {
    const found = one.names.get(name);
    if (found !== undefined && found < before) return true;
    if (!one.relation) before = Number.POSITIVE_INFINITY;
  }
  return false;
}
