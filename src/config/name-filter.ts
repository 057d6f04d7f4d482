export type FilterDecision = { readonly kept: true } | { readonly kept: false; readonly because: string };

/** A filter pattern of the workflow YAML. `because` names the pattern that decided, e.g. ``excluded by `Finance.*` ``. */
export interface NameFilter {
  readonly isEmpty: boolean;
  /** The patterns as one text: filters with the same text decide alike. */
  readonly text: string;
  decide(name: string | null): FilterDecision;
}

/** The filter that keeps everything. */
export const KEEP_ALL: NameFilter = { isEmpty: true, text: '', decide: () => ({ kept: true }) };
