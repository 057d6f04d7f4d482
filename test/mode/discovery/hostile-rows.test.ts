import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallWorkspace } from '../small-workspace.ts';
import { discover, type StandInMode, withMode } from '../walk.ts';

/** Answers a resource with these rows, counted. */
const answer = (mode: StandInMode, resource: string, rows: readonly unknown[]): void =>
  mode.addFault({
    path: new RegExp(`^/batch/acme/${resource}\\?`),
    does: {
      status: 200,
      json: {
        [resource]: rows,
        pagination: { page: 1, per_page: 1000, count: rows.length, total_pages: 1, total_count: rows.length },
      },
    },
  });

const QUERY = {
  token: 'b1',
  name: 'One',
  raw_query: 'SELECT 1',
  data_source_token: 'e1',
  report_token: 'a1sales',
};
const BASIC = { chartDetails: 'basic', affordableCalls: 0 } as const;

test('a row that cannot be used makes its own list partial, and no other', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    answer(mode, 'queries', [
      QUERY,
      { ...QUERY, token: '../../admin' },
      { ...QUERY, token: 'b4', report_token: 'a4stock' },
    ]);
    answer(mode, 'charts', []);
    const { workspace } = await discover(mode, BASIC);
    const queriesOf = (token: string) => workspace.reports.find((report) => report.token === token)?.queries;
    assert.equal(queriesOf('a1sales')?.state, 'partial');
    assert.deepEqual(
      queriesOf('a1sales')?.items.map(({ token }) => token),
      ['b1'],
    );
    assert.equal(queriesOf('a4stock')?.state, 'complete');
    assert.match(
      workspace.notices.join('\n'),
      /queries of report "Sales" \(a1sales\): element 2 is left out/,
    );
    assert.doesNotMatch(JSON.stringify(workspace), /admin/);
  });
});

test('a row without a parent could be anybody’s: all are partial', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    answer(mode, 'queries', [QUERY, { ...QUERY, token: 'b9', report_token: null }]);
    answer(mode, 'charts', []);
    const { workspace } = await discover(mode, BASIC);
    assert.ok(
      workspace.reports.every(({ kind, queries }) => kind === 'dataset' || queries.state === 'partial'),
    );
    assert.match(workspace.notices.join('\n'), /queries in Discovery: element 2 of page 1 is left out/);
  });
});

test('a chart of a query that is not listed shows that the report’s queries are not all of them', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    answer(mode, 'queries', [QUERY]);
    answer(mode, 'charts', [
      { token: 'd3', chart_title: 'T', chart_type: 'bar', query_token: 'b2', report_token: 'a1sales' },
    ]);
    const { workspace } = await discover(mode, BASIC);
    const sales = workspace.reports.find(({ token }) => token === 'a1sales');
    assert.equal(sales?.queries.state, 'partial');
  });
});

test('fewer rows than are counted are not all of them', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({
      path: /^\/batch\/acme\/queries/,
      does: {
        status: 200,
        json: {
          queries: [QUERY],
          pagination: { total_pages: 1, total_count: 7, page: 1, count: 1, per_page: 1000 },
        },
      },
    });
    const { workspace } = await discover(mode, BASIC);
    assert.ok(
      workspace.reports.every(({ kind, queries }) => kind === 'dataset' || queries.state === 'partial'),
    );
  });
});

test('whatever rows there are, reading them throws nothing and empties no list in silence', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('a1sales', 'c0fin', 'b1', '__proto__', 'constructor'),
    );
    const row = fc.dictionary(
      fc.constantFrom(
        'token',
        'name',
        'raw_query',
        'report_token',
        'query_token',
        'space_token',
        'chart_type',
        '__proto__',
      ),
      odd,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(row, odd), { maxLength: 6 }), async (rows) => {
        mode.clearFaults();
        for (const resource of ['reports', 'queries', 'charts']) answer(mode, resource, rows);
        const { workspace } = await discover(mode, BASIC);
        const unusable = rows.some((one) => typeof one !== 'object' || one === null || Array.isArray(one));
        if (unusable)
          assert.ok(workspace.collections.items.every(({ reports }) => reports.state !== 'complete'));
        assert.ok(workspace.reports.every(({ token }) => /^[\w-]+$/.test(token)));
      }),
      { numRuns: 60 },
    );
  });
});
