/** Why a part of Mode could not be read. `part` is prose for the reader: `queries of report "Sales" (a1b2c3)`. */
export interface ReadFailure {
  readonly part: string;
  readonly code: string;
  readonly reason: string;
  readonly status?: number;
}

/** A list from Mode that knows whether it is whole. Unknown is never empty. */
export type Reading<T> =
  | { readonly state: 'complete'; readonly items: readonly T[] }
  | { readonly state: 'partial'; readonly items: readonly T[]; readonly failure: ReadFailure }
  | { readonly state: 'unread'; readonly items: readonly []; readonly failure: ReadFailure };

/** Everything a run knows of a Mode workspace. Ids are strings whatever the wire sent. */
export interface Workspace {
  readonly name: string;
  /** `workspace`, `member` … as `/api/verify` tells; null when it does not. */
  readonly keyScope: string | null;
  readonly collections: Reading<Collection>;
  readonly connections: Reading<Connection>;
  readonly definitions: Reading<Definition>;
  readonly members: Reading<Member>;
  /** Every report and dataset that was listed in any collection and is to be ingested, once, with its children. */
  readonly reports: readonly Report[];
  /** Those among them that nothing has changed in: their children are not read anew but remembered. */
  readonly recalled: readonly RecalledReport[];
  /** Those that are in Mode but left out; their children are not read. */
  readonly leftOut: readonly LeftOut[];
  /** Those of which not everything was read before the reading had to end; absent when all were. */
  readonly notReached?: readonly NotReached[];
  /** Elements that Mode sent in a shape that could not be used, each left out alone. */
  readonly notices: readonly string[];
  /** What was not read in full and has no list above, such as view counts. */
  readonly otherFailures?: readonly ReadFailure[];
}

export interface Collection {
  readonly token: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'private' | 'community' | 'custom' | 'unknown';
  /** Null when it is not known, as of a collection that only Discovery shows. */
  readonly restricted: boolean | null;
  /** Tokens of the reports listed in it; complete and empty when it is another shard's. */
  readonly reports: Reading<string>;
  /** Tokens of the datasets listed in it; complete and empty when datasets were not asked for. */
  readonly datasets: Reading<string>;
}

export interface Report {
  readonly token: string;
  /** Null when untitled. */
  readonly name: string | null;
  readonly description: string;
  readonly kind: 'report' | 'dataset';
  readonly collectionToken: string | null;
  /** Null when it is not known: Discovery does not tell it. */
  readonly archived: boolean | null;
  /** Absolute web address. */
  readonly url: string;
  /** Username of the creator; null when gone, and where Discovery tells an address alone. */
  readonly creator: string | null;
  /** E-mail address of the creator; null when gone, not told, or not asked for. */
  readonly creatorEmail: string | null;
  readonly createdAt: string | null;
  readonly editedAt: string | null;
  readonly lastSavedAt: string | null;
  readonly lastRunAt: string | null;
  readonly viewCount: number | null;
  readonly queryCount: number | null;
  readonly chartCount: number | null;
  /** Null when Mode does not tell. */
  readonly hasImportedDatasets: boolean | null;
  readonly queries: Reading<Query>;
  /** Tokens of the reports that import it, known to the run or not; complete and empty for a report, which none can import. */
  readonly importedBy: Reading<string>;
}

export interface Query {
  readonly token: string;
  readonly name: string | null;
  readonly sql: string;
  readonly connectionId: string | null;
  readonly url: string;
  readonly charts: Reading<Chart>;
}

/** A report whose listing is as it was. Of its children there is what the catalog holds. */
export interface RecalledReport extends Omit<Report, 'queries'> {
  readonly queries: readonly WrittenQuery[];
  readonly charts: readonly Pick<Chart, 'token' | 'url'>[];
}

/** A query as lineage looks at it. One that is remembered has the name that the catalog has for it. */
export type WrittenQuery = Omit<Query, 'charts'>;

/** The SQL of a report or dataset. */
export interface ReportSql {
  readonly token: string;
  readonly queries: Reading<WrittenQuery>;
}

export interface Chart {
  readonly token: string;
  /** Null when untitled; HTML entities already decoded. */
  readonly title: string | null;
  /** Null when it is not known: Discovery does not tell it. */
  readonly description: string | null;
  /** Mode's own type, e.g. `bar`, `bigNumber`, `pivotTable`; `unknown` when it tells none; null when it is not known. */
  readonly type: string | null;
  /**
   * Columns of its query's result that it uses, as it writes them, each once. Empty for charts of old, which are not looked into;
   * null when they are not known.
   */
  readonly columns: readonly string[] | null;
  readonly url: string;
}

export interface Connection {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  /** e.g. `jdbc:snowflake`. */
  readonly adapter: string;
  readonly vendor: string | null;
  readonly database: string | null;
  readonly host: string | null;
  readonly deleted: boolean;
}

export interface Definition {
  readonly token: string;
  readonly name: string;
  readonly sql: string;
  readonly connectionId: string | null;
}

export interface Member {
  readonly username: string;
  readonly email: string | null;
}

/** Decides before its children are read whether a report is left out: why, or null to ingest it. */
export type LeaveOut = (
  report: Pick<Report, 'token' | 'name' | 'kind' | 'archived'>,
  collection: Pick<Collection, 'token' | 'name' | 'kind' | 'restricted'>,
) => string | null;

/** A report that is in Mode and that a filter keeps from being ingested. It is never deleted for that. */
export interface LeftOut {
  readonly token: string;
  readonly name: string | null;
  readonly because: string;
}

/** A report or dataset that was listed, and of which not everything was read before the reading had to end. Nothing of it is written. */
export interface NotReached extends LeftOut {
  readonly kind: Report['kind'];
}
