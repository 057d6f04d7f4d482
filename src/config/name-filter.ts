export type FilterDecision = { readonly kept: true } | { readonly kept: false; readonly because: string };

/** One pattern of a filter. */
export interface FilterPattern {
  readonly list: 'includes' | 'excludes';
  /** As it was written. */
  readonly source: string;
  readonly matches: (name: string) => boolean;
}

/** A filter pattern of the workflow YAML. `because` names the pattern that decided, e.g. ``excluded by `Finance.*` ``. */
export interface NameFilter {
  readonly isEmpty: boolean;
  /** The patterns as one text: filters with the same text decide alike. */
  readonly text: string;
  /** One by one, to tell which of them are of no use. */
  readonly patterns: readonly FilterPattern[];
  decide(name: string | null): FilterDecision;
}

/** The filter that keeps everything. */
export const KEEP_ALL: NameFilter = {
  isEmpty: true,
  text: '',
  patterns: [],
  decide: () => ({ kept: true }),
};
