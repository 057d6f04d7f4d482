import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { DemoReport, ModeData } from '../../src/demo/mode/mode-data.ts';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { type Scene, setScene } from './scene.ts';

const world = (): ModeData =>
  generateWorkspace({ collections: 2, reportsPerCollection: 3, queriesPerReport: 2, chartsPerQuery: 1 });
const INCREMENTAL = { source: { incremental: true } };

/** Requests for the children of reports, since the last `forget`: `report/queries`, `report/charts`. */
const childReads = ({ mode }: Scene): readonly string[] =>
  mode.requests.flatMap(({ path }) => {
    const [, report, list] = /\/reports\/([^/]+)\/.*?(queries|charts)$/.exec(path.split('?')[0] ?? '') ?? [];
    return report === undefined ? [] : `${report}/${list}`;
  });

function reportsOf(scene: Scene): readonly [DemoReport, DemoReport, ...DemoReport[]] {
  const [first, second, ...rest] = scene.mode.workspace.collections.flatMap(({ reports }) => reports);
  assert.ok(first && second);
  return [first, second, ...rest];
}

async function settled(context: TestContext, options: Parameters<typeof setScene>[1] = {}): Promise<Scene> {
  const scene = await setScene(context, { workspace: world(), ...options });
  assert.equal((await scene.run()).status, 'done');
  scene.forget();
  return scene;
}

const edit = (report: DemoReport): void => {
  report.editedAt = new Date(Date.parse(report.editedAt ?? '2026-01-01') + 60_000).toISOString();
};

