import type { Answer } from '../stand-in-server.ts';
import { userPayload, workspacePayload } from './account-payload.ts';
import { chartPayload } from './chart-payload.ts';
import { dataSourcePayload } from './data-source-payload.ts';
import { definitionPayload } from './definition-payload.ts';
import {
  findChart,
  findCollection,
  findDataset,
  findQuery,
  findReport,
  importersOf,
  type PlacedReport,
} from './find-in-mode.ts';
import { halList } from './hal.ts';
import { liteMembershipPayload, membershipPayload } from './membership-payload.ts';
import { ok, oneOr404, refusal } from './mode-answer.ts';
import type { ModeData } from './mode-data.ts';
import { pageOf } from './page-of.ts';
import { queryPayload } from './query-payload.ts';
import { datasetAlone, datasetRow, importerRow, reportAlone, reportRow } from './report-payload.ts';
import { spacePayload } from './space-payload.ts';
import { spacesListing } from './spaces-listing.ts';
import { tokenOf } from './wire-id.ts';

/** What is asked of the workspace; `at(n)` is the path's n-th segment after the workspace, from 0. */
interface Asked {
  readonly mode: ModeData;
  readonly path: string;
  readonly query: URLSearchParams;
  at(segment: number): string;
}

/**
 * The workspace's routes, as shapes of a path: `*` stands for a token, and spaces are collections as well.
 * Numeric ids are no tokens, so they are not found.
 */
const ROUTES: ReadonlyMap<string, (asked: Asked) => Answer> = new Map(
  Object.entries<(asked: Asked) => Answer>({
    '': ({ mode }) => ok(workspacePayload(mode)),
    spaces: ({ mode, query }) => ok(spacesListing(mode, query)),
    'spaces/*': ({ mode, at }) =>
      oneOr404(findCollection(mode, at(1)), 'Collection', (found) => spacePayload(mode, found, true)),
    'spaces/*/reports': (asked) => reportsListing(asked, 'report', reportRow),
    'spaces/*/datasets': (asked) => reportsListing(asked, 'dataset', datasetRow),
    'reports/*': ({ mode, at }) =>
      oneOr404(findReport(mode, at(1)), 'Report', (found) => reportAlone(mode, found)),
    'datasets/*': ({ mode, at }) =>
      oneOr404(findDataset(mode, at(1)), 'Dataset', (dataset) => datasetAlone(mode, dataset)),
    'datasets/*/reports': ({ mode, at, path, query }) =>
      oneOr404(findDataset(mode, at(1)), 'Dataset', ({ report }) => {
        const { items } = pageOf(importersOf(mode, report.token), query);
        return list(mode, path, 'reports', items, importerRow);
      }),
    'reports/*/queries': ({ mode, at, path }) =>
      oneOr404(findReport(mode, at(1)), 'Report', (placed) =>
        halList(
          'queries',
          placed.report.queries.map((query) => queryPayload(mode, { ...placed, query })),
          path,
        ),
      ),
    'reports/*/queries/*': ({ mode, at }) =>
      oneOr404(findQuery(mode, at(3)), 'Query', (found) => queryPayload(mode, found)),
    'reports/*/queries/*/charts': ({ mode, at, path }) =>
      oneOr404(findQuery(mode, at(3)), 'Query', (placed) =>
        halList(
          'charts',
          placed.query.charts.map((chart) => chartPayload(mode, { ...placed, chart })),
          path,
        ),
      ),
    'reports/*/queries/*/charts/*': ({ mode, at }) =>
      oneOr404(findChart(mode, at(5)), 'Chart', (found) => chartPayload(mode, found)),
    data_sources: ({ mode, path }) =>
      ok({
        data_index_auth_token: 'demo-data-index-token',
        ...list(mode, path, 'data_sources', mode.connections, dataSourcePayload),
      }),
    'data_sources/*': ({ mode, at }) =>
      oneOr404(
        mode.connections.find(({ token }) => token === at(1)),
        'Data source',
        (found) => dataSourcePayload(mode, found),
      ),
    'data_sources/*/datasets': (asked) =>
      onDataSource(asked, (all) =>
        all.filter(({ report }) => report.kind === 'dataset').map((placed) => datasetRow(asked.mode, placed)),
      ),
    // One row for every query that a report has there, so a report may come many times.
    'data_sources/*/reports': (asked) =>
      onDataSource(asked, (all) =>
        all.filter(({ report }) => report.kind === 'report').map((placed) => reportRow(asked.mode, placed)),
      ),
    definitions: ({ mode, path }) => ok(list(mode, path, 'definitions', mode.definitions, definitionPayload)),
    memberships: ({ mode, path }) => ok(list(mode, path, 'memberships', mode.people, membershipPayload)),
    'memberships/lite': ({ mode, path }) =>
      ok(list(mode, path, 'memberships', mode.people, (_, person) => liteMembershipPayload(person))),
  }),
);

