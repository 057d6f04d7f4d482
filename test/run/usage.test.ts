import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DemoReport, ModeData } from '../../src/demo/mode/mode-data.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { CONCURRENCY } from '../../src/openmetadata/concurrency.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { Workflow } from '../../src/workflow.ts';
import { type Scene, setScene } from './scene.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 24, 12);

const world = (): ModeData =>
  generateWorkspace({ collections: 1, reportsPerCollection: 3, queriesPerReport: 1, chartsPerQuery: 1 });

/** A scene whose days pass as told. */
async function counted(context: Parameters<typeof setScene>[0], version?: string) {
  const scene = await setScene(context, {
    workspace: world(),
    ...(version === undefined ? {} : { openMetadataVersion: version }),
  });
  const [first, second, third] = scene.mode.workspace.collections.flatMap((collection) => collection.reports);
  assert.ok(first && second && third);
  const reports = [first, second, third] as const;
  for (const [index, report] of reports.entries()) report.viewCount = 100 * (index + 1);
  let now = NOON;
  return {
    scene,
    reports,
    later: (days: number) => {
      now += days * DAY;
    },
    run: (command: 'plan' | 'ingest' = 'ingest', includeUsage = true): Promise<RunReport> => {
      scene.forget();
      return runOnce(scene, command, includeUsage, now);
    },
  };
}

async function runOnce(scene: Scene, command: 'plan' | 'ingest', includeUsage: boolean, now: number) {
  const { sourceConfig, ...source } = scene.config.source;
  const config = {
    ...scene.config,
    source: { ...source, sourceConfig: { config: { ...sourceConfig.config, includeUsage } } },
  };
  const requests = { timeoutMs: 400, budgetMs: 3_000, attempts: 2 };
  const workflow = await Workflow.create(config, { command, env: scene.env, now: () => now, requests });
  return workflow.execute();
}

/** All that is recorded of a report, day by day. */
const recorded = (scene: Scene, { token }: DemoReport) =>
  Object.fromEntries(scene.openMetadata.store.byFqn('dashboard', `mode_demo.${token}`)?.usage ?? []);

const bodies = (scene: Scene) =>
  scene.openMetadata.requests
    .filter(({ path }) => path.startsWith('/api/v1/usage/'))
    .map(({ method, path, body }) => ({ method, path, body }));

for (const version of ['1.4.0', '1.12.6', '2.1.0']) {
  test(`${version}: counters become the views of days, and the same twice writes nothing`, async (context) => {
    const { scene, reports, later, run } = await counted(context, version);
    const [first, second, third] = reports;
    const begin = await run();
    assert.equal(begin.status, 'done');
    assert.deepEqual(bodies(scene), [], 'views of years are not of today');
    assert.equal((await run()).calls.writes, 0);

    first.viewCount += 7;
    second.viewCount += 2;
    const counts = await run();
    assert.deepEqual(
      scene.writes().toSorted(),
      [
        `POST /usage/dashboard/name/mode_demo.${first.token}`,
        `POST /usage/dashboard/name/mode_demo.${second.token}`,
      ].toSorted(),
    );
    assert.deepEqual(
      bodies(scene)
        .map(({ body }) => body)
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      [
        { date: '2026-11-24', count: 2 },
        { date: '2026-11-24', count: 7 },
      ],
    );
    assert.deepEqual([counts.usage?.dashboards, counts.usage?.views], [2, 9]);
    assert.match(counts.verdict, /recorded 9 views/i);
    assert.equal((await run()).calls.writes, 0);

    first.viewCount += 3;
    await run();
    assert.deepEqual(recorded(scene, first), { '2026-11-24': 10 });

    later(1);
    assert.equal((await run()).calls.writes, 0, 'a new day without views');
    first.viewCount += 4;
    await run();
    assert.deepEqual(
      scene.writes().map((write) => write.split('/')[1]),
      ['dashboards', 'usage'],
    );
    assert.match(scene.writes()[0] ?? '', /^PATCH /);
    assert.equal((await run()).calls.writes, 0);

    later(3);
    first.viewCount += 1;
    third.viewCount += 5;
    await run();
    assert.deepEqual(recorded(scene, first), { '2026-11-24': 10, '2026-11-25': 4, '2026-11-28': 1 });
    assert.deepEqual(recorded(scene, second), { '2026-11-24': 2 });
    assert.deepEqual(recorded(scene, third), { '2026-11-28': 5 });
    assert.equal((await run()).calls.writes, 0);
  });
}

test('1.3.0 has no memory: nothing is counted, and the report says so', async (context) => {
  const { scene, reports, run } = await counted(context, '1.3.0');
  await run();
  reports[0].viewCount += 7;
  const report = await run();
  assert.deepEqual(bodies(scene), []);
  assert.match(report.usage?.off ?? '', /before 1\.4/);
});

