import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateWorkspace, manyReports } from '../../../src/demo/sample/generate-workspace.ts';
import { report, smallWorkspace } from '../small-workspace.ts';
import { discover, type StandInMode, walk, withMode } from '../walk.ts';

const asked = (mode: StandInMode, path: RegExp): number =>
  mode.requests.filter((request) => path.test(request.path)).length;

const SIZES = [
  {
    what: 'M: 40 collections, 1,000 reports, 3 queries, 2 charts each',
    size: { collections: 40, reportsPerCollection: 25, queriesPerReport: 3, chartsPerQuery: 2 },
    // verify, connections and definitions; 2 pages of collections; 4 connections' datasets; 1, 3 and 6 pages of Discovery.
    requests: 3 + 2 + 4 + 1 + 3 + 6,
    most: 30,
  },
  {
    what: 'XL: 80 collections, 5,040 reports, 5 queries, 2 charts each',
    size: { collections: 80, reportsPerCollection: 63, queriesPerReport: 5, chartsPerQuery: 2 },
    requests: 3 + 3 + 4 + 6 + 26 + 51,
    most: 120,
  },
];

for (const { what, size, requests, most } of SIZES) {
  test(`${what}: ${requests} requests`, async () => {
    await withMode(generateWorkspace(size), async (mode) => {
      const { workspace, info } = await discover(mode, { read: 'auto', chartDetails: 'auto' });
      assert.equal(mode.requests.length, requests);
      assert.ok(requests <= most);
      assert.equal(workspace.reports.length, size.collections * size.reportsPerCollection);
      for (const one of workspace.reports) {
        assert.equal(one.queries.items.length, size.queriesPerReport);
        assert.ok(one.queries.items.every(({ charts }) => charts.items.length === size.chartsPerQuery));
      }
      assert.equal(info.length, 1);
      assert.match(info[0] ?? '', /^Mode is read through Discovery: \d+ pages for what would take about \d+/);
    });
  });
}