/** What Mode answers to an authorised GET of `/api/…`. */
export function modeRoutes(mode: ModeData, url: URL): Answer {
  const [, , account = '', ...rest] = url.pathname.split('/');
  if (account === 'verify' && rest.length === 0) return ok(verified(mode));
  if (account === 'account' && rest.length === 0) {
    return refusal('bad_request', 'This endpoint is unsupported for use with Api Keys');
  }
  if (account !== mode.name) {
    const person = rest.length === 0 ? mode.people.find(({ username }) => username === account) : undefined;
    return oneOr404(person, 'Account', (found) => userPayload(mode, found));
  }
  const route = ROUTES.get(shapeOf(rest));
  if (route === undefined) return refusal('not_found', 'Route not found');
  return route({ mode, path: url.pathname, query: url.searchParams, at: (segment) => rest[segment] ?? '' });
}

/** Every second segment is a token, but for the one route that ends in a word. */
function shapeOf(segments: readonly string[]): string {
  const shape = segments.map((segment, index) => (index % 2 === 0 ? segment : '*'));
  if (shape[0] === 'collections') shape[0] = 'spaces';
  return shape[0] === 'memberships' ? segments.join('/') : shape.join('/');
}

function verified(mode: ModeData) {
  const { token } = workspacePayload(mode);
  return {
    workspace: mode.name,
    workspace_token: token,
    api_key_scope: 'workspace',
    _links: { self: { href: `/api/${mode.name}/api_keys/${tokenOf('key')}` } },
  };
}

/** Pages of 30 that nothing counts: only a page without news tells the end. Archived reports come along. */
function reportsListing(
  { mode, path, query, at }: Asked,
  kind: 'report' | 'dataset',
  row: typeof reportRow | typeof datasetRow,
): Answer {
  return oneOr404(findCollection(mode, at(1)), 'Collection', (collection) => {
    const { items } = pageOf(
      collection.reports.filter((report) => report.kind === kind),
      query,
    );
    return halList(
      'reports',
      items.map((report) => row(mode, { collection, report })),
      path,
    );
  });
}

/** One page of the reports and datasets with queries on a connection, each as often as it has such queries; the counts are not told. */
function onDataSource(
  { mode, path, query, at }: Asked,
  rows: (placed: readonly PlacedReport[]) => readonly object[],
): Answer {
  const source = mode.connections.find(({ token }) => token === at(1));
  return oneOr404(source, 'Data source', ({ id }) => {
    const placed = mode.collections.flatMap((collection) =>
      collection.reports.flatMap((report) =>
        report.queries.filter(({ connectionId }) => connectionId === id).map(() => ({ collection, report })),
      ),
    );
    return halList('reports', pageOf(rows(placed), query).items, path);
  });
}

function list<T>(
  mode: ModeData,
  path: string,
  key: string,
  items: readonly T[],
  payload: (mode: ModeData, item: T) => object,
) {
  return halList(
    key,
    items.map((item) => payload(mode, item)),
    path,
  );
}
