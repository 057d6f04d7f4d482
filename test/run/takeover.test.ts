import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { completeColumns } from '../../src/demo/open-metadata/columns.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { type Scene, setScene } from './scene.ts';

/** Makes the catalog one that OpenMetadata's own connector filled, and people have worked in since. */
function asTheConnectorLeftIt({ openMetadata: { store } }: Scene): void {
  for (const kind of ['dashboard', 'chart', 'dashboardDataModel'] as const) {
    for (const entity of store.all(kind)) {
      const { description: _, sourceUrl, ...values } = entity.values;
      const sourceHash = createHash('md5').update(entity.fqn).digest('hex');
      entity.values = { ...values, sourceHash, ...(kind === 'dashboard' ? { sourceUrl } : {}) };
      entity.owners = [];
      entity.tags = [];
    }
  }
  for (const model of store.all('dashboardDataModel')) {
    // It knows the output columns too, and somebody described the first.
    const columns = completeColumns(
      columnNames(model.values.columns).map((name, index) =>
        index === 0
          ? { name, dataType: 'BIGINT', description: 'mine' }
          : { name, dataType: 'VARCHAR', dataLength: 3 },
      ),
      model.fqn,
    );
    model.values = { ...model.values, columns };
  }
  for (const dashboard of store.all('dashboard'))
    dashboard.values = {
      ...dashboard.values,
      displayName: `Ours ${dashboard.name}`,
      description: 'Our words',
    };
  for (const edge of store.edges()) {
    store.removeEdge(edge);
    const [dashboard] = edge.to.containers;
    const details = { source: 'DashboardLineage', sqlQuery: 'select 1', columnsLineage: [] };
    if (edge.from.type === 'table' && dashboard !== undefined)
      store.putEdge({ from: edge.from, to: dashboard, details });
  }
}

const columnNames = (columns: unknown): readonly string[] =>
  Array.isArray(columns) ? columns.map((column: { readonly name: string }) => column.name) : [];

describe('a catalog that another connector filled is taken over in one run, and what people wrote stays', () => {
  for (const openMetadataVersion of ['1.4.1', '1.12.6', '2.1.0']) {
    test(openMetadataVersion, async (context) => {
      const workspace = generateWorkspace({
        collections: 2,
        reportsPerCollection: 4,
        queriesPerReport: 2,
        chartsPerQuery: 1,
      });
      const scene = await setScene(context, { workspace, openMetadataVersion });
      await scene.run();
      asTheConnectorLeftIt(scene);
      assert.equal((await scene.run()).status, 'done');
      scene.forget();
      assert.equal((await scene.run()).status, 'done');
      assert.deepEqual(scene.writes(), []);

      const { store } = scene.openMetadata;
      for (const { name, values } of store.all('dashboard')) {
        assert.equal(values.displayName, `Ours ${name}`);
        assert.equal(values.description, 'Our words');
      }
      for (const { values } of store.all('dashboardDataModel'))
        assert.match(JSON.stringify(values.columns), /"mine"/);
      assert.ok(
        store.edges().every(({ from, to }) => from.type !== 'table' || to.type === 'dashboardDataModel'),
      );
    });
  }
});

test('a service with a dot in its name', async (context) => {
  const scene = await setScene(context);
  scene.config.source.serviceName = 'my.mode prod';
  await scene.run();
  scene.forget();
  assert.equal((await scene.run()).calls.writes, 0);
  scene.mode.workspace.collections[0]?.reports.pop();
  await scene.run();
  scene.forget();
  assert.equal((await scene.run()).calls.writes, 0);
});

test('a large catalog is read in pages of 1,000', async (context) => {
  const workspace = generateWorkspace({
    collections: 3,
    reportsPerCollection: 400,
    queriesPerReport: 1,
    chartsPerQuery: 1,
  });
  const scene = await setScene(context, { workspace });
  await scene.run();
  scene.forget();
  const { calls, totals } = await scene.run();
  assert.equal(totals.dashboards.unchanged, 1_200);
  assert.equal(calls.writes, 0);
  assert.ok(calls.openMetadata < 50, `${calls.openMetadata} requests`);
});
