import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DemoReport, ModeData } from '../../src/demo/mode/mode-data.ts';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { type Scene, setScene } from './scene.ts';

const world = (): ModeData =>
  generateWorkspace({ collections: 3, reportsPerCollection: 4, queriesPerReport: 2, chartsPerQuery: 1 });

type Change = Parameters<Scene['run']>[1];

/** Runs until the catalog should be true, then once more, which must write nothing. */
async function settle(scene: Scene, change: Change = {}): Promise<void> {
  const report = await scene.run('ingest', change);
  assert.equal(report.status, 'done', `${report.verdict} ${JSON.stringify(report.failures)}`);
  await expectQuiet(scene, change);
}

async function expectQuiet(scene: Scene, change: Change = {}): Promise<void> {
  scene.forget();
  assert.equal((await scene.run('ingest', change)).status, 'done');
  assert.deepEqual(scene.writes(), []);
}

function at(scene: Scene, collection: number, nth: number): DemoReport {
  const report = scene.mode.workspace.collections[collection]?.reports[nth];
  assert.ok(report);
  return report;
}

function take(scene: Scene, report: DemoReport): void {
  for (const collection of scene.mode.workspace.collections)
    collection.reports = collection.reports.filter((each) => each !== report);
}

const ofReport = (scene: Scene, kind: 'dashboard' | 'dashboardDataModel', { token }: DemoReport) => {
  const found = scene.openMetadata.store.all(kind).find(({ name }) => name.split('.')[0] === token);
  assert.ok(found);
  return found;
};

