/** What a Mode workspace holds, in plain words; `start-mode.ts` turns it into the wire's shapes. Everything may be changed between requests. */
export interface ModeData {
  /** The workspace username, lower case. */
  name: string;
  /** True sends ids as numbers, as in captures up to 2024; false as decimal strings, as today. */
  numericIds: boolean;
  collections: DemoCollection[];
  connections: DemoConnection[];
  definitions: DemoDefinition[];
  people: DemoPerson[];
}

export interface DemoCollection {
  token: string;
  name: string;
  description: string | null;
  kind: 'private' | 'community' | 'custom';
  restricted: boolean;
  /** Reports and datasets; the two listings pick theirs. */
  reports: DemoReport[];
}

export interface DemoReport {
  token: string;
  name: string | null;
  description: string | null;
  kind: 'report' | 'dataset';
  archived: boolean;
  /** Username; null when the creator has left, which leaves the link out. */
  creator: string | null;
  createdAt: string;
  editedAt: string | null;
  lastSavedAt: string | null;
  lastRunAt: string | null;
  viewCount: number;
  /** Tokens of the datasets that the report is built on; none when left out. */
  imports?: string[];
  queries: DemoQuery[];
}

export interface DemoQuery {
  token: string;
  name: string | null;
  sql: string;
  /** A connection's id; one that no connection has stands for a deleted connection. */
  connectionId: number | null;
  charts: DemoChart[];
}

export interface DemoChart {
  token: string;
  /** Null or empty when untitled; sent HTML-encoded as Mode does. */
  title: string | null;
  description: string | null;
  type: string;
  /** `view` charts are old ones whose `view_vegas` is null; `vegas` charts have an empty `view`. */
  generation: 'view' | 'vegas';
  /** Columns of the query that it draws: the first along x, the others summed up along y; `label` and `amount` when not told. */
  columns?: string[];
}

export interface DemoConnection {
  id: number;
  token: string;
  name: string;
  adapter: string;
  vendor: string | null;
  database: string | null;
  host: string | null;
  deleted: boolean;
}

export interface DemoDefinition {
  token: string;
  name: string;
  sql: string;
  connectionId: number;
}

export interface DemoPerson {
  username: string;
  name: string;
  email: string | null;
}
