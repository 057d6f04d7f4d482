import type { Diagnostic, QueryColumn, Verdict } from '../lineage/sources.ts';

/** How one report of Mode was read and linked: every query, and how every name in it was resolved. */
export interface Explanation {
  readonly report: string;
  readonly queries: readonly ExplainedQuery[];
  /** Parts of Mode and of the catalog that were not read, in words: what hangs on them is not in the explanation. */
  readonly unread: readonly string[];
}

export interface ExplainedQuery {
  readonly token: string;
  readonly name: string | null;
  readonly url: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** What the reader can do; empty when there is nothing to do. */
  readonly next: string;
  /** The connection's name and adapter; null when it has none that leads to a warehouse. */
  readonly connection: { readonly name: string; readonly adapter: string } | null;
  readonly dialect: string | null;
  /** The SQL with default values in its Liquid; null when it was not read. */
  readonly rendered: string | null;
  /** The author's line of each line of `rendered`, to which the diagnostics point; null when they are the same. */
  readonly lines: readonly number[] | null;
  readonly tables: readonly ExplainedTable[];
  readonly columns: readonly QueryColumn[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ExplainedTable {
  readonly written: string;
  readonly conditional: boolean;
  readonly confidence: 'high' | 'low';
  readonly state: 'found' | 'ambiguous' | 'missing' | 'failed';
  /** FQN in the catalog; null unless it was found. */
  readonly fqn: string | null;
  /** FQNs that it could have meant. */
  readonly candidates: readonly string[];
  /** Why the look-up failed; null unless it did. */
  readonly failure: string | null;
}
