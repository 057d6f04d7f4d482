import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { Workflow } from '../../src/workflow.ts';
import { type Scene, setScene } from './scene.ts';

const RUN_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const OURS = 'mode_demo.mode_ingest';

interface Asked {
  readonly registerRun?: boolean;
  readonly fqn?: string;
  readonly runId?: string;
}

const set = (context: Parameters<typeof setScene>[0], version?: string) =>
  setScene(context, {
    workspace: generateWorkspace({
      collections: 1,
      reportsPerCollection: 2,
      queriesPerReport: 1,
      chartsPerQuery: 1,
    }),
    ...(version === undefined ? {} : { openMetadataVersion: version }),
  });

function workflowOf(scene: Scene, asked: Asked, command: 'plan' | 'ingest' = 'ingest') {
  const { registerRun = false, fqn, runId } = asked;
  const config = {
    ...scene.config,
    workflowConfig: { ...scene.config.workflowConfig, config: { registerRun } },
    ...(fqn === undefined ? {} : { ingestionPipelineFQN: fqn }),
    ...(runId === undefined ? {} : { pipelineRunId: runId }),
  };
  return Workflow.create(config, {
    command,
    env: scene.env,
    requests: { timeoutMs: 400, budgetMs: 3_000, attempts: 2 },
  });
}

const run = async (scene: Scene, asked: Asked, command: 'plan' | 'ingest' = 'ingest') => {
  scene.forget();
  return (await workflowOf(scene, asked, command)).execute();
};

/** What was told of runs, in order. */
const told = (scene: Scene) =>
  scene.openMetadata.requests
    .filter(({ method, path }) => method === 'PUT' && path.endsWith('/pipelineStatus'))
    .map(({ body }) => body as Readonly<Record<string, unknown>>);

/** Writes that are no part of the catalog itself. */
const records = (scene: Scene) => scene.writes().filter((write) => write.includes('ingestionPipelines'));

const runsOf = (scene: Scene, fqn: string) => [
  ...(scene.openMetadata.store.byFqn('ingestionPipeline', fqn)?.runs.values() ?? []),
];

for (const version of ['1.3.0', '1.12.6', '2.1.0'])
  test(`${version}: the record is made once, and every run is told when it begins and how it ends`, async (context) => {
    const scene = await set(context, version);
    const first = await run(scene, { registerRun: true, runId: RUN_ID });
    assert.equal(first.status, 'done');
    assert.deepEqual(first.pipeline, { fqn: OURS, runId: RUN_ID, state: 'success', problem: null });
    // There was no service yet when it began.
    assert.deepEqual(records(scene), [
      'PUT /services/ingestionPipelines',
      `PUT /services/ingestionPipelines/${OURS}/pipelineStatus`,
    ]);
    const [end] = told(scene);
    assert.equal(end?.runId, RUN_ID);
    assert.equal(end?.pipelineState, 'success');
    assert.equal(end?.timestamp, end?.startDate);
    assert.ok(Number(end?.endDate) >= Number(end?.startDate));
    assert.equal('status' in (end ?? {}), version !== '1.3.0');

    const second = await run(scene, { registerRun: true });
    assert.equal(second.calls.writes, 2);
    assert.deepEqual(records(scene), [
      `PUT /services/ingestionPipelines/${OURS}/pipelineStatus`,
      `PUT /services/ingestionPipelines/${OURS}/pipelineStatus`,
    ]);
    assert.deepEqual(
      told(scene).map(({ pipelineState, runId }) => [pipelineState, runId]),
      [
        ['running', second.pipeline?.runId],
        ['success', second.pipeline?.runId],
      ],
    );
    assert.notEqual(second.pipeline?.runId, RUN_ID);
    assert.equal(runsOf(scene, OURS).length, 2);
  });

test('the counts are those of the run', async (context) => {
  const scene = await set(context);
  const report = await run(scene, { registerRun: true });
  const created = Object.values(report.totals).reduce((sum, kind) => sum + kind.created, 0);
  const none = { updated_records: 0, warnings: 0, errors: 0, filtered: 0, failures: [] };
  assert.deepEqual(told(scene).at(-1)?.status, [
    { ...none, name: 'Mode', records: 2 },
    { ...none, name: 'OpenMetadata', records: created },
  ]);
});

test('a plan is not told, nor is a run that nobody asked to tell', async (context) => {
  const scene = await set(context);
  assert.equal((await run(scene, {})).pipeline, null);
  const plan = await run(scene, { registerRun: true }, 'plan');
  assert.equal(plan.pipeline, null);
  assert.equal(plan.calls.writes, 0);
});

