import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInShard } from '../../src/config/is-in-shard.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { walk, withMode } from './walk.ts';

const SHARDS = [1, 2, 3].map((index) => ({ index, count: 3 }));

function world() {
  const workspace = generateWorkspace({
    collections: 9,
    reportsPerCollection: 3,
    queriesPerReport: 2,
    chartsPerQuery: 1,
  });
  const dataset = workspace.collections[4]?.reports[0];
  assert.ok(dataset);
  dataset.kind = 'dataset';
  for (const query of dataset.queries) query.charts = [];
  return { workspace, dataset };
}

test('the shards have each report once between them, and every one has all collections and datasets', async () => {
  const { workspace, dataset } = world();
  await withMode(workspace, async (mode) => {
    const whole = await walk(mode);
    const all = whole.reports.map(({ token }) => token);
    const seen: string[] = [];
    for (const shard of SHARDS) {
      const { reports, collections } = await walk(mode, { shard });
      const tokens = reports.map(({ token }) => token);
      assert.deepEqual(
        collections.items.map(({ token }) => token),
        workspace.collections.map(({ token }) => token),
      );
      assert.ok(tokens.includes(dataset.token));
      seen.push(...tokens.filter((token) => token !== dataset.token));
      for (const report of reports)
        assert.deepEqual(
          report,
          whole.reports.find(({ token }) => token === report.token),
        );
    }
    assert.deepEqual(seen.sort(), all.filter((token) => token !== dataset.token).sort());
  });
});

test('a shard asks for nothing of a report that is not its own', async () => {
  const { workspace } = world();
  await withMode(workspace, async (mode) => {
    for (const shard of SHARDS) {
      mode.forget();
      await walk(mode, { shard });
      const paths = mode.requests.map(({ path }) => path);
      for (const { token, reports } of workspace.collections.filter(
        ({ token }) => !isInShard(token, shard),
      )) {
        assert.deepEqual(
          paths.filter((path) => path.includes(`${token}/reports`)),
          [],
        );
        for (const report of reports.filter(({ kind }) => kind === 'report'))
          assert.deepEqual(
            paths.filter((path) => path.includes(report.token)),
            [],
          );
      }
    }
  });
});
