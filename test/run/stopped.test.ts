import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ModeData } from '../../src/demo/mode/mode-data.ts';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { silentHost } from '../../src/host/silent-host.ts';
import { CONCURRENCY } from '../../src/openmetadata/concurrency.ts';
import { DEFAULT_DELETION_LIMITS } from '../../src/plan/plan-options.ts';
import { run } from '../../src/run.ts';
import { Workflow } from '../../src/workflow.ts';
import { configure } from './configure.ts';
import { Nth } from './nth.ts';
import { type Scene, setScene } from './scene.ts';

const world = (reports = 2): ModeData =>
  generateWorkspace({
    collections: 2,
    reportsPerCollection: reports,
    queriesPerReport: 2,
    chartsPerQuery: 1,
  });

const REFUSAL = (status: number) => ({ status, json: { code: status, message: 'Expired token!' } });

/** The catalog without the port of the Mode that it came from, which charts' addresses and so their marks hold. */
const image = (scene: Scene): unknown =>
  JSON.parse(
    JSON.stringify(catalogImage(scene.openMetadata))
      .replaceAll(scene.mode.url, 'mode')
      .replace(/"sourceHash":"m1(.{8}).{22}"/g, '"sourceHash":"$1"'),
  );

async function expectRepair(scene: Scene, goal: unknown): Promise<void> {
  scene.openMetadata.clearFaults();
  assert.equal((await scene.run()).status, 'done');
  assert.deepEqual(image(scene), goal);
  scene.forget();
  assert.equal((await scene.run()).calls.writes, 0);
}

describe('a run that is stopped at its nth write tells what it did, and the next one does the rest', () => {
  for (const openMetadataVersion of ['1.10.0', '1.12.6']) {
    test(openMetadataVersion, async (context) => {
      const whole = await setScene(context, { workspace: world(), openMetadataVersion });
      const writes = (await whole.run()).calls.writes;
      const goal = image(whole);
      for (let nth = 1; nth < writes; nth += 4) {
        const scene = await setScene(context, { workspace: world(), openMetadataVersion });
        const workflow = await Workflow.create(scene.config, { env: scene.env });
        const stop = () => {
          workflow.stop();
          return false;
        };
        scene.openMetadata.addFault({ method: 'PUT', path: new Nth(nth, stop), does: REFUSAL(500) });
        const report = await workflow.execute();
        assert.equal(report.status, 'partial', `write ${nth}: ${report.verdict}`);
        assert.equal(report.exitCode, 4);
        for (const kind of ['chart', 'dashboard', 'dashboardDataModel'] as const) {
          const total = {
            chart: 'charts',
            dashboard: 'dashboards',
            dashboardDataModel: 'dataModels',
          } as const;
          assert.equal(
            report.totals[total[kind]].created,
            scene.openMetadata.store.all(kind).length,
            `${nth} ${kind}`,
          );
        }
        await expectRepair(scene, goal);
        await scene.close();
      }
    });
  }
});

test('a run that is stopped between the edges and the mark leaves no mark that vouches for edges of before', async (context) => {
  const scene = await setScene(context, { workspace: world() });
  await scene.run();
  const goal = image(scene);
  // Other prefixes: every table is another one, or none.
  const source = { lineageInformation: { dbServicePrefixes: ['no_such_service'] } };
  scene.openMetadata.addFault({ method: 'PUT', path: new Nth(2, () => true), does: REFUSAL(500) });
  const report = await scene.run('ingest', { source });
  assert.ok(report.totals.edges.deleted > 0);
  await expectRepair(scene, goal);
});

