import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { whatWasUnread } from '../../../src/catalog/what-was-unread.ts';
import { manyReports } from '../../../src/demo/sample/generate-workspace.ts';
import type { Misbehaviour } from '../../../src/demo/stand-in-server.ts';
import type { Workspace } from '../../../src/mode/workspace.ts';
import { smallWorkspace } from '../small-workspace.ts';
import { type ClientOptions, discover, walk, withMode } from '../walk.ts';

const FAULTS: readonly {
  readonly what: string;
  readonly does: Misbehaviour;
  readonly options?: ClientOptions;
}[] = [
  { what: '500', does: { status: 500 } },
  { what: '429 for ever', does: { status: 429, headers: { 'retry-after': '0' } } },
  { what: 'HTML', does: 'html' },
  { what: 'half a document', does: 'truncate' },
  { what: 'a dropped connection', does: 'reset' },
  { what: '204', does: { status: 204 } },
  { what: 'another shape', does: { status: 200, json: { queries: {}, reports: null, charts: 'none' } } },
  { what: 'nothing', does: 'hang', options: { attempts: 1, timeoutMs: 400 } },
];

const unreadIn = (workspace: Workspace): readonly string[] =>
  whatWasUnread(workspace).map(({ part, because }) => `${part}: ${because}`);

/** Without what differs between the two ways anyhow. */
const tokensOf = ({ reports }: Workspace) =>
  reports.map(({ token, queries }) => [
    token,
    queries.items.map((query) => [query.token, query.charts.items.map((chart) => chart.token)]),
  ]);

for (const status of [401, 403, 404]) {
  test(`Discovery that answers ${status} is left for REST, with a warning`, async () => {
    await withMode(smallWorkspace(), async (mode) => {
      const rest = await walk(mode);
      mode.addFault({ path: /^\/batch\//, does: { status } });
      const { workspace, warnings } = await discover(mode);
      const { notices, ...same } = workspace;
      const { notices: none, ...wanted } = rest;
      assert.deepEqual(same, wanted);
      assert.deepEqual(none, []);
      assert.deepEqual(notices, warnings);
      assert.match(warnings.join('\n'), new RegExp(`^Discovery is not to be had, .*${status}`));
      assert.deepEqual(unreadIn(workspace), []);
    });
  });
}

test('the stand-in refuses a wrong token with 401 and a plan without Discovery with 403', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const wrong = await discover(mode, {}, {}, { discoveryToken: 'no:such:token' });
    assert.match(wrong.warnings.join(), /401/);
    assert.doesNotMatch(JSON.stringify(wrong), /no:such:token|bm86c3VjaDp0b2tlbg/);
    mode.discovery.inPlan = false;
    const lacking = await discover(mode);
    assert.match(lacking.warnings.join(), /403/);
    assert.equal(lacking.workspace.reports.length, 5);
  });
});

test('queries alone that are refused come through REST, and so do the charts', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const rest = await walk(mode);
    mode.addFault({ path: /^\/batch\/acme\/queries/, does: { status: 403 } });
    const { workspace, warnings } = await discover(mode);
    assert.deepEqual(tokensOf(workspace), tokensOf(rest));
    assert.equal(warnings.length, 1);
  });
});

for (const { what, does, options } of FAULTS) {
  describe(`a resource that answers ${what}`, () => {
    const patience: ClientOptions = { attempts: 2, ...options };
    for (const resource of ['reports', 'queries', 'charts'] as const) {
      test(`${resource}: REST is asked where that is cheap`, async () => {
        await withMode(smallWorkspace(), async (mode) => {
          const rest = await walk(mode);
          mode.addFault({ path: new RegExp(`^/batch/acme/${resource}`), does });
          const { workspace, warnings } = await discover(mode, {}, {}, patience);
          assert.deepEqual(tokensOf(workspace), tokensOf(rest));
          assert.deepEqual(unreadIn(workspace), []);
          assert.equal(warnings.length, 1, warnings.join('\n'));
        });
      });

      test(`${resource}: where REST is dear, the lists are unread and never empty`, async () => {
        await withMode(smallWorkspace(), async (mode) => {
          mode.addFault({ path: new RegExp(`^/batch/acme/${resource}`), does });
          const { workspace } = await discover(
            mode,
            { affordableCalls: 0, chartDetails: 'basic' },
            {},
            patience,
          );
          const part = `${resource} in Discovery`;
          assert.ok(unreadIn(workspace).some((line) => line.startsWith(`${part}: `)));
          const lists = {
            reports: workspace.collections.items.map(({ reports }) => reports),
            queries: workspace.reports.filter(({ kind }) => kind === 'report').map(({ queries }) => queries),
            charts: workspace.reports
              .filter(({ kind }) => kind === 'report')
              .flatMap(({ queries }) => queries.items.map(({ charts }) => charts)),
          }[resource];
          assert.ok(lists.length > 0);
          assert.ok(lists.every(({ state }) => state === 'unread'));
        });
      });
    }
  });
}

test('a second page that fails leaves every list below it partial', async () => {
  const data = smallWorkspace();
  data.collections[0]?.reports.push(...manyReports(1_100));
  await withMode(data, async (mode) => {
    mode.addFault({ path: /^\/batch\/acme\/queries\?page=2/, does: { status: 500 } });
    const { workspace } = await discover(mode, { chartDetails: 'basic' }, {}, { attempts: 1 });
    assert.ok(
      workspace.reports
        .filter(({ kind }) => kind === 'report')
        .every(({ queries }) => queries.state === 'partial'),
    );
    assert.equal(workspace.reports.find(({ token }) => token === 'a1sales')?.queries.items.length, 2);
  });
});

test('connections that were not read: the datasets come by collection, and a query keeps a connection', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({ path: /\/data_sources/, does: { status: 500 } });
    const { workspace } = await discover(mode, {}, {}, { attempts: 1 });
    assert.ok(workspace.reports.some(({ token }) => token === 'a3orders'));
    const query = workspace.reports.find(({ token }) => token === 'a1sales')?.queries.items[0];
    assert.equal(query?.connectionId, 'e1');
  });
});

test('the datasets of one connection that were not read make every collection’s partial', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({ path: /\/data_sources\/e1\/datasets/, does: { status: 500 } });
    const { workspace } = await discover(mode, {}, {}, { attempts: 1 });
    assert.ok(workspace.collections.items.every(({ datasets }) => datasets.state === 'partial'));
    assert.match(unreadIn(workspace).join(), /^datasets on connection "Warehouse" \(e1\): /);
  });
});

test('statistics that were not read make the run partial, and the counts unknown', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({ path: /report_stats/, does: { status: 500 } });
    const { workspace } = await discover(mode, { includeViewCounts: true }, {}, { attempts: 1 });
    assert.match(unreadIn(workspace).join(), /^report stats in Discovery: /);
    assert.ok(workspace.reports.every(({ kind, viewCount }) => kind === 'dataset' || viewCount === null));
  });
});
