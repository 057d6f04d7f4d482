import type { Dialect } from './dialect.ts';

/** A table as the SQL writes it, without quotes; parts that are not written are null. */
export interface TableName {
  readonly server?: string | null;
  readonly db: string | null;
  readonly schema: string | null;
  readonly table: string;
}

export interface FoundTable {
  readonly name: TableName;
  /** True when only a Liquid branch that defaults do not take reads it. */
  readonly conditional: boolean;
  readonly confidence: 'high' | 'low';
}

/** Something to tell about one query's SQL. `line` is in the author's text, from 1. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
}

/** One output column of a query and the table columns it is made from. */
export interface OutputColumn {
  readonly output: string | null;
  readonly sources: readonly { readonly table: TableName; readonly column: string }[];
  /** True when it is its one source as it stands, and so has its type. */
  readonly plain?: boolean;
}

/** What one query's SQL reads, before any name is looked up. `columns` is null when they are not known. */
export interface SqlReading {
  readonly dialect: Dialect;
  readonly rendered: string;
  /** The author's line of each line of `rendered`; null when they are the same. */
  readonly lines: readonly number[] | null;
  readonly tables: readonly FoundTable[];
  readonly columns: readonly OutputColumn[] | null;
  readonly diagnostics: readonly Diagnostic[];
  /** False when the text held no statement that could be made out. */
  readonly understood: boolean;
}

export const VERDICTS = [
  'linked',
  'partly-linked',
  'not-in-catalog',
  'ambiguous',
  'no-tables',
  'no-connection',
  'unparsed',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A table of the catalog. */
export interface CatalogTable {
  readonly id: string;
  readonly fqn: string;
  readonly columns: readonly { readonly name: string; readonly fqn: string; readonly dataType: string }[];
}

export interface LinkedTable {
  readonly table: CatalogTable;
  readonly written: string;
  readonly conditional: boolean;
  readonly confidence: 'high' | 'low';
}

export interface UnlinkedTable {
  readonly written: string;
  readonly why: 'not-in-catalog' | 'ambiguous' | 'lookup-failed';
  /** FQNs that it could have meant. */
  readonly candidates: readonly string[];
}

/** One column of a query's last result set, and the columns of the catalog that it is made from. */
export interface QueryColumn {
  /** As the SQL writes it, or as the catalog has it when a star gives it. */
  readonly name: string;
  /** The catalog's type of it; null when it is not known. */
  readonly dataType: string | null;
  /** FQNs, in the catalog's own case: of the table, which is among `linked`, and of its column. */
  readonly sources: readonly { readonly table: string; readonly column: string }[];
}

/** What a reader is told of one query's sources. */
export interface QueryVerdict {
  readonly reportToken: string;
  readonly queryToken: string;
  readonly verdict: Verdict;
  /** One sentence for the reader. */
  readonly reason: string;
  readonly unlinked: readonly UnlinkedTable[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is left of a query's sources once its lineage is drawn: tables and columns of a large workspace are many megabytes. */
export const verdictOf = ({
  reportToken,
  queryToken,
  verdict,
  reason,
  unlinked,
  diagnostics,
}: QueryVerdict): QueryVerdict => ({ reportToken, queryToken, verdict, reason, unlinked, diagnostics });

/** The tables of the catalog that one query reads, and a verdict with its reason for every query. */
export interface QuerySources extends QueryVerdict {
  readonly linked: readonly LinkedTable[];
  /** The named columns of the result that Mode shows; null when they are not known. */
  readonly columns: readonly QueryColumn[] | null;
  /** False when a look-up failed or a part was not read: then edges in the catalog must not be removed. */
  readonly complete: boolean;
}
