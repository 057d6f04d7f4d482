import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import type { RecordedRequest } from '../../src/demo/stand-in-server.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { slowLane } from '../run/slow-lane.ts';
import { type Ended, runChild } from './child.ts';
import { runStep } from './runner.ts';
import { RUNTIMES } from './runtimes.ts';
import { setScene } from './scene.ts';

const SCRIPT = resolve('dist/mode-ingest.mjs');
const [node] = RUNTIMES;
assert.ok(node);
const { path: NODE } = node;

/** The sample company, by ways that take so many milliseconds longer: to Mode, and to OpenMetadata for what writes. */
async function slowScene(context: TestContext, slow: { mode: number; writes: number }) {
  const scene = await setScene(context);
  const mode = await slowLane(context, scene.mode, () => slow.mode);
  const openMetadata = await slowLane(context, scene.openMetadata, (method) =>
    method === 'GET' ? 0 : slow.writes,
  );
  const server = scene.config.workflowConfig.openMetadataServerConfig;
  scene.configure({
    mode: { hostPort: mode },
    workflow: { openMetadataServerConfig: { ...server, hostPort: openMetadata } },
  });
  return {
    ...scene,
    run: (
      args: readonly string[],
      onStart?: (kill: (signal: NodeJS.Signals) => void) => void,
    ): Promise<Ended> =>
      runChild(NODE, [SCRIPT, ...args, scene.file], {
        env: scene.env,
        cwd: scene.folder,
        ...(onStart === undefined ? {} : { onStart }),
      }),
    /** The catalog apart from addresses, and from the marks that hold them. */
    image: (): unknown =>
      JSON.parse(
        JSON.stringify(catalogImage(scene.openMetadata))
          .replaceAll(mode, 'mode')
          .replace(/"sourceHash":"(..)[^"]*"/g, '"sourceHash":"$1"'),
      ),
    /** Of assets: a run that goes on may find an edge that nothing reads any more. */
    deletions: () =>
      scene.openMetadata.requests
        .filter(({ method, path }) => method === 'DELETE' && !path.includes('/lineage/'))
        .map(({ path }) => path),
  };
}
/** Five seconds, and twice what this machine takes at the moment to do nothing: it may have much else to do. */
async function fiveSeconds(): Promise<number> {
  const from = Date.now();
  await runChild(NODE, [SCRIPT, '--version']);
  return 5_000 + 2 * (Date.now() - from);
}

type SlowScene = Awaited<ReturnType<typeof slowScene>>;

/** Sends the signals, half a second apart, once a server was asked for so many things; tells when the first was sent. */
function killAt(
  requests: readonly RecordedRequest[],
  asked: { readonly path: RegExp; readonly count: number; readonly method?: string },
  ...signals: readonly NodeJS.Signals[]
) {
  const told = { at: 0 };
  const isAsked = ({ method, path }: RecordedRequest) =>
    (asked.method === undefined || method === asked.method) && asked.path.test(path);
  const onStart = async (kill: (signal: NodeJS.Signals) => void) => {
    for (let waits = 0; waits < 3_000 && requests.filter(isAsked).length < asked.count; waits += 1)
      await delay(10);
    told.at = Date.now();
    for (const signal of signals) {
      kill(signal);
      await delay(500);
    }
  };
  return { told, onStart: (kill: (signal: NodeJS.Signals) => void) => void onStart(kill) };
}

async function wholeImage(context: TestContext): Promise<unknown> {
  const scene = await slowScene(context, { mode: 0, writes: 0 });
  assert.equal((await scene.run(['ingest'])).code, 0);
  return scene.image();
}

/** What was written is whole, and the next run does the rest and no more. */
async function expectRest(scene: SlowScene, goal: unknown): Promise<void> {
  for (const { values } of scene.openMetadata.store.all('chart')) assert.ok(values.sourceUrl);
  const rest = await scene.run(['ingest', '--json']);
  assert.equal(rest.code, 0, rest.output);
  assert.deepEqual(scene.image(), goal);
  assert.deepEqual(scene.deletions(), []);
  const again = await scene.run(['ingest', '--json']);
  assert.equal((JSON.parse(again.stdout) as RunReport).calls.writes, 0);
}

