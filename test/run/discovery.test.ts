import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { type Scene, setScene } from './scene.ts';

const withToken = (scene: Scene) => ({ MODE_DISCOVERY_TOKEN: scene.mode.discoveryToken });

const changesOf = ({ dashboards }: RunReport): readonly string[] => [
  ...new Set(
    dashboards
      .flatMap((dashboard) => [dashboard, ...dashboard.charts, ...dashboard.dataModels])
      .flatMap(({ kind, changes }) => changes.map(({ field }) => `${kind} ${field}`)),
  ),
];

test('Discovery ingests the whole sample in few calls, and writes nothing the second time', async (context) => {
  const scene = await setScene(context);
  const rest = await scene.run('plan');
  const source = { chartDetails: 'basic' };
  const env = withToken(scene);
  const first = await scene.run('ingest', { source, env });
  assert.equal(first.status, 'done');
  assert.ok(first.calls.mode < rest.calls.mode / 4, `${first.calls.mode} of ${rest.calls.mode}`);
  assert.equal(first.totals.dashboards.created, rest.totals.dashboards.created);
  assert.equal(first.totals.charts.created, rest.totals.charts.created);
  assert.equal(first.totals.dataModels.created, rest.totals.dataModels.created);
  const again = await scene.run('ingest', { source, env });
  assert.equal(again.calls.writes, 0);
});

test('with details Discovery wants what REST wants, edge for edge', async (context) => {
  const scene = await setScene(context);
  const rest = await scene.run('plan');
  const discovered = await scene.run('plan', { source: { chartDetails: 'full' }, env: withToken(scene) });
  assert.deepEqual(discovered.edges, rest.edges);
  assert.deepEqual(discovered.totals, rest.totals);
  assert.deepEqual(discovered.verdicts, rest.verdicts);
});

test('what Discovery does not tell stays in the catalog as REST has put it', async (context) => {
  const scene = await setScene(context);
  await scene.run();
  const source = { chartDetails: 'basic' };
  const env = withToken(scene);
  const plan = await scene.run('plan', { source, env });
  // The stand-in is not at the address that Mode's own links have.
  assert.deepEqual(changesOf(plan), ['dashboard sourceUrl']);
  assert.ok(plan.edges.every(({ action }) => action === 'unchanged'));
  await scene.run('ingest', { source, env });
  const back = await scene.run('plan');
  assert.deepEqual(changesOf(back), ['dashboard sourceUrl']);
  assert.ok(back.edges.every(({ action }) => action === 'unchanged'));
});

test('with a token that is refused the run goes on through REST and ends well', async (context) => {
  const scene = await setScene(context);
  scene.mode.discovery.inPlan = false;
  const report = await scene.run('ingest', { env: withToken(scene) });
  assert.equal(report.status, 'done');
  assert.match(report.notices.join('\n'), /Discovery is not to be had, .*403/);
  assert.ok(!JSON.stringify(report).includes('demo-access'));
});

test('a resource of Discovery that fails deletes nothing', async (context) => {
  const scene = await setScene(context);
  const env = withToken(scene);
  await scene.run('ingest', { env });
  for (const resource of ['reports', 'queries', 'charts']) {
    scene.mode.clearFaults();
    // REST would fill the gap, so it fails as well.
    scene.mode.addFault({ path: new RegExp(`^/batch/[^/]+/${resource}`), does: { status: 500 } });
    scene.mode.addFault({ path: new RegExp(`^/api/.*/${resource}(?:\\?|$)`), does: { status: 500 } });
    const report = await scene.run('ingest', { source: { modeRead: 'discovery' }, env });
    assert.equal(report.status, 'partial', resource);
    for (const kind of ['dashboards', 'charts', 'dataModels', 'edges'] as const)
      assert.equal(report.totals[kind].deleted, 0, `${resource}: ${kind}`);
  }
});

test('modeRead: discovery without a token is a mistake in the configuration; rest uses none', async (context) => {
  const scene = await setScene(context);
  await assert.rejects(
    scene.run('plan', { source: { modeRead: 'discovery' } }),
    /discoveryToken` has no value/,
  );
  await scene.run('plan', { source: { modeRead: 'rest' }, env: withToken(scene) });
  assert.ok(!scene.mode.requests.some(({ path }) => path.startsWith('/batch/')));
});

test('an incremental run through Discovery asks for the reports, and for children only of what was edited', async (context) => {
  const scene = await setScene(context);
  const env = withToken(scene);
  const source = { incremental: true };
  await scene.run('ingest', { source, env });
  scene.forget();
  const again = await scene.run('ingest', { source, env });
  const children = () =>
    scene.mode.requests.map(({ path }) => path).filter((path) => /\/(?:queries|charts)(?:\?|$)/.test(path));
  assert.equal(again.calls.writes, 0);
  const untold = scene.mode.workspace.collections
    .flatMap(({ reports }) => reports)
    .filter(({ editedAt, kind }) => editedAt === null && kind === 'report');
  // A report that was never edited has no row that could vouch for it.
  assert.equal(children().length > 0, untold.length > 0);

  scene.forget();
  const edited = scene.mode.workspace.collections[0]?.reports.find(({ editedAt }) => editedAt !== null);
  assert.ok(edited !== undefined);
  edited.editedAt = '2026-11-20T10:00:00.000Z';
  edited.name = 'Renamed since';
  const third = await scene.run('ingest', { source, env });
  assert.equal(third.status, 'done');
  assert.ok(children().length > 0);
  assert.equal(third.totals.dashboards.changed, 1);
  for (const kind of ['dashboards', 'charts', 'dataModels'] as const)
    assert.equal(third.totals[kind].deleted, 0);
});

test('views are counted through Discovery as through REST, from one list', async (context) => {
  const scene = await setScene(context);
  const source = { includeUsage: true };
  const rest = await scene.run('plan', { source });
  scene.forget();
  const discovered = await scene.run('plan', { source, env: withToken(scene) });
  assert.ok(rest.usage !== null);
  assert.deepEqual(discovered.usage, rest.usage);
  assert.equal(scene.mode.requests.filter(({ path }) => path.includes('report_stats')).length, 1);
});

test('stopped within Discovery a run is partial, asks REST for nothing in its place, and deletes nothing', async (context) => {
  const scene = await setScene(context);
  const env = withToken(scene);
  await scene.run('ingest', { env });
  scene.forget();
  scene.mode.workspace.collections[0]?.reports.pop();
  scene.mode.addFault({ path: /^\/batch\/[^/]+\/queries/, does: 'hang' });
  const begins = (workflow: { stop(): void }) => void setTimeout(() => workflow.stop(), 1_500);
  const report = await scene.run('ingest', { env, begins });
  assert.equal(report.status, 'partial');
  const asked = scene.mode.requests.map(({ path }) => path);
  assert.deepEqual(
    asked.filter((path) => /^\/api\/.*\/queries$/.test(path)),
    [],
  );
  for (const kind of ['dashboards', 'charts', 'dataModels', 'edges'] as const)
    assert.equal(report.totals[kind].deleted, 0);
});
