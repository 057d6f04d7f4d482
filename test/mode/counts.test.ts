import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallWorkspace } from './small-workspace.ts';
import { walk, withMode } from './walk.ts';

/** The one row of Finance’s reports as Mode would send it with these counts. */
const COUNTS = [
  { what: 'counts that are missing are unknown: everything is asked', counts: {}, queries: 1, charts: 2 },
  {
    what: 'null counts are unknown as well',
    counts: { query_count: null, chart_count: null },
    queries: 1,
    charts: 2,
  },
  {
    what: 'no query and no chart: nothing is asked',
    counts: { query_count: 0, chart_count: 0 },
    queries: 0,
    charts: 0,
  },
  {
    what: 'no query but a chart: one of them is wrong',
    counts: { query_count: 0, chart_count: 3 },
    queries: 1,
    charts: 2,
  },
  { what: 'no chart: queries only', counts: { query_count: 2, chart_count: 0 }, queries: 1, charts: 0 },
  {
    what: 'all charts at the first query',
    counts: { query_count: 2, chart_count: 2 },
    queries: 1,
    charts: 1,
  },
  {
    what: 'more charts than counted: the count is old',
    counts: { query_count: 2, chart_count: 1 },
    queries: 1,
    charts: 2,
  },
  {
    what: 'fewer charts than counted: every query is asked',
    counts: { query_count: 2, chart_count: 9 },
    queries: 1,
    charts: 2,
  },
];

for (const { what, counts, queries, charts } of COUNTS) {
  test(what, async () => {
    await withMode(smallWorkspace(), async (mode) => {
      const row = { token: 'a1sales', name: 'Sales', type: 'Report', ...counts };
      mode.addFault({
        path: /c0fin\/reports\?/,
        does: { status: 200, json: { _embedded: { reports: [row] } } },
      });
      const { reports } = await walk(mode);
      const asked = (path: RegExp) => mode.requests.filter((request) => path.test(request.path)).length;
      assert.equal(asked(/a1sales\/queries$/), queries);
      assert.equal(asked(/a1sales\/queries\/.*\/charts$/), charts);
      assert.equal(reports[0]?.queries.state, 'complete');
    });
  });
}

test('a dataset without a count of charts is not asked for any: it has none', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({
      path: /c0fin\/datasets\?/,
      does: { status: 200, json: { _embedded: { reports: [{ token: 'a3orders', type: 'DatasetReport' }] } } },
    });
    await walk(mode);
    const asked = mode.requests.map(({ path }) => path).filter((path) => path.includes('a3orders'));
    assert.deepEqual(asked.sort(), [
      '/api/acme/datasets/a3orders/reports?page=1',
      '/api/acme/datasets/a3orders/reports?page=2',
      '/api/acme/reports/a3orders/queries',
    ]);
  });
});
