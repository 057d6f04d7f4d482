import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ModeData } from '../../../src/demo/mode/mode-data.ts';
import { tokenOf } from '../../../src/demo/mode/wire-id.ts';
import { generateWorkspace } from '../../../src/demo/sample/generate-workspace.ts';
import { sampleWorkspace } from '../../../src/demo/sample/sample-workspace.ts';
import type { DiscoveryOptions } from '../../../src/mode/discovery/discovery-options.ts';
import type { Chart, Query, Report, Workspace } from '../../../src/mode/workspace.ts';
import { smallWorkspace } from '../small-workspace.ts';
import { discover, walk, withMode } from '../walk.ts';

/**
 * What Discovery tells otherwise than REST, and no more than this. A dataset and its query come through REST either way.
 */
function asDiscoveryTells(
  rest: Workspace,
  mode: ModeData,
  { details }: { readonly details: boolean },
): Workspace {
  const ids = new Set(rest.connections.items.map(({ id }) => id));
  const emails = new Map(rest.members.items.map(({ username, email }) => [username, email]));
  const chart = (one: Chart): Chart => ({
    ...one,
    // Not told without details: what a chart says of itself, what it draws, and what `vegas` stands for.
    description: null,
    columns: null,
    type: vegas(mode).has(one.token) ? null : one.type,
  });
  const query = (one: Query): Query => ({
    ...one,
    // The token of a connection that is gone, where REST has its id.
    connectionId:
      one.connectionId === null || ids.has(one.connectionId)
        ? one.connectionId
        : tokenOf(`connection ${one.connectionId}`),
    charts: details ? one.charts : ({ ...one.charts, items: one.charts.items.map(chart) } as Query['charts']),
  });
  const report = (one: Report): Report => ({
    ...one,
    ...(one.kind === 'dataset'
      ? {}
      : {
          archived: null,
          creator: null,
          creatorEmail: one.creator === null ? null : (emails.get(one.creator) ?? null),
          lastSavedAt: null,
          // Not counted by the listing, which is what an incremental run compares.
          viewCount: null,
          queryCount: null,
          chartCount: null,
          hasImportedDatasets: null,
          // Built, where REST's rows link to Mode's own host.
          url: one.url.replace('https://app.mode.com', HOST),
        }),
    queries:
      one.kind === 'dataset'
        ? one.queries
        : ({ ...one.queries, items: one.queries.items.map(query) } as Report['queries']),
  });
  return { ...rest, reports: rest.reports.map(report) };
}

const HOST = 'HOST';
const vegas = (mode: ModeData): ReadonlySet<string> =>
  new Set(
    mode.collections.flatMap(({ reports }) =>
      reports.flatMap(({ queries }) =>
        queries.flatMap(({ charts }) =>
          charts.filter(({ type }) => type === 'vegas').map(({ token }) => token),
        ),
      ),
    ),
  );

type Filter = 'all' | 'custom';

const WORKSPACES: readonly {
  readonly what: string;
  readonly data: () => ModeData;
  readonly filters?: readonly Filter[];
}[] = [
  { what: 'the sample', data: sampleWorkspace },
  { what: 'the small one', data: smallWorkspace },
  { what: 'one with numeric ids', data: () => smallWorkspace(true) },
  {
    what: 'a generated one',
    data: () =>
      generateWorkspace({
        collections: 3,
        reportsPerCollection: 115,
        queriesPerReport: 3,
        chartsPerQuery: 1,
      }),
    filters: ['all'],
  },
];

const WAYS: readonly { readonly what: string; readonly discovery: Partial<DiscoveryOptions> }[] = [
  { what: 'with the details of charts', discovery: { chartDetails: 'full' } },
  { what: 'without them', discovery: { chartDetails: 'basic' } },
];

const FILTERS: readonly Filter[] = ['all', 'custom'];

for (const { what, data, filters = FILTERS } of WORKSPACES) {
  for (const way of WAYS) {
    for (const filter of filters) {
      test(`${what} is the same through Discovery ${way.what}, filter ${filter}`, async () => {
        const mode = data();
        await withMode(mode, async (server) => {
          const rest = await walk(server, { filter });
          const { workspace, warnings } = await discover(server, way.discovery, { filter });
          const details = way.discovery.chartDetails === 'full';
          const expected = asDiscoveryTells(rest, mode, { details });
          const told = JSON.parse(JSON.stringify(workspace).replaceAll(`${server.url}/`, 'HOST/'));
          const wanted = JSON.parse(JSON.stringify(expected).replaceAll(`${server.url}/`, 'HOST/'));
          // Members are asked for only when a dataset's creator has no address yet.
          delete told.members;
          delete wanted.members;
          // Left out with a word, where REST never sees them.
          const leftOut = told.leftOut;
          delete told.leftOut;
          delete wanted.leftOut;
          assert.deepEqual(told, wanted);
          assert.deepEqual(warnings, []);
          if (filter === 'all') assert.deepEqual(leftOut, []);
        });
      });
    }
  }
}

describe('what Discovery lacks', () => {
  test('archived reports are told apart through REST when that is asked for', async () => {
    await withMode(sampleWorkspace(), async (server) => {
      const rest = await walk(server);
      const { workspace } = await discover(server, { knowArchived: true });
      assert.deepEqual(
        workspace.reports.map(({ token, archived, creatorEmail }) => [token, archived, creatorEmail]),
        rest.reports.map(({ token, archived, creatorEmail }) => [token, archived, creatorEmail]),
      );
    });
  });

  test('view counts come from the statistics, and only when they are asked for', async () => {
    await withMode(sampleWorkspace(), async (server) => {
      const rest = await walk(server);
      server.forget();
      const { workspace } = await discover(server, { includeViewCounts: true });
      assert.deepEqual(
        workspace.reports.map(({ token, viewCount }) => [token, viewCount]),
        rest.reports.map(({ token, viewCount }) => [token, viewCount]),
      );
      assert.equal(server.requests.filter(({ path }) => path.includes('report_stats')).length, 1);
      server.forget();
      await discover(server);
      assert.ok(!server.requests.some(({ path }) => path.includes('report_stats')));
    });
  });

  test('datasets that Discovery lists as reports are datasets all the same', async () => {
    await withMode(sampleWorkspace(), async (server) => {
      const without = await discover(server);
      server.discovery.listsDatasets = true;
      const withThem = await discover(server);
      assert.deepEqual(withThem.workspace.reports, without.workspace.reports);
      assert.ok(withThem.workspace.reports.some(({ kind }) => kind === 'dataset'));
      const off = await discover(server, {}, { includeDatasets: false });
      assert.ok(off.workspace.reports.every(({ kind }) => kind === 'report'));
      assert.equal(
        off.workspace.reports.length,
        without.workspace.reports.filter(({ kind }) => kind === 'report').length,
      );
    });
  });
});
