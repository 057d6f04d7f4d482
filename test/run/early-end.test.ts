import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { startDemo } from '../../src/demo/start-demo.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { Workflow } from '../../src/workflow.ts';
import { slowLane } from './slow-lane.ts';

/** More reports than are read at once: some are whole before others are begun. */
const world = () =>
  generateWorkspace({ collections: 2, reportsPerCollection: 20, queriesPerReport: 2, chartsPerQuery: 1 });

/** Milliseconds that requests take longer: to Mode, and to OpenMetadata. */
interface Slowness {
  mode?: number;
  reads?: number;
  writes?: number;
}

/** A pair of servers, the workflow YAML of a way to them that is slow, and what is in the catalog apart from addresses and their marks. */
async function slowScene(context: TestContext, slow: Slowness) {
  const demo = await startDemo({ workspace: world() });
  context.after(() => demo.close());
  const mode = await slowLane(context, demo.mode, () => slow.mode ?? 0);
  const openMetadata = await slowLane(
    context,
    demo.openMetadata,
    (method) => (method === 'GET' ? slow.reads : slow.writes) ?? 0,
  );
  const text = JSON.stringify(demo.config)
    .replaceAll(demo.mode.url, mode)
    .replaceAll(demo.openMetadata.url, openMetadata);
  const workflow = (timeBudget: number | null = null, command: 'plan' | 'ingest' = 'ingest') => {
    const config = JSON.parse(text) as typeof demo.config & { workflowConfig: { config?: unknown } };
    if (timeBudget !== null) config.workflowConfig.config = { timeBudget };
    return Workflow.create(config, { env: demo.env, command });
  };
  const run = async (timeBudget: number | null = null): Promise<RunReport> =>
    (await workflow(timeBudget)).execute();
  const image = (): unknown =>
    JSON.parse(
      JSON.stringify(catalogImage(demo.openMetadata))
        .replaceAll(mode, 'mode')
        .replace(/"sourceHash":"(..)[^"]*"/g, '"sourceHash":"$1"'),
    );
  const hurry = () => Object.assign(slow, { mode: 0, reads: 0, writes: 0 });
  return { ...demo, workflow, run, image, hurry };
}

const deletions = ({ openMetadata }: Awaited<ReturnType<typeof slowScene>>) =>
  openMetadata.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path);

async function wholeImage(context: TestContext): Promise<unknown> {
  const scene = await slowScene(context, {});
  assert.equal((await scene.run()).status, 'done');
  return scene.image();
}

describe('a time budget that is too small', () => {
  test('stops the reading, writes whole reports only, deletes nothing; the next run ends in the catalog of one run', async (context) => {
    const goal = await wholeImage(context);
    const scene = await slowScene(context, { mode: 400 });
    const from = Date.now();
    const report = await scene.run(6 / 60);
    const took = Date.now() - from;
    assert.ok(took >= 3_900 && took < 9_000, `${took} ms`);
    assert.deepEqual([report.status, report.exitCode], ['partial', 4]);
    assert.deepEqual(report.failures, []);
    assert.equal(report.guard?.state, 'clear');
    assert.match(report.verdict, /\d reports not reached within the time budget/);
    assert.match(
      report.incomplete.join('\n'),
      /queries and charts of \d+ of 40 reports: not reached within the time budget/,
    );
    const late = report.skipped.filter(({ why }) => why === 'not reached within the time budget');
    assert.ok(late.length > 0 && late.length < 40, `${late.length} of 40`);
    // Those that are there are there in full.
    const written = scene.openMetadata.store.all('dashboard');
    assert.equal(written.length + late.length, 40);
    assert.equal(report.totals.dashboards.created, written.length);
    assert.equal(scene.openMetadata.store.all('chart').length, 2 * written.length);
    assert.equal(scene.openMetadata.store.all('dashboardDataModel').length, 2 * written.length);
    for (const { values } of written) assert.match(String(values.sourceHash), /^m1/);

    scene.hurry();
    scene.mode.forget();
    assert.equal((await scene.run()).totals.dashboards.created, late.length);
    // It goes on where the first one ended: what was not reached is read before what was.
    const asked = scene.mode.requests.flatMap(
      ({ path }) => /\/reports\/(\w+)\/queries$/.exec(path)?.[1] ?? [],
    );
    const known = new Set(written.map(({ values }) => String(values.name)));
    assert.deepEqual(
      asked.slice(0, late.length).filter((token) => known.has(token)),
      [],
    );
    assert.deepEqual(scene.image(), goal);
    assert.deepEqual(deletions(scene), []);
    scene.openMetadata.forget();
    assert.equal((await scene.run()).calls.writes, 0);
  });

  test('leaves what the catalog has of a report that was not reached as it is, and deletes nothing that is gone', async (context) => {
    const slow = { mode: 0 };
    const scene = await slowScene(context, slow);
    await scene.run();
    slow.mode = 400;
    const [first] = scene.mode.workspace.collections;
    first?.reports.shift();
    const reports = scene.mode.workspace.collections.flatMap((collection) => collection.reports);
    reports.at(-1)?.queries.pop();
    for (const report of reports) report.name = `Renamed ${report.token}`;
    scene.openMetadata.forget();
    const report = await scene.run(6 / 60);
    assert.equal(report.exitCode, 4);
    assert.equal(report.guard?.state, 'off');
    assert.deepEqual(deletions(scene), []);
    assert.equal(
      report.totals.dashboards.deleted + report.totals.charts.deleted + report.totals.dataModels.deleted,
      0,
    );
    const late = report.skipped.filter(({ why }) => why === 'not reached within the time budget');
    const names = scene.openMetadata.store.all('dashboard').map(({ values }) => String(values.displayName));
    // The one that is gone keeps its name too.
    assert.equal(names.filter((name) => !name.startsWith('Renamed')).length, late.length + 1);
    scene.hurry();
    assert.equal((await scene.run()).totals.dashboards.deleted, 1);
  });

  test('begins no request after its end; what is under way is finished and told', async (context) => {
    const goal = await wholeImage(context);
    const scene = await slowScene(context, { writes: 600 });
    const from = Date.now();
    const workflow = await scene.workflow(5 / 60);
    const report = await workflow.execute();
    assert.ok(Date.now() - from < 8_000, `${Date.now() - from} ms`);
    assert.equal(report.exitCode, 4);
    assert.match(report.incomplete.join('\n'), /The time budget ran out: \d+ steps of the plan not applied/);
    assert.equal(report.totals.dashboards.created, scene.openMetadata.store.all('dashboard').length);
    scene.hurry();
    await scene.run();
    assert.deepEqual(scene.image(), goal);
  });

  test('ends a run that has not yet read the catalog, and says so', async (context) => {
    const scene = await slowScene(context, { reads: 400 });
    const report = await scene.run(0.5 / 60);
    assert.deepEqual([report.status, report.exitCode, report.error?.code], ['partial', 4, 'stopped']);
    assert.match(report.verdict, /^The run ended before anything was written: the time budget ran out/i);
  });
});

test('a time budget that is large enough changes nothing', async (context) => {
  const scene = await slowScene(context, {});
  const report = await scene.run(5);
  assert.equal(report.status, 'done');
  assert.deepEqual(scene.image(), await wholeImage(context));
});

test('stop() while Mode is read: nothing is begun any more, and the run is partial', async (context) => {
  const scene = await slowScene(context, { mode: 50 });
  const workflow = await scene.workflow();
  setTimeout(() => workflow.stop(), 300);
  const report = await workflow.execute();
  assert.deepEqual([report.status, report.exitCode], ['partial', 4]);
  assert.equal(report.calls.writes, 0);
});