test('a run that is told to stop removes no edge any more, though it still writes', async (context) => {
  const scene = await setScene(context, { workspace: world(6) });
  await scene.run();
  const goal = image(scene);
  // Other prefixes: every table is another one, or none.
  const config = await configure(scene, { lineageInformation: { dbServicePrefixes: ['no_such_service'] } });
  scene.forget();
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort();
    return false;
  };
  scene.openMetadata.addFault({ method: 'DELETE', path: new Nth(3, stop), does: REFUSAL(500) });
  const { outcome, plan, status } = await run(config, {
    command: 'ingest',
    host: silentHost,
    env: scene.env,
    signal: stopping.signal,
    writeOnMs: 60_000,
    limits: DEFAULT_DELETION_LIMITS,
    detailedExitCode: false,
  });
  assert.equal(status, 'partial');
  const removals = scene.writes().filter((write) => write.startsWith('DELETE')).length;
  assert.ok(removals < 3 + CONCURRENCY, `${removals} removals`);
  assert.ok((plan?.edges.filter(({ action }) => action === 'remove').length ?? 0) > removals);
  assert.deepEqual(outcome?.failures, []);
  await expectRepair(scene, goal);
});

test('a token that is not taken any more ends the run, with exit code 3', async (context) => {
  for (const nth of [1, 2, 5, 8]) {
    const scene = await setScene(context, { workspace: world(6) });
    scene.openMetadata.addFault({ method: 'PUT', path: new Nth(nth, () => true), does: REFUSAL(401) });
    const report = await scene.run();
    assert.equal(report.exitCode, 3);
    assert.ok(report.calls.writes <= nth + CONCURRENCY, `${report.calls.writes} writes`);
    assert.ok(report.failures.length > 0);
    assert.equal(report.totals.edges.created, 0);
  }
});

test('without its service nothing is told as written', async (context) => {
  const scene = await setScene(context, { workspace: world() });
  scene.openMetadata.addFault({ method: 'PUT', path: /dashboardServices/, does: REFUSAL(403) });
  const report = await scene.run();
  assert.equal(report.exitCode, 3);
  assert.deepEqual([report.totals.dashboards.created, report.totals.edges.created], [0, 0]);
});

test('a token that may not delete deletes nothing, says so, and writes the rest', async (context) => {
  const scene = await setScene(context, { workspace: world() });
  await scene.run();
  const [first, second] = scene.mode.workspace.collections;
  first?.reports.pop();
  const [renamed] = second?.reports ?? [];
  assert.ok(renamed);
  renamed.name = 'Renamed';
  scene.openMetadata.addFault({ method: 'DELETE', path: /./, does: REFUSAL(403) });
  const report = await scene.run();
  assert.equal(report.exitCode, 3);
  assert.equal(report.totals.dashboards.changed, 1);
  assert.equal(report.totals.dashboards.deleted, 0);
});

test('a chart that is refused costs its dashboard its mark alone, since that vouches for the chart too', async (context) => {
  const scene = await setScene(context, { workspace: world() });
  scene.openMetadata.addFault({ method: 'PUT', path: /\/charts\/bulk$/, does: REFUSAL(400) });
  scene.openMetadata.addFault({ method: 'PUT', path: /\/charts$/, does: REFUSAL(400), times: 1 });
  const { failures } = await scene.run();
  assert.equal(failures.length, 1, JSON.stringify(failures));
  const dashboards = scene.openMetadata.store.all('dashboard').map(({ values }) => String(values.sourceHash));
  assert.equal(dashboards.filter((mark) => mark.startsWith('p1')).length, 1);
  assert.equal(dashboards.filter((mark) => mark.startsWith('m1')).length, dashboards.length - 1);
});

describe('what of the tables cannot be read makes the run partial, is named, and changes nothing', () => {
  for (const path of [/\/tables\/name/, /\/services\/databaseServices/]) {
    test(String(path), async (context) => {
      const scene = await setScene(context, { workspace: world() });
      await scene.run();
      scene.openMetadata.addFault({ method: 'GET', path, does: REFUSAL(500) });
      const report = await scene.run();
      assert.equal(report.status, 'partial');
      assert.equal(report.exitCode, 4);
      assert.match(report.incomplete.join('\n'), /of the catalog, for lineage/);
      assert.equal(report.calls.writes, 0);
    });
  }
  test('a deletion does not wait for it', async (context) => {
    const scene = await setScene(context, { workspace: world() });
    await scene.run();
    scene.mode.workspace.collections[0]?.reports.pop();
    scene.openMetadata.addFault({ method: 'GET', path: /\/tables\/name/, does: REFUSAL(500) });
    assert.equal((await scene.run()).totals.dashboards.deleted, 1);
  });
});
