import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setScene } from './scene.ts';
import { runAction, writesOf } from './step.ts';

test('a plan that was approved is applied; once it is, it is not what would be done', async (context) => {
  const scene = await setScene(context);
  const plan = await runAction(context, scene, { inputs: { command: 'plan', 'plan-path': 'plan.json' } });
  assert.equal(plan.code, 0, plan.raw);
  assert.equal(plan.outputs['plan-path'], 'plan.json');
  const approved = { command: 'ingest', 'approved-plan': 'plan.json' };

  const done = await runAction(context, scene, { inputs: approved });
  assert.match(done.outputs['plan-path'] ?? '', /plan\.json$/);
  assert.equal(done.code, 0, done.raw);
  assert.equal(done.outputs.status, 'done');
  assert.ok(writesOf(scene) > 0);

  scene.openMetadata.forget();
  const again = await runAction(context, scene, { inputs: { ...approved, 'fail-on': 'error' } });
  assert.equal(again.code, 5, again.raw);
  assert.equal(again.outputs.status, 'failed');
  assert.equal(again.outputs.creates, '0');
  assert.equal(writesOf(scene), 0);
  assert.match(again.summary ?? '', /was planned and is not needed any more; and \d+ more/);
});

test('when Mode or the configuration moved, nothing is written and what moved is named', async (context) => {
  const scene = await setScene(context);
  const plan = await runAction(context, scene, { inputs: { command: 'plan' } });
  const approved = { command: 'ingest', 'approved-plan': plan.outputs['plan-path'] ?? '' };
  scene.configure({ source: { includeTags: false } });
  const run = await runAction(context, scene, { inputs: approved });
  assert.equal(run.code, 5, run.raw);
  assert.match(run.summary ?? '', /Differences: the setting includeTags; /);
  assert.equal(writesOf(scene), 0);

  scene.configure({});
  const [report] = scene.mode.workspace.collections.flatMap(({ reports }) => reports);
  if (report !== undefined) report.name = 'Another name';
  const moved = await runAction(context, scene, { inputs: approved });
  assert.equal(moved.code, 5, moved.raw);
  assert.match(moved.log, new RegExp(`${report?.token}: create to other values`));
  assert.equal(writesOf(scene), 0);
});

test('a pull request makes its own plan, whatever was approved; what is no plan is refused before anything is sent', async (context) => {
  const scene = await setScene(context);
  const repo = { repo: { full_name: 'acme/catalog' } };
  const pull = await runAction(context, scene, {
    event: 'pull_request',
    payload: { pull_request: { number: 7, head: repo, base: repo } },
    inputs: { 'approved-plan': 'nowhere.json', 'allowed-hosts': '127.0.0.1' },
  });
  assert.equal(pull.outputs.status, 'planned', pull.raw);
  scene.mode.forget();
  const missing = await runAction(context, scene, {
    inputs: { command: 'ingest', 'approved-plan': 'mode.yml' },
  });
  assert.equal(missing.code, 2, missing.raw);
  assert.match(missing.annotations[0]?.message ?? '', /mode\.yml is no plan to approve: it is not JSON/);
  assert.equal(scene.mode.requests.length, 0);
});