describe('an incremental run', () => {
  test('asks Mode for nothing but its lists and writes nothing when nothing changed', async (context) => {
    const scene = await settled(context);
    const image = catalogImage(scene.openMetadata);
    const report = await scene.run('ingest', INCREMENTAL);
    assert.equal(report.status, 'done', report.verdict);
    assert.deepEqual(childReads(scene), []);
    assert.deepEqual(scene.writes(), []);
    assert.deepEqual(catalogImage(scene.openMetadata), image);
    assert.equal(report.totals.dashboards.unchanged, 6);
    assert.equal(report.totals.charts.unchanged, 12);
    assert.equal(report.totals.dataModels.unchanged, 12);
    assert.ok(report.totals.edges.unchanged > 12);
    // A lineage request for each entity would be what the marks are there to spare.
    assert.equal(scene.openMetadata.requests.filter(({ path }) => /\/lineage\//.test(path)).length, 0);
  });

  test('says the same of the whole sample as a full one', async (context) => {
    const scene = await setScene(context);
    await scene.run();
    scene.forget();
    const full = await scene.run('plan');
    const quick = await scene.run('plan', INCREMENTAL);
    // Who imports a dataset is asked for only when a report that may import one is read anew.
    const { edges: _, ...totals } = full.totals;
    const { edges, ...quickTotals } = quick.totals;
    assert.deepEqual(quickTotals, totals);
    assert.equal(edges.unchanged, full.totals.edges.unchanged - 1);
    assert.equal(edges.created + edges.changed + edges.deleted, 0);
    assert.deepEqual(quick.verdicts, full.verdicts);
    assert.ok(quick.calls.mode < full.calls.mode / 2, `${quick.calls.mode} of ${full.calls.mode}`);
  });

  test('reads what was edited, and writes just that', async (context) => {
    const scene = await settled(context);
    const [report] = reportsOf(scene);
    const [query] = report.queries;
    assert.ok(query);
    query.sql = `${query.sql} -- anew`;
    edit(report);
    const told = await scene.run('ingest', INCREMENTAL);
    assert.equal(told.status, 'done');
    assert.ok(childReads(scene).every((path) => path.startsWith(`${report.token}/`)));
    assert.equal(told.totals.dataModels.changed, 1);
    scene.forget();
    await scene.run();
    assert.deepEqual(scene.writes(), [], 'a full run finds nothing left to do');
  });

  test('finds a query and a chart that are gone from an edited report', async (context) => {
    const scene = await settled(context);
    const [report] = reportsOf(scene);
    report.queries.pop();
    edit(report);
    const told = await scene.run('ingest', INCREMENTAL);
    assert.equal(told.totals.dataModels.deleted, 1);
    assert.equal(told.totals.charts.deleted, 1);
  });

  test('deletes a report that is gone', async (context) => {
    const scene = await settled(context);
    scene.mode.workspace.collections[0]?.reports.pop();
    const told = await scene.run('ingest', INCREMENTAL);
    assert.equal(told.totals.dashboards.deleted, 1);
  });

  test('links what has a table now, from the SQL that the catalog keeps', async (context) => {
    const scene = await setScene(context, { workspace: world() });
    scene.openMetadata.addFault({ method: 'GET', path: /\/tables\/name/, does: { status: 404, json: {} } });
    scene.openMetadata.addFault({
      method: 'GET',
      path: /\/search\/fieldQuery/,
      does: { status: 200, json: { hits: { hits: [], total: { value: 0 } } } },
    });
    const before = await scene.run();
    assert.equal(before.status, 'done');
    scene.openMetadata.clearFaults();
    scene.forget();
    const told = await scene.run('ingest', INCREMENTAL);
    assert.deepEqual(childReads(scene), []);
    assert.ok(told.totals.edges.created > 0);
    const anew = await setScene(context, { workspace: world() });
    await anew.run();
    const edges = ({ openMetadata }: Scene) => catalogImage(openMetadata).edges;
    assert.deepEqual(edges(scene), edges(anew));
  });

  test('follows a definition, though nobody edited the report', async (context) => {
    const workspace = world();
    const query = workspace.collections[0]?.reports[0]?.queries[0];
    assert.ok(query);
    workspace.definitions.push({
      token: 'def000000001',
      name: 'either',
      sql: query.sql,
      connectionId: Number(query.connectionId),
    });
    const other = workspace.collections[1]?.reports[2]?.queries[1];
    assert.ok(other);
    query.sql = 'SELECT * FROM {{ @either }}';
    const scene = await settled(context, { workspace });
    const definition = workspace.definitions.at(-1);
    assert.ok(definition);
    definition.sql = 'SELECT 1 AS one';
    const told = await scene.run('ingest', INCREMENTAL);
    assert.deepEqual(childReads(scene), []);
    assert.ok(told.totals.edges.deleted > 0);
  });

  test('reads again what a failure left undone', async (context) => {
    const scene = await settled(context);
    const [report, other] = reportsOf(scene);
    for (const one of [report, other]) {
      const chart = one.queries[0]?.charts[0];
      assert.ok(chart);
      chart.title = 'Renamed';
      edit(one);
    }
    const refused = { status: 400, json: { code: 400, message: 'no' } };
    scene.openMetadata.addFault({ method: 'PUT', path: /\/charts\/bulk$/, does: refused });
    scene.openMetadata.addFault({ method: 'PUT', path: /\/charts$/, does: refused, times: 1 });
    assert.equal((await scene.run('ingest', INCREMENTAL)).failures.length, 1);
    scene.openMetadata.clearFaults();
    scene.forget();
    const told = await scene.run('ingest', INCREMENTAL);
    assert.equal(told.status, 'done');
    assert.equal(told.totals.charts.changed, 1);
    assert.equal(new Set(childReads(scene).map((path) => path.split('/')[0])).size, 1);
  });

  test('reads again what was not read in full', async (context) => {
    const scene = await settled(context);
    const [report] = reportsOf(scene);
    const chart = report.queries[1]?.charts[0];
    assert.ok(chart);
    chart.title = 'Renamed';
    edit(report);
    scene.mode.addFault({ path: /\/charts$/, does: { status: 500, json: { id: 'x' } } });
    assert.equal((await scene.run('ingest', INCREMENTAL)).status, 'partial');
    scene.mode.clearFaults();
    assert.equal((await scene.run('ingest', INCREMENTAL)).totals.charts.changed, 1);
  });

  test('reads a report of which a human changed a text that is to be overridden', async (context) => {
    const scene = await settled(context);
    const [chart] = scene.openMetadata.store.all('chart');
    assert.ok(chart);
    chart.values.displayName = 'By hand';
    const kept = await scene.run('ingest', INCREMENTAL);
    assert.equal(kept.calls.writes, 0);
    const told = await scene.run('ingest', { source: { incremental: true, overrideMetadata: true } });
    assert.equal(told.totals.charts.changed, 1);
  });

  test('reads everything when the configuration lets in other children', async (context) => {
    const scene = await settled(context);
    await scene.run('ingest', {
      source: { incremental: true, chartFilterPattern: { excludes: ['^Chart 9$'] } },
    });
    assert.equal(new Set(childReads(scene).map((path) => path.split('/')[0])).size, 6);
  });

  test('reads every report once in the span of fullEvery, each at its own time', async (context) => {
    const scene = await setScene(context, { workspace: world() });
    const source = { incremental: true, fullEvery: '24h' };
    const start = Date.UTC(2026, 0, 1);
    await scene.run('ingest', { source, now: start });
    const read: string[] = [];
    for (let hour = 1; hour <= 24; hour += 1) {
      scene.forget();
      const report = await scene.run('ingest', { source, now: start + hour * 3_600_000 });
      assert.equal(report.status, 'done');
      const tokens = new Set(childReads(scene).map((path) => path.split('/')[0] ?? ''));
      assert.ok(tokens.size < 6, 'never all at once');
      read.push(...tokens);
    }
    assert.deepEqual(
      read.sort(),
      reportsOf(scene)
        .map(({ token }) => token)
        .sort(),
    );
  });

  test('is a full one, and says so, where the server keeps no marks', async (context) => {
    const scene = await settled(context, { openMetadataVersion: '1.3.2' });
    const told = await scene.run('ingest', INCREMENTAL);
    assert.equal(told.status, 'done');
    assert.ok(childReads(scene).length > 6);
  });
});

test('a mark of before its dataset was read in full does not vouch for it', async (context) => {
  const workspace = world();
  const dataset = workspace.collections[1]?.reports[0];
  assert.ok(dataset);
  dataset.kind = 'dataset';
  dataset.queries.splice(1);
  for (const query of dataset.queries) query.charts = [];
  const scene = await settled(context, { workspace });
  const importing = reportsOf(scene)[0];
  importing.imports = [dataset.token];
  edit(importing);
  const told = await scene.run('ingest', INCREMENTAL);
  assert.ok(childReads(scene).every((path) => path.startsWith(importing.token)));
  assert.equal(told.totals.edges.created, 1);
  scene.forget();
  await scene.run();
  assert.deepEqual(scene.writes(), []);
});