test('a plan tells the counts and writes nothing; without includeUsage nothing is asked', async (context) => {
  const { scene, reports, run } = await counted(context);
  await run();
  reports[0].viewCount += 7;
  const plan = await run('plan');
  assert.equal(plan.calls.writes, 0);
  assert.deepEqual(plan.usage, {
    date: '2026-11-24',
    dashboards: 1,
    views: 7,
    noted: 0,
    failed: 0,
    off: null,
    counts: [{ fqn: `mode_demo.${reports[0].token}`, name: reports[0].name, views: 7, failed: false }],
  });
  const without = await run('ingest', false);
  assert.equal(without.usage, null);
  assert.equal(without.calls.writes, 0);
  assert.ok(scene.openMetadata.requests.every(({ path }) => !path.includes('usageSummary')));
});

test('a report made today is counted from its first view, in the run that creates its dashboard', async (context) => {
  const { scene, reports, run } = await counted(context);
  await run();
  const made = {
    ...reports[0],
    token: 'newreport001',
    name: 'New',
    viewCount: 6,
    queries: [],
    createdAt: new Date(NOON - 60_000).toISOString(),
  };
  scene.mode.workspace.collections[0]?.reports.push(made);
  const report = await run();
  assert.equal(report.status, 'done');
  assert.deepEqual(recorded(scene, made), { '2026-11-24': 6 });
  assert.equal((await run()).calls.writes, 0);
});

test('what changes and what is viewed in the same run is written once each', async (context) => {
  const { scene, reports, later, run } = await counted(context);
  await run();
  const [first] = reports;
  first.viewCount += 7;
  await run();
  later(1);
  first.viewCount += 2;
  first.name = 'Renamed';
  await run();
  assert.deepEqual(scene.writes(), [
    'PUT /dashboards',
    `POST /usage/dashboard/name/mode_demo.${first.token}`,
  ]);
  assert.deepEqual(recorded(scene, first), { '2026-11-24': 7, '2026-11-25': 2 });
  assert.equal((await run()).calls.writes, 0);
});

describe('a failure is recorded and made up by the next run', () => {
  for (const [what, method, path] of [
    ['the memory', 'PATCH', /\/dashboards\//],
    ['the count', 'POST', /\/usage\//],
  ] as const)
    test(`of ${what}`, async (context) => {
      const { scene, reports, later, run } = await counted(context);
      await run();
      const [first, second] = reports;
      first.viewCount += 7;
      await run();
      later(1);
      first.viewCount += 2;
      second.viewCount += 1;
      scene.openMetadata.addFault({
        method,
        path,
        does: { status: 500, json: { code: 500, message: 'Oops' } },
      });
      const report = await run();
      assert.equal(report.status, 'partial');
      assert.equal(report.exitCode, 4);
      assert.ok(report.failures.every(({ key }) => key.startsWith('usage:')));
      assert.ok((report.usage?.failed ?? 0) > 0);
      assert.equal(report.error, null);
      scene.openMetadata.clearFaults();
      assert.equal((await run()).status, 'done');
      assert.deepEqual(recorded(scene, first), { '2026-11-24': 7, '2026-11-25': 2 });
      assert.deepEqual(recorded(scene, second), { '2026-11-25': 1 });
      assert.equal((await run()).calls.writes, 0);
    });

  test('what the token may not do is not tried for every dashboard, and is no matter of credentials', async (context) => {
    const scene = await setScene(context, {
      workspace: generateWorkspace({
        collections: 1,
        reportsPerCollection: 40,
        queriesPerReport: 0,
        chartsPerQuery: 0,
      }),
    });
    await runOnce(scene, 'ingest', true, NOON);
    for (const { reports } of scene.mode.workspace.collections)
      for (const report of reports) report.viewCount += 1;
    scene.openMetadata.addFault({
      method: 'POST',
      path: /\/usage\//,
      does: { status: 403, json: { code: 403, message: 'EditUsage not allowed' } },
    });
    scene.forget();
    const report = await runOnce(scene, 'ingest', true, NOON);
    assert.equal(report.exitCode, 4);
    assert.equal(report.status, 'partial');
    assert.equal(report.usage?.failed, 40);
    // Those that were under way together; the first refusal ends it.
    assert.ok(bodies(scene).length <= CONCURRENCY, `${bodies(scene).length} tries`);
  });
});

test('usage is written after the marks and before the deletions', async (context) => {
  const { scene, reports, run } = await counted(context);
  await run();
  reports[0].viewCount += 1;
  reports[1].name = 'Renamed';
  scene.mode.workspace.collections[0]?.reports.pop();
  await run();
  const [put, count, ...rest] = scene.writes();
  assert.equal(put, 'PUT /dashboards');
  assert.match(count ?? '', /^POST \/usage\//);
  assert.ok(rest.length > 0);
  assert.ok(
    rest.every((write) => write.startsWith('DELETE')),
    rest.join(),
  );
});

test('a dashboard that is filtered out is not counted, and is made up when it is back', async (context) => {
  const { scene, reports, run } = await counted(context);
  await run();
  reports[0].viewCount += 5;
  scene.forget();
  await scene.run('ingest', { source: { dashboardFilterPattern: { includes: ['No such report'] } } });
  assert.deepEqual(bodies(scene), []);
  await run();
  assert.deepEqual(recorded(scene, reports[0]), { '2026-11-24': 5 });
});
