import type { Collection, Connection, Query, Report } from './workspace.ts';

/** Enough of a name for a reader to know it; names come from Mode and may be of any length. */
const LONGEST_NAME = 80;

export type NamedCollection = Pick<Collection, 'token' | 'name'>;
export type NamedReport = Pick<Report, 'token' | 'name'>;
export type NamedConnection = Pick<Connection, 'token' | 'name'>;
export type NamedQuery = Pick<Query, 'token' | 'name'>;

/** What a list is called in messages: `queries of report "Sales" (a1b2c3d4e5f6)`. */
export const partNames = {
  connections: 'connections',
  definitions: 'definitions',
  members: 'members',
  collections: 'collections',
  reports: (collection: NamedCollection) => `reports of collection ${called(collection)}`,
  datasets: (collection: NamedCollection) => `datasets of collection ${called(collection)}`,
  datasetsOn: (connection: NamedConnection) => `datasets on connection ${called(connection)}`,
  importers: (dataset: NamedReport) => `reports importing dataset ${called(dataset)}`,
  queries: (report: NamedReport) => `queries of report ${called(report)}`,
  charts: (report: NamedReport, query: NamedQuery) =>
    `charts of query ${called(query)} in report ${called(report)}`,
} as const;

function called({ name, token }: { readonly name: string | null; readonly token: string }): string {
  if (name === null) return `without a title (${token})`;
  const characters = [...name];
  const short =
    characters.length <= LONGEST_NAME ? name : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
  return `"${short}" (${token})`;
}
