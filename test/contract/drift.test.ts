import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { GITHUB_TOKEN, type GitHubStandIn, startGitHub } from './github.ts';
import { type Scene, setScene } from './scene.ts';
import { runAction, writesOf } from './step.ts';

interface Stage {
  readonly scene: Scene;
  readonly gitHub: GitHubStandIn;
}

const setStage = async (
  context: TestContext,
  options: Parameters<typeof startGitHub>[1] = {},
): Promise<Stage> => ({ scene: await setScene(context), gitHub: await startGitHub(context, options) });

const drift = (
  context: TestContext,
  { scene, gitHub }: Stage,
  inputs: Readonly<Record<string, string>> = {},
) =>
  runAction(context, scene, {
    event: 'schedule',
    inputs: { command: 'drift', 'drift-issue': 'true', 'github-token': GITHUB_TOKEN, ...inputs },
    env: gitHub.env,
  });

const ingest = (context: TestContext, scene: Scene) =>
  runAction(context, scene, { inputs: { command: 'ingest', 'register-run': 'true' } });

test('one issue is opened, updated, and closed when there is no drift any more', async (context) => {
  const stage = await setStage(context);
  const { scene, gitHub } = stage;
  const others = (count: number) => {
    for (let each = 1; each <= count; each += 1)
      gitHub.open({ login: 'somebody', body: 'Something else', isPull: each % 3 === 0 });
  };
  others(120);

  const first = await drift(context, stage);
  assert.equal(first.code, 10, first.raw);
  assert.equal(first.outputs.command, 'drift');
  assert.equal(first.outputs.status, 'planned');
  assert.equal(first.outputs['last-success'], '');
  assert.equal(writesOf(scene), 0);
  const issue = gitHub.issues[120];
  assert.equal(issue?.title, 'OpenMetadata is not as Mode: mode.yml');
  assert.match(issue?.body ?? '', /^<!-- mode-ingest:drift config=mode\.yml -->\n/);
  assert.match(issue?.body ?? '', /https:\/\/github\.com\/acme\/catalog\/actions\/runs\/1/);

  // Somebody copies the marker into an issue of their own.
  const copy = gitHub.open({ login: 'somebody', body: issue?.body ?? '' });
  // It has sunk to the second page meanwhile.
  others(118);
  assert.equal((await drift(context, stage)).code, 10);
  assert.equal(gitHub.issues.length, 240);

  assert.equal((await ingest(context, scene)).code, 0);
  scene.openMetadata.forget();
  const last = await drift(context, stage, { 'max-age': '24h' });
  assert.equal(last.code, 0, last.raw);
  assert.equal(writesOf(scene), 0);
  assert.match(last.outputs['last-success'] ?? '', /^\d{4}-\d\d-\d\dT/);
  const report = JSON.parse(last.read(last.outputs['report-path'] ?? '')) as RunReport;
  assert.equal(report.lastSuccess, last.outputs['last-success']);
  assert.match(last.log, /The last ingestion that succeeded was 0 min ago\./);
  assert.equal(issue?.state, 'closed');
  assert.equal(copy.state, 'open');
  assert.doesNotMatch([first.log, last.log, issue?.body].join(), new RegExp(GITHUB_TOKEN));
});

test('a last success that is too long ago is a difference, one that is not known is none', async (context) => {
  const stage = await setStage(context);
  const { scene, gitHub } = stage;
  assert.equal((await runAction(context, scene, { inputs: { command: 'ingest' } })).code, 0);
  const unknown = await drift(context, stage, { 'max-age': '24h' });
  assert.equal(unknown.code, 0, unknown.raw);
  assert.deepEqual(
    unknown.annotations.map(({ type, properties }) => [type, properties.title]),
    [['warning', 'freshness-unknown']],
  );

  assert.equal((await ingest(context, scene)).code, 0);
  const pipeline = scene.openMetadata.store.byFqn('ingestionPipeline', 'mode_demo.mode_ingest');
  for (const run of pipeline?.runs.values() ?? [])
    Object.assign(run, { timestamp: Date.now() - 3e8, endDate: Date.now() - 2.9e8 });
  const stale = await drift(context, stage, { 'max-age': '24h' });
  assert.equal(stale.code, 10, stale.raw);
  assert.match(
    stale.annotations.map(({ message }) => message).join(),
    /was 3 d ago, which is more than 24 h\./,
  );
  assert.match(gitHub.issues[0]?.body ?? '', /ingestion-stale/);
  assert.equal((await drift(context, stage)).code, 0);
});

test('an issue that somebody deleted meanwhile is opened anew', async (context) => {
  const stage = await setStage(context);
  const { gitHub } = stage;
  await drift(context, stage);
  gitHub.addFault({
    method: 'PATCH',
    path: /\/issues\//,
    does: { status: 410, json: { message: 'This issue was deleted' } },
    times: 1,
  });
  assert.equal((await drift(context, stage)).code, 10);
  assert.equal(gitHub.issues.length, 2);
});

test('a token that may not is a warning that names the permission', async (context) => {
  const stage = await setStage(context, { readOnly: true });
  const run = await drift(context, stage);
  assert.equal(run.code, 10, run.raw);
  assert.match(
    run.annotations.map(({ message }) => message).join(),
    /\(403\)\. An issue takes `permissions: issues: write`/,
  );
});

for (const raiseOnError of [true, false])
  test(`an incomplete read closes nothing (raiseOnError: ${raiseOnError})`, async (context) => {
    const stage = await setStage(context);
    const { scene, gitHub } = stage;
    await drift(context, stage);
    assert.equal((await ingest(context, scene)).code, 0);
    scene.configure({ workflow: { raiseOnError } });
    scene.mode.addFault({ path: /\/charts$/, does: { status: 403, json: { code: 403, message: 'no' } } });
    const run = await drift(context, stage);
    assert.equal(run.code, raiseOnError ? 4 : 0, run.raw);
    assert.equal(gitHub.issues[0]?.state, 'open');
  });