test('a pipeline that is given is told and never made, unless that is asked for', async (context) => {
  const scene = await set(context);
  const missing = await run(scene, { fqn: 'mode_demo.nightly' });
  assert.equal(missing.status, 'done');
  assert.match(missing.pipeline?.problem ?? '', /no such ingestion pipeline/);
  assert.ok(missing.notices.some((text) => text.includes('does not show this run under mode_demo.nightly')));
  assert.deepEqual(records(scene), []);

  const made = await run(scene, { fqn: 'mode_demo.nightly', registerRun: true });
  assert.equal(made.pipeline?.problem, null);
  assert.equal(runsOf(scene, 'mode_demo.nightly').length, 1);
  assert.equal((await run(scene, { fqn: 'mode_demo.nightly' })).pipeline?.problem, null);
  // Of another service none is made.
  const other = await run(scene, { fqn: 'somebody.nightly', registerRun: true });
  assert.match(other.pipeline?.problem ?? '', /no such ingestion pipeline/);
});

describe('how a run ends is told', () => {
  test('failed: a key that Mode refuses', async (context) => {
    const scene = await set(context);
    await run(scene, {});
    scene.mode.addFault({
      path: /./,
      does: { status: 401, json: { id: 'unauthorized', message: 'evil <b>' } },
    });
    const report = await run(scene, { registerRun: true });
    assert.equal(report.exitCode, 3);
    const end = told(scene).at(-1);
    assert.equal(end?.pipelineState, 'failed');
    assert.match(JSON.stringify(end), /"error":"mode-[a-z-]+"/);
    assert.doesNotMatch(JSON.stringify(end), /evil/);
  });

  test('partialSuccess: a list that could not be read', async (context) => {
    const scene = await set(context);
    scene.mode.addFault({ path: /\/charts$/, does: { status: 403, json: { id: 'forbidden' } } });
    const report = await run(scene, { registerRun: true });
    assert.equal(report.status, 'partial');
    assert.equal(told(scene).at(-1)?.pipelineState, 'partialSuccess');
  });

  test('what could not be written is told by its name and status, without anybody’s prose', async (context) => {
    const scene = await set(context);
    const message = `select secret from t; ${scene.env.MODE_ACCESS_TOKEN_PASSWORD} <img src=x>`;
    scene.openMetadata.addFault({
      method: 'PUT',
      path: /\/charts/,
      does: { status: 400, json: { code: 400, message } },
    });
    await run(scene, { registerRun: true });
    const text = JSON.stringify(told(scene).at(-1));
    assert.match(text, /"name":"chart:mode_demo\.[^"]+","error":"HTTP 400"/);
    assert.doesNotMatch(text, /select|img/);
    for (const secret of Object.values(scene.env)) assert.ok(!text.includes(secret));
  });

  for (const [version, state] of [
    ['1.10.0', 'failed'],
    ['1.12.6', 'stopped'],
  ] as const)
    test(`${version}: ${state}, when it is told to stop, within two seconds`, async (context) => {
      const scene = await set(context, version);
      await run(scene, {});
      scene.forget();
      scene.mode.addFault({ path: /\/queries$/, does: 'hang' });
      const workflow = await workflowOf(scene, { registerRun: true });
      const ended = workflow.execute();
      await until(() => told(scene).length > 0);
      const at = Date.now();
      workflow.stop();
      const report = await ended;
      assert.ok(Date.now() - at < 2_000, `${Date.now() - at} ms`);
      assert.equal(report.pipeline?.problem, null);
      assert.deepEqual(
        told(scene).map(({ pipelineState }) => pipelineState),
        ['running', state],
      );
    });

  test('a server that does not take it delays a stopped run by two seconds at most', async (context) => {
    const scene = await set(context);
    await run(scene, {});
    scene.mode.addFault({ path: /\/queries$/, does: 'hang' });
    scene.openMetadata.addFault({ path: /ingestionPipelines/, does: 'hang' });
    scene.forget();
    const workflow = await workflowOf(scene, { registerRun: true });
    const ended = workflow.execute();
    await until(() => scene.openMetadata.requests.some(({ path }) => path.includes('ingestionPipelines')));
    const at = Date.now();
    workflow.stop();
    const report = await ended;
    assert.ok(Date.now() - at < 2_000, `${Date.now() - at} ms`);
    assert.notEqual(report.pipeline?.problem, null);
  });
});

describe('what goes wrong with it is a warning and never the run’s failure', () => {
  for (const [what, does] of [
    ['403', { status: 403, json: { code: 403, message: 'not allowed' } }],
    ['500', { status: 500, json: { code: 500, message: 'Oops' } }],
    ['HTML', 'html'],
    ['a reset', 'reset'],
    ['a time-out', 'hang'],
  ] as const)
    test(what, async (context) => {
      const scene = await set(context);
      scene.openMetadata.addFault({ path: /ingestionPipelines/, does });
      const report = await run(scene, { registerRun: true });
      assert.equal(report.status, 'done');
      assert.equal(report.exitCode, 0);
      assert.notEqual(report.pipeline?.problem, null);
      assert.equal(report.notices.length, 1);
    });
});

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !is(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(is());
}
