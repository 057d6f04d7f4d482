import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { HOSTILE_NAMES } from '../report/hostile.ts';
import { assertStructure } from '../report/structure.ts';
import { recorded } from './events.ts';
import { GITHUB_TOKEN, startGitHub } from './github.ts';
import type { StepRun } from './runner.ts';
import { type Scene, setScene } from './scene.ts';
import { runAction, writesOf } from './step.ts';
import { assertInvariants } from './step-invariants.ts';

/** A file's name that does what it can. */
const CONFIG = '@acme #1 deadbeef1 <b>|`x` :tada:.yml';

/** A workspace in which whatever has a name has a hostile one. */
async function setHostileScene(context: TestContext): Promise<Scene> {
  const scene = await setScene(context);
  const names = Object.values(HOSTILE_NAMES);
  let next = 0;
  const name = (): string => names[next++ % names.length] ?? '';
  const { collections, definitions, people } = scene.mode.workspace;
  for (const one of [...collections, ...people]) one.name = name();
  for (const { reports } of collections)
    for (const report of reports) {
      Object.assign(report, { name: name(), description: name() });
      for (const query of report.queries) {
        query.name = name();
        for (const chart of query.charts) Object.assign(chart, { title: name(), description: name() });
      }
    }
  assert.ok(next > names.length && definitions.length > 0);
  copyFileSync(scene.file, join(scene.folder, CONFIG));
  return scene;
}

/** What of a step must hold, whatever the names say. */
function assertInert(run: StepRun, scene: Scene, markdown: readonly string[]): void {
  assertInvariants(run, scene, { secrets: [GITHUB_TOKEN], texts: markdown });
  for (const text of [run.summary ?? '', ...markdown]) {
    const body = text.replace(/^<!-- mode-ingest:\w+ config=[\w.%/]*(?: label=)? -->\n/, '');
    assert.ok(body.length > 100);
    assertStructure(body);
  }
  assert.ok(!run.masks.includes('dashboards'));
  assert.doesNotMatch(run.log, /[\p{Cc}](?<![\n\t])|[\u202a-\u202e\u2066-\u2069\ufffe]/u);
  for (const { properties } of run.annotations) assert.notEqual(properties.file, 'x');
  for (const [output, value] of Object.entries(run.outputs))
    if (!output.endsWith('-path') && output !== 'last-success') assert.match(value, /^[\w-]*$/, output);
  const page = run.read(join(scene.folder, run.outputs['html-path'] ?? ''));
  assert.equal(page.match(/<script/gi)?.length, 2);
  assert.doesNotMatch(page, /<!--|<img|<base|<form|<style>\*/);
}

test('a workspace of hostile names goes through plan, comment, ingestion and drift, and is text everywhere', async (context) => {
  const scene = await setHostileScene(context);
  const paths = { config: CONFIG, 'html-path': 'report.html', 'github-token': GITHUB_TOKEN };

  const gitHub = await startGitHub(context);
  const plan = await runAction(context, scene, {
    ...recorded('pull_request'),
    inputs: { ...paths, 'allowed-hosts': '127.0.0.1' },
    env: gitHub.env,
  });
  assert.equal(plan.code, 0, plan.raw);
  assert.equal(writesOf(scene), 0);
  assert.equal(gitHub.comments.length, 1);
  assertInert(plan, scene, [gitHub.comments[0]?.body ?? '']);

  const drift = await runAction(context, scene, {
    event: 'schedule',
    inputs: { ...paths, command: 'drift', 'drift-issue': 'true' },
    env: gitHub.env,
  });
  assert.equal(drift.code, 10, drift.raw);
  assert.equal(gitHub.issues[0]?.title, `OpenMetadata is not as Mode: ${CONFIG}`);
  assertInert(drift, scene, [gitHub.issues[0]?.body ?? '']);

  const first = await runAction(context, scene, { inputs: { ...paths, command: 'ingest' } });
  assert.equal(first.code, 0, first.raw);
  assert.ok(writesOf(scene) > 100);
  assertInert(first, scene, []);

  const written = writesOf(scene);
  const second = await runAction(context, scene, { inputs: { ...paths, command: 'ingest' } });
  assert.equal(second.code, 0, second.raw);
  assert.equal(writesOf(scene), written, 'a second ingestion writes nothing, whatever the names');
});
