import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { runChild } from './child.ts';
import { runStep } from './runner.ts';
import { RUNTIMES, type Runtime } from './runtimes.ts';
import { type Scene, setScene } from './scene.ts';

const SCRIPT = resolve('dist/mode-ingest.mjs');
const NAMES = ['MODE_ACCESS_TOKEN', 'MODE_ACCESS_TOKEN_PASSWORD', 'OPENMETADATA_JWT_TOKEN'];

/** Every form in which the token might show. */
const canaries = ({ mode }: Scene): readonly string[] => {
  const [, key = '', secret = ''] = mode.discoveryToken.split(':');
  return [mode.discoveryToken, key, secret, Buffer.from(mode.discoveryToken).toString('base64')];
};

function script(
  runtime: Runtime,
  scene: Scene,
  args: readonly string[],
  allowed: readonly string[] = [...NAMES, 'MODE_DISCOVERY_TOKEN'],
) {
  const rights = [
    `--allow-read=${scene.file}`,
    `--allow-write=${scene.folder}`,
    `--allow-net=${scene.net.join(',')}`,
    `--allow-env=${allowed.join(',')}`,
  ];
  const before = runtime.kind === 'deno' ? ['run', '--no-prompt', ...rights, SCRIPT] : [SCRIPT];
  return runChild(runtime.path, [...before, ...args], {
    env: { ...scene.env, MODE_DISCOVERY_TOKEN: scene.mode.discoveryToken },
    cwd: scene.folder,
  });
}

const batch = ({ mode }: Scene) => mode.requests.filter(({ path }) => path.startsWith('/batch/')).length;

for (const runtime of RUNTIMES) {
  describe(runtime.name, () => {
    test('the token from the environment lets Mode be read in few calls', async (context) => {
      const scene = await setScene(context);
      scene.configure({ source: { chartDetails: 'basic', includeUsage: false } });
      const ended = await script(runtime, scene, ['ingest', '--json', scene.file]);
      assert.equal(ended.code, 0, ended.output);
      const report = JSON.parse(ended.stdout) as RunReport;
      assert.equal(batch(scene), 3);
      assert.equal(report.calls.mode, scene.mode.requests.length);
      assert.ok(report.totals.dashboards.created > 30);
      const again = await script(runtime, scene, ['ingest', '--json', scene.file]);
      assert.equal((JSON.parse(again.stdout) as RunReport).calls.writes, 0);
    });

    test('--mode-read rest uses none', async (context) => {
      const scene = await setScene(context);
      const ended = await script(runtime, scene, ['plan', '--mode-read', 'rest', scene.file]);
      assert.equal(ended.code, 0, ended.output);
      assert.equal(batch(scene), 0);
    });
  });
}

for (const runtime of RUNTIMES.filter(({ kind }) => kind === 'deno')) {
  test(`${runtime.name} without the right to the variable goes through REST, and nobody is asked`, async (context) => {
    const scene = await setScene(context);
    const ended = await script(runtime, scene, ['plan', scene.file], NAMES);
    assert.equal(ended.code, 0, ended.output);
    assert.equal(batch(scene), 0);
  });
}

test('no output tells the token, not even where Mode echoes it in its refusal', async (context) => {
  const [runtime] = RUNTIMES;
  assert.ok(runtime !== undefined);
  const scene = await setScene(context);
  const echoed = canaries(scene).join(' ');
  scene.mode.addFault({
    path: /^\/batch\//,
    does: { status: 403, json: { id: 'forbidden', message: echoed } },
  });
  const files = ['report.json', 'summary.md'].map((name) => join(scene.folder, name));
  const [report = '', summary = ''] = files;
  const args = ['ingest', '--verbose', '--report', report, '--summary', summary, scene.file];
  const ended = await script(runtime, scene, args);
  assert.equal(ended.code, 0, ended.output);
  assert.match(ended.output, /Discovery is not to be had/);
  const written = scene.openMetadata.requests.map(({ body }) => JSON.stringify(body)).join();
  for (const text of [ended.output, ...files.map((file) => readFileSync(file, 'utf8')), written])
    for (const canary of canaries(scene)) assert.ok(!text.includes(canary));
});

test('the action takes it as an input, masks every form of it, and tells none', async (context) => {
  const scene = await setScene(context);
  const run = await runStep(
    {
      event: 'schedule',
      workspace: scene.folder,
      inputs: {
        config: 'mode.yml',
        'mode-access-token': scene.env.MODE_ACCESS_TOKEN,
        'mode-access-token-password': scene.env.MODE_ACCESS_TOKEN_PASSWORD,
        'openmetadata-jwt-token': scene.env.OPENMETADATA_JWT_TOKEN,
        'discovery-token': scene.mode.discoveryToken,
      },
    },
    context,
  );
  assert.equal(run.code, 0, run.raw);
  assert.ok(batch(scene) > 0);
  for (const canary of canaries(scene)) {
    assert.ok(run.masks.includes(canary), canary);
    assert.ok(!run.log.includes(canary));
    assert.ok(!(run.summary ?? '').includes(canary));
    assert.ok(!run.raw.split('\n').some((line) => line.includes(canary) && !line.startsWith('::add-mask::')));
  }
});

test('the action reads as its input mode-read says, whatever the file does', async (context) => {
  const scene = await setScene(context);
  scene.configure({ source: { modeRead: 'discovery' } });
  const run = await runStep(
    {
      event: 'schedule',
      workspace: scene.folder,
      inputs: {
        config: 'mode.yml',
        command: 'plan',
        'mode-read': 'rest',
        'mode-access-token': scene.env.MODE_ACCESS_TOKEN,
        'mode-access-token-password': scene.env.MODE_ACCESS_TOKEN_PASSWORD,
        'openmetadata-jwt-token': scene.env.OPENMETADATA_JWT_TOKEN,
      },
    },
    context,
  );
  assert.equal(run.code, 0, run.raw);
  assert.equal(batch(scene), 0);
});