/** Somebody else's write to the catalog. */
async function put({ openMetadata }: Scene, path: string, body: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${openMetadata.adminToken}`, 'content-type': 'application/json' };
  const url = `${openMetadata.url}/v1${path}`;
  const { ok, status } = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  assert.ok(ok, `${path} ${status}`);
}

/** A scene that was ingested once. */
async function ingested(...[context, options]: Parameters<typeof setScene>): Promise<Scene> {
  const scene = await setScene(context, { workspace: world(), ...options });
  await settle(scene);
  return scene;
}

describe('a report that comes back', () => {
  test('with other SQL, in another collection: nothing of before is left, and nothing is done twice', async (context) => {
    const scene = await ingested(context);
    const report = at(scene, 0, 0);
    take(scene, report);
    await settle(scene);
    const sql = at(scene, 1, 2).queries[1]?.sql ?? '';
    for (const query of report.queries) query.sql = sql;
    scene.mode.workspace.collections[1]?.reports.push(report);
    await settle(scene);
    const { edges } = catalogImage(scene.openMetadata);
    const drawn = edges.filter(({ from, to }) => from.startsWith('table ') && to.includes(report.token));
    // Two queries that read two tables each.
    assert.equal(drawn.length, 4);
    assert.deepEqual(
      ofReport(scene, 'dashboard', report).tags.map(({ tagFQN }) => tagFQN),
      ['ModeCollection.Collection 2'],
    );
  });

  test('finds an edge that somebody had drawn by hand as it was', async (context) => {
    const scene = await ingested(context);
    const report = at(scene, 0, 0);
    const model = ofReport(scene, 'dashboardDataModel', report);
    const [edge] = scene.openMetadata.store.edges().filter(({ to }) => to === model);
    assert.ok(edge);
    edge.details = { source: 'Manual', description: 'by hand', columnsLineage: [] };
    take(scene, report);
    await settle(scene);
    scene.mode.workspace.collections[0]?.reports.push(report);
    await settle(scene);
    const { details } = scene.openMetadata.store.edge(edge.from.id, model.id) ?? {};
    assert.equal(details?.source, 'Manual');
    assert.equal(details?.description, 'by hand');
  });
});

describe('what somebody deleted in the catalog is made again, its edges too', () => {
  for (const how of ['for good', 'softly'] as const) {
    test(how, async (context) => {
      const scene = await ingested(context);
      const image = catalogImage(scene.openMetadata);
      const model = ofReport(scene, 'dashboardDataModel', at(scene, 0, 0));
      if (how === 'softly') model.deleted = true;
      else scene.openMetadata.store.remove(model);
      await settle(scene);
      assert.deepEqual(catalogImage(scene.openMetadata), image);
    });
  }
});

describe('moved in Mode', () => {
  test('a report to another collection', async (context) => {
    const scene = await ingested(context);
    const report = at(scene, 0, 0);
    take(scene, report);
    scene.mode.workspace.collections[1]?.reports.push(report);
    await settle(scene);
  });
  for (const gone of [false, true]) {
    test(`a chart to another report${gone ? ', the old one deleted' : ''}`, async (context) => {
      const scene = await ingested(context);
      const [from, to] = [at(scene, 0, 0), at(scene, 2, 1)];
      const charts = from.queries[0]?.charts.splice(0) ?? [];
      to.queries[0]?.charts.push(...charts);
      if (gone) take(scene, from);
      await settle(scene);
      const [chart] = charts;
      const moved = scene.openMetadata.store.all('chart').find(({ name }) => name === chart?.token);
      assert.equal(moved?.deleted, false);
      assert.deepEqual(
        [...(moved?.containers ?? [])].filter(({ deleted }) => !deleted).map(({ name }) => name),
        [to.token],
      );
    });
  }
});

test('a report that is listed in two collections, and a query that is in two reports', async (context) => {
  const scene = await ingested(context);
  scene.mode.workspace.collections[1]?.reports.push(at(scene, 0, 0));
  at(scene, 2, 1).queries.push(...at(scene, 2, 0).queries);
  await settle(scene);
});

test('a chart that hangs on a dashboard of another service goes with its report, at once', async (context) => {
  const scene = await ingested(context);
  const report = at(scene, 0, 0);
  const [chart] = [...ofReport(scene, 'dashboard', report).contents].filter(({ type }) => type === 'chart');
  assert.ok(chart);
  await put(scene, '/services/dashboardServices', { name: 'looker', serviceType: 'Looker' });
  await put(scene, '/dashboards', { name: 'board', service: 'looker', charts: [chart.fqn] });
  take(scene, report);
  await settle(scene);
  assert.equal(chart.deleted, true);
});

describe('a setting that is changed and changed back', () => {
  const SETTINGS = [
    { includeDataModels: false },
    { includeTags: false },
    { includeOwners: false },
    { dataModelFilterPattern: { excludes: ['.*1'] } },
    { chartFilterPattern: { excludes: ['.*1'] } },
    { overrideLineage: true },
    { overrideMetadata: true },
  ];
  for (const source of SETTINGS) {
    test(JSON.stringify(source), async (context) => {
      const scene = await ingested(context);
      const image = catalogImage(scene.openMetadata);
      await settle(scene, { source });
      await settle(scene);
      assert.deepEqual(catalogImage(scene.openMetadata), image);
    });
  }

  test('what overrideMetadata wrote follows Mode from then on', async (context) => {
    const scene = await ingested(context);
    const report = at(scene, 0, 0);
    const dashboard = ofReport(scene, 'dashboard', report);
    dashboard.values = { ...dashboard.values, displayName: 'Ours', description: 'Our words' };
    await expectQuiet(scene);
    await settle(scene, { source: { overrideMetadata: true } });
    assert.equal(dashboard.values.displayName, report.name);
    assert.equal(dashboard.values.description, 'Our words');
    report.name = 'Renamed';
    await settle(scene);
    assert.equal(dashboard.values.displayName, 'Renamed');
  });
});

test('names and texts that no server takes as they are', async (context) => {
  for (const openMetadataVersion of ['1.3.2', '1.12.6', '2.1.0']) {
    const scene = await setScene(context, { workspace: world(), openMetadataVersion });
    const [first, second, third] = scene.mode.workspace.collections;
    assert.ok(first && second && third);
    first.name = `\u0000\u0007 <b>"Sa.les"</b> ${'𝒜'.repeat(300)} ::\ud800`;
    second.name = '';
    third.name = '\u0007 ';
    const [a, b, c, d] = first.reports;
    assert.ok(a && b && c && d);
    Object.assign(a, { name: `${'n'.repeat(300)}\u0000\ud83d`, description: 'a\r\nb\r\n\u0000  ' });
    b.name = '   ';
    c.name = ' 📊 "q" :: > / \n x ';
    const [emptied, huge] = [b.queries[0], d.queries[0]];
    assert.ok(emptied && huge);
    emptied.sql = '';
    emptied.name = 'x'.repeat(400);
    huge.sql = `SELECT 1 /* ${'x'.repeat(2_000_000)} */ FROM "sales"."orders"`;
    await settle(scene);
    const image = JSON.stringify(catalogImage(scene.openMetadata));
    assert.doesNotMatch(image, /\\u0000|\\u0007|\\ud[89ab]..(?!\\ud[c-f])/i);
  }
});
