import type { Requester } from '../http/give-up.ts';
import { HttpError } from '../http/http-error.ts';
import { type ListReader, listReader } from './list-reader.ts';
import { type NamedCollection, type NamedQuery, type NamedReport, partNames } from './part-names.ts';
import { chartPayload, toChart } from './payloads/chart-payload.ts';
import { collectionPayload, type ListedCollection } from './payloads/collection-payload.ts';
import { connectionPayload } from './payloads/connection-payload.ts';
import { definitionPayload } from './payloads/definition-payload.ts';
import { importerPayload } from './payloads/importer-payload.ts';
import { queryPayload, toQuery } from './payloads/query-payload.ts';
import { type ListedReport, reportPayload, toListedReport } from './payloads/report-payload.ts';
import { readMembers } from './read-members.ts';
import type { Listing } from './reading.ts';
import { stillThere } from './still-there.ts';
import { type VerifiedKey, verifyKey } from './verify-key.ts';
import { type WebUrls, webUrls } from './web-urls.ts';
import type { Chart, Connection, Definition, Member, Report, WrittenQuery } from './workspace.ts';

/**
 * What can be asked of a Mode workspace: one method a list. Only `verify` throws for what Mode does; a list that
 * could not be read says so in its reading.
 */
export interface ModeClient {
  readonly hostPort: string;
  readonly workspaceName: string;
  verify(): Promise<VerifiedKey>;
  connections(): Promise<Listing<Connection>>;
  definitions(): Promise<Listing<Definition>>;
  members(): Promise<Listing<Member>>;
  collections(filter: 'all' | 'custom'): Promise<Listing<ListedCollection>>;
  reports(collection: NamedCollection): Promise<Listing<ListedReport>>;
  datasets(collection: NamedCollection): Promise<Listing<ListedReport>>;
  /** The datasets on one connection, of every collection. */
  datasetsOn(connection: Connection): Promise<Listing<ListedReport>>;
  /** Tokens of the reports that import the dataset; a report's own listing tells that it imports, never what. */
  importers(dataset: NamedReport): Promise<Listing<string>>;
  queries(report: NamedReport): Promise<Listing<WrittenQuery>>;
  charts(report: NamedReport, query: NamedQuery): Promise<Listing<Chart>>;
  /** Why a report or dataset that no listing shows is not proven gone; null when Mode says that there is none. */
  stillThere(reportToken: string): Promise<string | null>;
}

/** The client of one workspace. Pace, retries and credentials are the HTTP client's. */
export function createModeClient(
  http: Requester,
  { hostPort, workspaceName }: Pick<ModeClient, 'hostPort' | 'workspaceName'>,
): ModeClient {
  const readList = listReader(http, workspaceName);
  const urls = webUrls({ hostPort, workspaceName });
  return {
    hostPort,
    workspaceName,
    verify: () => verifyKey(http, workspaceName),
    connections: () =>
      readList({
        part: partNames.connections,
        at: ['data_sources'],
        key: 'data_sources',
        schema: connectionPayload,
        map: asItIs,
      }),
    definitions: () =>
      readList({
        part: partNames.definitions,
        at: ['definitions'],
        key: 'definitions',
        schema: definitionPayload,
        map: asItIs,
        emptyWhen: hasNoLibrary,
      }),
    members: () => readMembers(readList),
    // Without a filter Mode silently leaves out what the key is no member of.
    collections: (filter) =>
      readList({
        part: partNames.collections,
        at: ['spaces'],
        key: 'spaces',
        paged: true,
        query: { filter },
        schema: collectionPayload,
        map: asItIs,
      }),
    reports: (collection) => listReports(readList, urls, 'report', collection),
    datasets: (collection) => listReports(readList, urls, 'dataset', collection),
    datasetsOn: (connection) =>
      readList({
        part: partNames.datasetsOn(connection),
        at: ['data_sources', connection.token, 'datasets'],
        key: 'reports',
        paged: true,
        schema: reportPayload,
        map: (payload) => toListedReport(payload, { collectionToken: null, kind: 'dataset', urls }),
        // A connection that is deleted may still be listed, and its place gone.
        ...(connection.deleted ? { emptyWhen: isGone } : {}),
      }),
    // Whether this list comes in pages is not documented; a second page that repeats the first ends it all the same.
    importers: (dataset) =>
      readList({
        part: partNames.importers(dataset),
        at: ['datasets', dataset.token, 'reports'],
        key: 'reports',
        paged: true,
        schema: importerPayload,
        map: ({ token }) => token,
      }),
    queries: (report) =>
      readList({
        part: partNames.queries(report),
        at: ['reports', report.token, 'queries'],
        key: 'queries',
        schema: queryPayload,
        map: (payload) => toQuery(payload, { reportToken: report.token, urls }),
      }),
    charts: (report, query) =>
      readList({
        part: partNames.charts(report, query),
        at: ['reports', report.token, 'queries', query.token, 'charts'],
        key: 'charts',
        schema: chartPayload,
        map: (payload) => toChart(payload, { reportToken: report.token, urls }),
      }),
    stillThere: (reportToken) => stillThere(http, workspaceName, reportToken),
  };
}

/** Both listings of a collection are alike: datasets too come under the key `reports`. */
const listReports = (
  readList: ListReader,
  urls: WebUrls,
  kind: Report['kind'],
  collection: NamedCollection,
): Promise<Listing<ListedReport>> =>
  readList({
    part: kind === 'report' ? partNames.reports(collection) : partNames.datasets(collection),
    at: ['spaces', collection.token, `${kind}s`],
    key: 'reports',
    paged: true,
    schema: reportPayload,
    map: (payload) => toListedReport(payload, { collectionToken: collection.token, kind, urls }),
  });

/** Where no definition was ever made there is no Library either, and Mode answers 404 saying so. Any other 404 proves nothing. */
const hasNoLibrary = (error: unknown): boolean =>
  error instanceof HttpError && error.status === 404 && /\blibrary\b/i.test(error.serverMessage ?? '');

const isGone = (error: unknown): boolean => error instanceof HttpError && error.status === 404;

const asItIs = <T>(value: T): T => value;