describe('a signal ends the script in good order within five seconds, and the next run does the rest', () => {
  const CASES = [
    { signal: 'SIGTERM', where: 'reading Mode', slow: { mode: 400, writes: 0 } },
    { signal: 'SIGINT', where: 'writing the catalog', slow: { mode: 0, writes: 500 } },
  ] as const;
  for (const { signal, where, slow } of CASES) {
    test(`${signal} while ${where}`, async (context) => {
      const goal = await wholeImage(context);
      const pace = { ...slow };
      const scene = await slowScene(context, pace);
      const isReading = slow.mode > 0;
      const { told: killed, onStart } = isReading
        ? killAt(scene.mode.requests, { path: /\/charts/, count: 40 }, signal)
        : killAt(scene.openMetadata.requests, { method: 'PUT', path: /\/lineage/, count: 5 }, signal);
      const files = ['--report', join(scene.folder, 'r.json'), '--summary', join(scene.folder, 's.md')];
      const ended = await scene.run(['ingest', '--json', ...files], onStart);
      const took = Date.now() - killed.at;
      assert.ok(took < (await fiveSeconds()), `${took} ms`);
      assert.equal(ended.code, 4, ended.output);
      const report = JSON.parse(ended.stdout) as RunReport;
      assert.equal(report.status, 'partial');
      // A run that did not come to writing in so little time says so.
      const told = report.error === null ? report.incomplete.join('\n') : report.error.message;
      assert.match(told, isReading ? /the run was told to stop/i : /told to stop: \d+ steps/);
      assert.deepEqual(report.failures, []);
      assert.ok(report.totals.dashboards.created > 0, ended.stderr);
      assert.equal(report.totals.dashboards.created, scene.openMetadata.store.all('dashboard').length);
      assert.equal(readFileSync(files[1] ?? '', 'utf8'), ended.stdout);
      assert.match(readFileSync(files[3] ?? '', 'utf8'), /told to stop/);
      assert.match(ended.stderr, new RegExp(`${signal}: no more is read`));
      Object.assign(pace, { mode: 0, writes: 0 });
      await expectRest(scene, goal);
    });
  }

  test('a second one ends it at once', async (context) => {
    const scene = await slowScene(context, { mode: 0, writes: 20_000 });
    const asked = { method: 'PUT', path: /./, count: 0 };
    const { told, onStart } = killAt(
      scene.openMetadata.requests,
      { ...asked, method: 'GET', count: 10 },
      'SIGINT',
      'SIGTERM',
    );
    const ended = await scene.run(['ingest'], onStart);
    assert.ok(Date.now() - told.at < 2_000, `${Date.now() - told.at} ms`);
    assert.equal(ended.code, null, ended.output);
  });

  test('nothing is deleted after it', async (context) => {
    const pace = { mode: 0, writes: 0 };
    const scene = await slowScene(context, pace);
    await scene.run(['ingest']);
    const [collection] = scene.mode.workspace.collections;
    const gone = collection?.reports.findIndex(({ kind }) => kind !== 'dataset') ?? 0;
    collection?.reports.splice(gone, 1);
    for (const { reports } of scene.mode.workspace.collections)
      for (const report of reports) report.name = `New ${report.token}`;
    pace.writes = 400;
    scene.openMetadata.forget();
    const { onStart } = killAt(scene.mode.requests, { path: /\/reports\/\w+$/, count: 1 }, 'SIGTERM');
    const ended = await scene.run(['ingest', '--json'], onStart);
    assert.equal(ended.code, 4, ended.output);
    assert.deepEqual(scene.deletions(), []);
    assert.equal((JSON.parse(ended.stdout) as RunReport).totals.dashboards.deleted, 0);
    pace.writes = 0;
    const next = JSON.parse((await scene.run(['ingest', '--json'])).stdout) as RunReport;
    assert.equal(next.totals.dashboards.deleted, 1);
  });
});

test('--time-budget stops the reading in time, and the next run does the rest', async (context) => {
  const goal = await wholeImage(context);
  const pace = { mode: 900, writes: 0 };
  const scene = await slowScene(context, pace);
  const ended = await scene.run(['ingest', '--json', '--time-budget', '0.2']);
  assert.equal(ended.code, 4, ended.output);
  const report = JSON.parse(ended.stdout) as RunReport;
  assert.ok(report.durationMs < 17_000, `${report.durationMs} ms`);
  assert.match(report.verdict, /not reached within the time budget/);
  assert.ok(report.totals.dashboards.created > 0);
  pace.mode = 0;
  await expectRest(scene, goal);
});

test('the action ends in good order at SIGINT: outputs, report and summary are there', async (context) => {
  const scene = await slowScene(context, { mode: 400, writes: 0 });
  const { told, onStart } = killAt(scene.mode.requests, { path: /\/charts/, count: 40 }, 'SIGINT');
  const step = await runStep(
    { event: 'schedule', inputs: { config: 'mode.yml' }, workspace: scene.folder, env: scene.env, onStart },
    context,
  );
  const took = Date.now() - told.at;
  assert.ok(took < (await fiveSeconds()), `${took} ms`);
  assert.equal(step.code, 4, step.log);
  assert.equal(step.outputs.status, 'partial');
  assert.equal(step.outputs['exit-code'], '4');
  assert.match(step.summary ?? '', /the run was told to stop/i);
  assert.match(step.read(step.outputs['report-path'] ?? ''), /"status": "partial"/);
  assert.deepEqual(scene.deletions(), []);
});