describe('how Discovery is asked', () => {
  test('with its own token, for JSON, page by page, each page once', async () => {
    const data = smallWorkspace();
    data.collections[0]?.reports.push(...manyReports(2_100));
    await withMode(data, async (mode) => {
      const { workspace } = await discover(mode, { chartDetails: 'basic' });
      assert.equal(workspace.reports.length, 2_105);
      const batch = mode.requests.filter(({ path }) => path.startsWith('/batch/'));
      assert.deepEqual(batch.map(({ path }) => path).sort(), [
        ...[1, 2, 3].map((page) => `/batch/acme/charts?page=${page}&include_spaces=all`),
        ...[1, 2, 3].map((page) => `/batch/acme/queries?page=${page}&include_spaces=all`),
        ...[1, 2, 3].map((page) => `/batch/acme/reports?page=${page}&include_spaces=all`),
      ]);
      for (const { headers } of batch) {
        assert.equal(headers.accept, 'application/json');
        assert.match(String(headers.authorization), /^Bearer /);
      }
    });
  });

  test('without the personal collections when the filter leaves them out', async () => {
    await withMode(smallWorkspace(), async (mode) => {
      await discover(mode, {}, { filter: 'custom' });
      assert.equal(asked(mode, /^\/batch\/.*include_spaces/), 0);
      assert.ok(asked(mode, /^\/batch\//) > 0);
    });
  });

  test('the pages that a server repeats for ever end all the same', async () => {
    await withMode(smallWorkspace(), async (mode) => {
      const row = { token: 'a1sales', name: 'Sales', space_token: 'c0fin', creator_email: null };
      mode.addFault({ path: /batch\/acme\/reports/, does: { status: 200, json: { reports: [row] } } });
      const { workspace } = await discover(mode);
      assert.equal(asked(mode, /batch\/acme\/reports/), 2);
      assert.deepEqual(
        workspace.reports.filter(({ kind }) => kind === 'report').map(({ token }) => token),
        ['a1sales'],
      );
    });
  });

  test('details of charts: every query with charts, or none where that is too many', async () => {
    await withMode(smallWorkspace(), async (mode) => {
      const charts = /\/queries\/[^/]+\/charts$/;
      await discover(mode, { chartDetails: 'auto' });
      assert.equal(asked(mode, charts), 3);
      mode.forget();
      await discover(mode, { chartDetails: 'auto', affordableCalls: 2 });
      assert.equal(asked(mode, charts), 0);
      mode.forget();
      await discover(mode, { chartDetails: 'full', affordableCalls: 2 });
      assert.equal(asked(mode, charts), 3);
    });
  });

  test('no children are asked for when no report is to be read', async () => {
    await withMode(smallWorkspace(), async (mode) => {
      await discover(mode, {}, { leaveOut: () => 'not today' });
      assert.equal(asked(mode, /queries|charts/), 0);
    });
  });

  test('few reports of a big workspace are read through REST, unless Discovery is insisted on', async () => {
    const data = smallWorkspace();
    data.collections[0]?.reports.push(...manyReports(3_000));
    await withMode(data, async (mode) => {
      const leaveOut = ({ token }: { readonly token: string }) => (token === 'a1sales' ? null : 'not today');
      const { workspace, info } = await discover(mode, { read: 'auto' }, { leaveOut });
      assert.match(info.join(), /of 1 report are read through REST, in about \d calls; Discovery/);
      assert.equal(asked(mode, /batch\/acme\/(?:queries|charts)/), 2);
      assert.equal(asked(mode, /a1sales\/queries$/), 1);
      const rest = await walk(mode, { leaveOut });
      assert.deepEqual(
        workspace.reports.map(({ queries }) => queries),
        rest.reports.map(({ queries }) => queries),
      );
      mode.forget();
      await discover(mode, { read: 'discovery', chartDetails: 'basic' }, { leaveOut });
      assert.equal(asked(mode, /a1sales/), 0);
    });
  });
});

describe('who may see what', () => {
  /** A collection that the API key is not shown and the signature token is. */
  const hidden = (mode: StandInMode) =>
    mode.addFault({
      path: /\/api\/acme\/spaces\?/,
      does: {
        status: 200,
        json: {
          pagination: { page: 1, per_page: 30, count: 1, total_pages: 1, total_count: 1 },
          _embedded: { spaces: [{ token: 'c0fin', name: 'Finance', space_type: 'custom' }] },
        },
      },
    });

  test('a collection that only Discovery sees is not ingested, and nothing of it counts as gone', async () => {
    await withMode(smallWorkspace(), async (mode) => {
      hidden(mode);
      const { workspace } = await discover(mode);
      assert.deepEqual(
        workspace.collections.items.map(({ token }) => token),
        ['c0fin'],
      );
      assert.ok(workspace.reports.every(({ collectionToken }) => collectionToken === 'c0fin'));
      assert.deepEqual(
        workspace.leftOut.map(({ token, because }) => [token, because]),
        ['a4stock', 'a5old'].map((token) => [
          token,
          'its collection is not among those that the API key lists with filterQueryParam all',
        ]),
      );
      assert.equal(asked(mode, /batch\/acme\/spaces/), 0);
    });
  });

  test('it is ingested when that is asked for, its access unknown', async () => {
    await withMode(smallWorkspace(), async (mode) => {
      hidden(mode);
      const { workspace } = await discover(mode, { includeDiscoveryOnlyCollections: true });
      const more = workspace.collections.items.find(({ token }) => token === 'c1ops');
      assert.equal(more?.name, 'Operations');
      assert.equal(more?.restricted, null);
      assert.deepEqual(more?.reports.items, ['a4stock', 'a5old']);
      assert.deepEqual(workspace.leftOut, []);
    });
  });

  test('members are asked for only when a dataset has a creator without an address', async () => {
    await withMode(smallWorkspace(), async (mode) => {
      const { workspace } = await discover(mode);
      assert.equal(asked(mode, /memberships/), 1);
      assert.equal(
        workspace.reports.find(({ kind }) => kind === 'dataset')?.creatorEmail,
        'jane@acme.example',
      );
      mode.forget();
      await discover(mode, {}, { includeDatasets: false });
      assert.equal(asked(mode, /memberships/), 0);
    });
  });

  test('more connections than collections: the collections are asked for their datasets', async () => {
    const data = smallWorkspace();
    const [first] = data.connections;
    assert.ok(first !== undefined);
    for (let index = 2; index < 9; index += 1)
      data.connections.push({ ...first, id: index, token: `e${index}` });
    await withMode(data, async (mode) => {
      const { workspace } = await discover(mode);
      assert.equal(asked(mode, /data_sources\/.*\/datasets/), 0);
      assert.ok(workspace.reports.some(({ token }) => token === 'a3orders'));
    });
  });

  test('a dataset on a deleted connection is still there', async () => {
    const data = smallWorkspace();
    for (const connection of data.connections) connection.deleted = true;
    data.collections[1]?.reports.push(report('a9none', [], { kind: 'report' }));
    await withMode(data, async (mode) => {
      const { workspace } = await discover(mode);
      assert.ok(workspace.reports.some(({ token }) => token === 'a3orders'));
      mode.addFault({ path: /data_sources\/e1\/datasets/, does: { status: 404 } });
      const gone = await discover(mode);
      assert.ok(gone.workspace.collections.items.every(({ datasets }) => datasets.state === 'complete'));
    });
  });
});
