import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { bundle } from './bundles.ts';
import { type Ended, runChild } from './child.ts';
import { runStep } from './runner.ts';
import { RUNTIMES } from './runtimes.ts';
import { type Scene, setScene } from './scene.ts';

const SCRIPT = bundle('mode-ingest.mjs');
const repository = (name: string) => ({ repo: { full_name: name } });
const FORK = {
  pull_request: { number: 7, head: repository('evil/catalog'), base: repository('acme/catalog') },
};

/** The scene's configuration in a folder, once for each service. */
function configure(scene: Scene, services: Readonly<Record<string, string>>): void {
  mkdirSync(join(scene.folder, 'config'));
  const text = readFileSync(scene.file, 'utf8');
  for (const [file, service] of Object.entries(services))
    writeFileSync(join(scene.folder, 'config', file), text.replace('mode_demo', service));
}

const entry = (scene: Scene, file: string, service: string, prefix: string) => ({
  config: `config/${file}`,
  service,
  workspace: scene.mode.workspace.name,
  prefix,
});

const requests = ({ mode, openMetadata }: Scene) => [...mode.requests, ...openMetadata.requests];
const deletions = ({ openMetadata }: Scene) =>
  openMetadata.requests.filter(({ method, path }) => method === 'DELETE' && !path.includes('/lineage/'));

for (const runtime of RUNTIMES) {
  describe(`the script's list on ${runtime.name}`, () => {
    const list = (scene: Scene, args: readonly string[]): Promise<Ended> =>
      runChild(
        runtime.path,
        [
          ...(runtime.kind === 'deno' ? ['run', '--no-prompt', `--allow-read=${scene.folder}`] : []),
          SCRIPT,
          'list',
          ...args,
        ],
        { cwd: scene.folder },
      );

    test('is a matrix on standard output, without credentials or requests', async (context) => {
      const scene = await setScene(context);
      configure(scene, { 'a.yml': 'mode_a', 'b.yml': 'Mode B' });
      const ended = await list(scene, ['config/*.yml']);
      assert.equal(ended.code, 0, ended.output);
      assert.equal(ended.stderr, '');
      assert.deepEqual(JSON.parse(ended.stdout), {
        include: [entry(scene, 'a.yml', 'mode_a', 'MODE_A'), entry(scene, 'b.yml', 'Mode B', 'MODE_B')],
      });
      const shards = await list(scene, ['config/a.yml', '--shards', '2']);
      assert.deepEqual(JSON.parse(shards.stdout), {
        include: [1, 2].map((number) => ({
          ...entry(scene, 'a.yml', 'mode_a', 'MODE_A'),
          shard: `${number}/2`,
          number,
        })),
      });
      assert.deepEqual(requests(scene), []);
    });

    test('ends with 2 and no matrix when files clash, do not match or are missing', async (context) => {
      const scene = await setScene(context);
      configure(scene, { 'a.yml': 'mode', 'b.yml': 'mode' });
      for (const { args, says } of [
        { args: ['config/*.yml'], says: /a\.yml and config\/b\.yml are both of the service "mode"/ },
        { args: ['config/*.json'], says: /No file matches config\/\*\.json/ },
        { args: ['-'], says: /not standard input/ },
        { args: [], says: /list needs a workflow YAML/ },
      ]) {
        const ended = await list(scene, args);
        assert.equal(ended.code, 2, ended.output);
        assert.equal(ended.stdout, '');
        assert.match(ended.stderr, says);
        assert.doesNotMatch(ended.output, /^\s+at /m, 'a stack trace');
      }
    });
  });
}

