import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { describe, type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import { isInShard } from '../../src/config/is-in-shard.ts';
import { type Shard, shardText } from '../../src/config/shard.ts';
import type { DemoReport, ModeData } from '../../src/demo/mode/mode-data.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { runChild } from '../contract/child.ts';
import { restMinimum } from './expected-calls.ts';
import { living } from './living.ts';
import { type Scene, setScene } from './scene.ts';

const SHARDS: readonly Shard[] = [1, 2, 3].map((index) => ({ index, count: 3 }));
const TEXTS = SHARDS.map(shardText);

/** Eight collections of four reports; one is a dataset, which a report of each shard imports. */
function world(): ModeData {
  const workspace = generateWorkspace({
    collections: 8,
    reportsPerCollection: 4,
    queriesPerReport: 2,
    chartsPerQuery: 1,
  });
  const dataset = datasetOf(workspace);
  dataset.kind = 'dataset';
  for (const query of dataset.queries) query.charts = [];
  for (const shard of SHARDS) firstReportOf(workspace, shard).imports = [dataset.token];
  return workspace;
}

function datasetOf({ collections }: ModeData): DemoReport {
  const dataset = collections[3]?.reports[2];
  assert.ok(dataset);
  return dataset;
}

function firstReportOf({ collections }: ModeData, shard: Shard): DemoReport {
  const report = collections.find(({ token }) => isInShard(token, shard))?.reports[0];
  assert.ok(report, `a collection for shard ${shardText(shard)}`);
  return report;
}

/** What people did since: reports that are gone, moved, edited and new. */
function change(workspace: ModeData): void {
  const [first, second, third, fourth] = workspace.collections;
  assert.ok(first && second && third && fourth);
  first.reports.splice(1, 1);
  const moved = second.reports.pop();
  assert.ok(moved);
  edit(moved);
  first.reports.push(moved);
  const shrunk = third.reports[1];
  assert.ok(shrunk);
  shrunk.queries.pop();
  edit(shrunk);
  const renamed = fourth.reports[0];
  assert.ok(renamed);
  renamed.name = 'Renamed';
  edit(renamed);
  fourth.reports.push({ ...renamed, token: 'new000000001', queries: [] });
}

function edit(report: DemoReport): void {
  report.editedAt = new Date(Date.parse(report.editedAt ?? '2026-01-01') + 60_000).toISOString();
}

/** Deletions of entities; those of edges are not meant. */
const deletions = (scene: Scene): readonly string[] =>
  scene.writes().filter((write) => /^DELETE \/(?!lineage)/.test(write));

/** Tokens of the reports whose queries were asked for. */
const readReports = ({ mode }: Scene): ReadonlySet<string> =>
  new Set(mode.requests.flatMap(({ path }) => /\/reports\/([^/]+)\/queries$/.exec(path)?.[1] ?? []));

async function anew(context: TestContext, workspace: ModeData): Promise<unknown> {
  const scene = await setScene(context, { workspace });
  assert.equal((await scene.run()).status, 'done');
  return living(scene);
}

/** The shards, all at the same time. */
async function ingestShards(scene: Scene, shards: readonly string[] = TEXTS, incremental = false) {
  const source = { incremental };
  const reports = await Promise.all(shards.map((shard) => scene.run('ingest', { shard, source })));
  for (const report of reports) assert.equal(report.status, 'done', report.verdict);
  return reports;
}

test('shards as processes of their own, each with its own key, and a sweep end in the catalog of one run', async (context) => {
  const workspace = world();
  const scene = await setScene(context, { workspace });
  const folder = mkdtempSync(join(tmpdir(), 'shards-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'mode.yml');
  writeFileSync(file, stringify(scene.config));
  for (const { index } of SHARDS) scene.mode.otherKeys.set(`key-${index}`, `secret-of-key-${index}`);
  const script = async (args: readonly string[], key: Readonly<Record<string, string>> = {}) => {
    const ended = await runChild(process.execPath, [resolve('build/src/script.js'), ...args, file], {
      env: { ...scene.env, ...key },
      cwd: folder,
    });
    assert.equal(ended.code, 0, ended.output);
    return ended;
  };
  const ingest = () =>
    Promise.all(
      SHARDS.map((shard) =>
        script(['ingest', '--shard', shardText(shard)], {
          MODE_ACCESS_TOKEN: `key-${shard.index}`,
          MODE_ACCESS_TOKEN_PASSWORD: `secret-of-key-${shard.index}`,
        }),
      ),
    );

  const [first] = await ingest();
  assert.match(first?.stdout ?? '', /Shard 1 of 3: the reports and datasets of 1 of 8 collections/);
  const keys = new Set(scene.mode.requests.map(({ headers }) => headers.authorization));
  assert.equal(keys.size, SHARDS.length);
  scene.forget();
  await script(['sweep']);
  // For a dataset that is new no shard vouches.
  const { token } = datasetOf(workspace);
  assert.deepEqual(
    [...readReports(scene)].filter((report) => report !== token),
    [],
    'there was nothing left to read',
  );
  assert.ok(scene.writes().every((write) => /datamodels|lineage/.test(write)));
  assert.deepEqual(living(scene), await anew(context, workspace));

  change(workspace);
  scene.forget();
  await ingest();
  assert.deepEqual(deletions(scene), []);
  scene.forget();
  await script(['sweep']);
  assert.ok(deletions(scene).length > 0);
  assert.deepEqual(living(scene), await anew(context, workspace));
});

describe('shards', () => {
  test('delete nothing; the sweep does, and reads no report for it', async (context) => {
    const workspace = world();
    const scene = await setScene(context, { workspace });
    await scene.run();
    change(workspace);
    scene.forget();
    const reports = await ingestShards(scene, TEXTS, true);
    assert.deepEqual(deletions(scene), []);
    for (const { totals, guard } of reports) {
      const { dashboards, charts, dataModels } = totals;
      assert.equal(dashboards.deleted + charts.deleted + dataModels.deleted, 0);
      assert.equal(dashboards.kept + charts.kept + dataModels.kept, 0);
      assert.deepEqual(guard, { state: 'clear', reasons: [], deletions: 0 });
    }
    scene.forget();
    const swept = await scene.run('sweep');
    assert.equal(swept.status, 'done', swept.verdict);
    assert.equal(swept.command, 'sweep');
    assert.deepEqual(readReports(scene), new Set());
    assert.equal(swept.totals.dashboards.deleted, 1);
    // With the report its two, and the one whose query is gone.
    assert.equal(swept.totals.dataModels.deleted, 3);
    assert.equal(swept.totals.charts.deleted, 3);
    assert.deepEqual(living(scene), await anew(context, workspace));
  });

  test('leave all guards to the sweep', async (context) => {
    const workspace = world();
    const scene = await setScene(context, { workspace });
    await scene.run();
    for (const collection of workspace.collections) collection.reports.splice(1, 2);
    await ingestShards(scene);
    scene.forget();
    const swept = await scene.run('sweep');
    assert.equal(swept.status, 'guarded', swept.verdict);
    assert.deepEqual(deletions(scene), []);
  });

  test('that failed are mended by the sweep, which reads only what they left', async (context) => {
    const workspace = world();
    const scene = await setScene(context, { workspace });
    // One is well, one cannot read its charts, one never starts.
    await ingestShards(scene, ['3/3']);
    scene.mode.addFault({ path: /\/charts$/, does: { status: 403, json: { id: 'forbidden' } }, times: 3 });
    assert.equal((await scene.run('ingest', { shard: '2/3' })).status, 'partial');
    scene.mode.clearFaults();
    scene.forget();
    const swept = await scene.run('sweep');
    assert.equal(swept.status, 'done', swept.verdict);
    const read = readReports(scene);
    for (const { token, reports } of workspace.collections) {
      const tokens = reports.filter(({ kind }) => kind === 'report').map((report) => report.token);
      if (isInShard(token, { index: 3, count: 3 })) assert.ok(tokens.every((report) => !read.has(report)));
      if (isInShard(token, { index: 1, count: 3 })) assert.ok(tokens.every((report) => read.has(report)));
    }
    // A collection of four, the three whose charts were refused, and the dataset, which no shard vouches for.
    assert.equal(read.size, 4 + 3 + 1);
    assert.deepEqual(living(scene), await anew(context, workspace));
  });

  test('draw the lineage from a dataset of another shard, whichever is first', async (context) => {
    const workspace = world();
    const { token } = datasetOf(workspace);
    const owner = SHARDS.find((shard) => isInShard(workspace.collections[3]?.token ?? '', shard));
    const others = SHARDS.filter((shard) => shard !== owner);
    assert.equal(others.length, 2);
    const scene = await setScene(context, { workspace });
    const edges = (test: (edge: { from: string; to: string }) => boolean) =>
      (living(scene) as { edges: { from: string; to: string }[] }).edges.filter(test);
    const importing = ({ from }: { from: string }) => from.includes(token);
    const tables = ({ to }: { to: string }) => to.includes(token);

    await ingestShards(scene, others.map(shardText));
    assert.equal(edges(importing).length, 2 * 2);
    assert.equal(edges(tables).length, 0, 'its own lineage is for the shard that keeps it');
    await ingestShards(scene);
    assert.equal(edges(importing).length, 3 * 2);
    assert.ok(edges(tables).length > 0);
    assert.deepEqual(living(scene), await anew(context, workspace));
  });

  test('leave it to the sweep to lead a new query of a dataset to reports that nobody edited', async (context) => {
    const workspace = world();
    const scene = await setScene(context, { workspace });
    await scene.run();
    const dataset = datasetOf(workspace);
    const [query] = dataset.queries;
    assert.ok(query);
    dataset.queries.push({ ...query, token: 'added0000001' });
    edit(dataset);
    // The one that keeps the dataset comes first: the others then find it as Mode has it.
    const keeper = (shard: Shard) => isInShard(workspace.collections[3]?.token ?? '', shard);
    for (const shard of [...SHARDS].sort((one, other) => Number(keeper(other)) - Number(keeper(one))))
      await ingestShards(scene, [shardText(shard)], true);
    scene.forget();
    assert.equal((await scene.run('sweep')).status, 'done');
    assert.deepEqual(readReports(scene), new Set([dataset.token]));
    assert.deepEqual(living(scene), await anew(context, workspace));
  });

  test('write nothing the second time', async (context) => {
    const scene = await setScene(context, { workspace: world() });
    await ingestShards(scene);
    await scene.run('sweep');
    scene.forget();
    const reports = [...(await ingestShards(scene)), await scene.run('sweep')];
    assert.deepEqual(scene.writes(), []);
    assert.ok(reports.every(({ calls }) => calls.writes === 0));
  });

  test('cost their share of requests', async (context) => {
    const workspace = world();
    const scene = await setScene(context, { workspace, requests: {} });
    for (const shard of SHARDS) {
      const { calls } = await scene.run('plan', { shard: shardText(shard) });
      const others = workspace.collections.filter(({ token }) => !isInShard(token, shard));
      const own = {
        ...workspace,
        collections: workspace.collections.map((collection) => ({
          ...collection,
          reports: collection.reports.filter(
            ({ kind }) => kind === 'dataset' || isInShard(collection.token, shard),
          ),
        })),
      };
      // A list that is not asked for costs nothing, an empty one a request; the list of importers has news, and so a second page.
      assert.equal(calls.mode, restMinimum(own) - others.length + 1);
    }
  });

  test('without a collection of their own are no sign of too little access', async (context) => {
    const workspace = world();
    const scene = await setScene(context, { workspace });
    const shard = Array.from({ length: 100 }, (_, index) => ({ index: index + 1, count: 100 })).find(
      (one) => !workspace.collections.some(({ token }) => isInShard(token, one)),
    );
    assert.ok(shard);
    assert.equal((await scene.run('ingest', { shard: shardText(shard) })).status, 'done');
    workspace.collections = [];
    assert.equal((await scene.run('ingest', { shard: shardText(shard) })).status, 'empty');
  });

  test('are refused when there is none such, or for a sweep', async (context) => {
    const scene = await setScene(context);
    await assert.rejects(scene.run('ingest', { shard: '5/4' }), { code: 'option', exitCode: 2 });
    await assert.rejects(scene.run('sweep', { shard: '1/4' }), { code: 'option', exitCode: 2 });
  });
});

test('a sweep of a server that keeps no marks reads everything, and says so', async (context) => {
  const workspace = world();
  const scene = await setScene(context, { workspace, openMetadataVersion: '1.3.2' });
  await ingestShards(scene);
  scene.forget();
  assert.equal((await scene.run('sweep')).status, 'done');
  assert.equal(readReports(scene).size, 32);
  assert.deepEqual(scene.writes(), []);
});
