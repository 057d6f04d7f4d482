import type { Connection, Definition, Query, Report, Workspace } from '../../src/mode/workspace.ts';

export const connectionOf = (adapter: string, more: Partial<Connection> = {}): Connection => ({
  id: '1',
  token: 'c1',
  name: 'Warehouse',
  adapter,
  vendor: null,
  database: 'shop',
  host: null,
  deleted: false,
  ...more,
});

export const queryOf = (sql: string, more: Partial<Query> = {}): Query => ({
  token: 'q1',
  name: 'Query 1',
  sql,
  connectionId: '1',
  url: 'https://app.mode.com/acme/reports/r1/queries/q1',
  charts: { state: 'complete', items: [] },
  ...more,
});

export const reportOf = (queries: readonly Query[], more: Partial<Report> = {}): Report => ({
  token: 'r1',
  name: 'Sales',
  description: '',
  kind: 'report',
  collectionToken: 's1',
  archived: false,
  url: 'https://app.mode.com/acme/reports/r1',
  creator: null,
  creatorEmail: null,
  createdAt: null,
  editedAt: null,
  lastSavedAt: null,
  lastRunAt: null,
  viewCount: null,
  queryCount: null,
  chartCount: null,
  hasImportedDatasets: null,
  queries: { state: 'complete', items: queries },
  importedBy: { state: 'complete', items: [] },
  ...more,
});

export const workspaceOf = (
  reports: readonly Report[],
  connections: readonly Connection[],
  definitions: readonly Definition[] = [],
): Workspace => ({
  name: 'acme',
  keyScope: 'workspace',
  collections: { state: 'complete', items: [] },
  connections: { state: 'complete', items: connections },
  definitions: { state: 'complete', items: definitions },
  members: { state: 'complete', items: [] },
  reports,
  recalled: [],
  leftOut: [],
  notices: [],
});