describe('the action', () => {
  const step = (
    context: TestContext,
    scene: Scene,
    inputs: Readonly<Record<string, string>>,
    trigger: { readonly event: string; readonly payload?: unknown } = { event: 'schedule' },
  ) =>
    runStep(
      {
        ...trigger,
        workspace: scene.folder,
        inputs: {
          config: 'mode.yml',
          'mode-access-token': scene.env.MODE_ACCESS_TOKEN,
          'mode-access-token-password': scene.env.MODE_ACCESS_TOKEN_PASSWORD,
          'openmetadata-jwt-token': scene.env.OPENMETADATA_JWT_TOKEN,
          ...inputs,
        },
      },
      context,
    );
  const reportOf = (run: Awaited<ReturnType<typeof step>>): RunReport =>
    JSON.parse(run.read(run.outputs['report-path'] ?? '')) as RunReport;

  for (const trigger of [{ event: 'schedule' }, { event: 'pull_request', payload: FORK }]) {
    test(`lists on ${trigger.event}${trigger.payload === undefined ? '' : ' from a fork'}, and sends nothing`, async (context) => {
      const scene = await setScene(context);
      configure(scene, { 'a.yml': 'mode_a', 'b.yml': 'mode_b' });
      const run = await step(context, scene, { command: 'list', config: 'config/*.yml' }, trigger);
      assert.equal(run.code, 0, run.raw);
      assert.deepEqual(JSON.parse(run.outputs.matrix ?? ''), {
        include: [entry(scene, 'a.yml', 'mode_a', 'MODE_A'), entry(scene, 'b.yml', 'mode_b', 'MODE_B')],
      });
      assert.deepEqual(
        [run.outputs.command, run.outputs.status, run.outputs['exit-code']],
        ['list', 'valid', '0'],
      );
      assert.deepEqual(run.annotations, []);
      assert.deepEqual(requests(scene), []);
    });
  }

  test('annotates what is wrong with a list, and gives no matrix', async (context) => {
    const scene = await setScene(context);
    configure(scene, { 'a.yml': 'mode-a', 'b.yml': 'mode_a' });
    const run = await step(context, scene, { command: 'list', config: 'config/*.yml' });
    assert.equal(run.code, 2, run.raw);
    assert.equal(run.outputs.status, 'invalid');
    assert.equal(run.outputs.matrix, undefined);
    assert.equal(run.annotations[0]?.properties.file, 'config/b.yml');
    assert.match(run.annotations[0]?.message ?? '', /would take the same secrets/);
  });

  test('ingests shards, deletes nothing in them, and sweeps', async (context) => {
    const scene = await setScene(context);
    const collection = scene.mode.workspace.collections[0];
    assert.equal((await step(context, scene, {})).code, 0);
    collection?.reports.pop();
    scene.openMetadata.forget();
    for (const shard of ['1/2', '2/2']) {
      const run = await step(context, scene, { shard });
      assert.equal(run.code, 0, run.raw);
      assert.equal(reportOf(run).command, 'ingest');
      assert.match(run.summary ?? '', new RegExp(`Shard ${shard[0]} of 2`));
    }
    assert.deepEqual(deletions(scene), []);
    scene.mode.forget();
    const swept = await step(context, scene, { command: 'sweep' });
    assert.equal(swept.code, 0, swept.raw);
    assert.equal(swept.outputs.command, 'sweep');
    assert.equal(reportOf(swept).command, 'sweep');
    assert.ok(deletions(scene).length > 0);
    // Reports that Mode tells no date of editing for, and SQL that is not understood, are read every time.
    const read = scene.mode.requests.filter(({ path }) => /\/queries$/.test(path));
    assert.equal(read.length, 5);
  });

  test('refuses inputs that the command has no use for', async (context) => {
    const scene = await setScene(context);
    for (const { inputs, says } of [
      { inputs: { command: 'sweep', shard: '1/4' }, says: /The input shard is given to the command sweep/ },
      { inputs: { shards: '4' }, says: /The input shards is given to the command auto/ },
      { inputs: { command: 'sweep', incremental: 'false' }, says: /The input incremental is "false"/ },
      { inputs: { shard: '5/4' }, says: /The input shard is "5\/4"/ },
    ]) {
      const run = await step(context, scene, inputs);
      assert.equal(run.code, 2, run.raw);
      assert.match(run.annotations.map(({ message }) => message).join('\n'), says);
    }
    assert.deepEqual(requests(scene), []);
  });

  test('validates a sweep from a fork, and sends nothing', async (context) => {
    const scene = await setScene(context);
    const run = await step(context, scene, { command: 'sweep' }, { event: 'pull_request', payload: FORK });
    assert.equal(run.code, 0, run.raw);
    assert.equal(run.outputs.command, 'validate');
    assert.deepEqual(requests(scene), []);
  });
});
