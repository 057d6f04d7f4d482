import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { describe, test } from 'node:test';
import { startStandIn } from '../../src/demo/stand-in-server.ts';
import { runChild } from './child.ts';
import { type Scene, setScene } from './scene.ts';

const SCRIPT = resolve('dist/mode-ingest.mjs');
const STACK = /^\s+at /m;

const script = (scene: Scene, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runChild(process.execPath, [SCRIPT, ...args], { env: { ...scene.env, ...env }, cwd: scene.folder });

const requests = ({ mode, openMetadata }: Scene) => [...mode.requests, ...openMetadata.requests];

describe('is told before anything is sent, without a stack trace', () => {
  const CASES = [
    { what: 'a folder as configuration', args: ['plan', 'folder'], says: /Cannot read folder: EISDIR/ },
    {
      what: 'one of two missing',
      args: ['ingest', 'mode.yml', 'no.yml'],
      says: /Cannot read no\.yml: ENOENT/,
    },
    { what: 'a file in Latin-1', args: ['ingest', 'latin.yml'], says: /latin\.yml:\d+:\d+[\s\S]*UTF-8/ },
    {
      what: 'a report that cannot be written',
      args: ['ingest', 'mode.yml', '--report', 'folder'],
      says: /Cannot write folder: EISDIR/,
    },
    {
      what: 'a summary that cannot be written',
      args: ['ingest', 'mode.yml', '--summary', 'mode.yml/s.md'],
      says: /Cannot write mode\.yml\/s\.md: ENOTDIR/,
    },
  ];
  for (const { what, args, says } of CASES) {
    test(what, async (context) => {
      const scene = await setScene(context);
      mkdirSync(join(scene.folder, 'folder'));
      const latin = readFileSync(scene.file, 'utf8').replace('mode_demo', 'mode_d\u00e9mo');
      writeFileSync(join(scene.folder, 'latin.yml'), Buffer.from(latin, 'latin1'));
      const ended = await script(scene, args);
      assert.equal(ended.code, 2, ended.output);
      assert.match(ended.output, says);
      assert.doesNotMatch(ended.output, STACK);
      assert.deepEqual(requests(scene), []);
    });
  }
});

test('a reader that stops reading stops no ingestion and causes no complaint', async (context) => {
  const scene = await setScene(context);
  for (const args of ['ingest --json mode.yml', 'plan mode.yml', 'doctor mode.yml', '--help']) {
    const line = `{ "${process.execPath}" "${SCRIPT}" ${args}; echo "code $?" >&2; } | true`;
    const ended = await runChild('sh', ['-c', line], { env: scene.env, cwd: scene.folder });
    assert.match(ended.stderr, /code 0\n$/, args);
    assert.doesNotMatch(ended.stderr, STACK);
  }
  assert.ok(requests(scene).some(({ method }) => method === 'PUT'));
});

describe('with --json standard output holds JSON or nothing', () => {
  const CASES = [
    { args: ['plan', 'mode.yml'], exits: [0] },
    { args: ['ingest', '-v', 'mode.yml'], exits: [0] },
    { args: ['validate', 'mode.yml', 'broken.yml'], exits: [0, 2] },
    { args: ['plan', 'broken.yml'], exits: [2] },
    { args: ['doctor', 'mode.yml'], exits: [0] },
    { args: ['doctor', 'broken.yml', 'mode.yml'], exits: [2, 0] },
    { args: ['plan', 'mode.yml'], env: { MODE_ACCESS_TOKEN: 'wrong-token' }, exits: [3] },
    { args: ['doctor', 'mode.yml'], env: { MODE_ACCESS_TOKEN: 'wrong-token' }, exits: [3] },
    { args: ['demo'], exits: [0] },
    { args: ['plan', 'missing.yml'], exits: [] },
    { args: ['plan', '--faster'], exits: [] },
    { args: ['plan'], exits: [] },
  ];
  for (const { args, env, exits } of CASES) {
    test(`${args.join(' ')}${env ? ' with a wrong key' : ''}`, async (context) => {
      const scene = await setScene(context);
      writeFileSync(join(scene.folder, 'broken.yml'), 'source:\n  typ: mode\n');
      const ended = await script(scene, [...args, '--json'], env);
      if (exits.length === 0) {
        assert.equal(ended.stdout, '');
        assert.equal(ended.code, 2);
        return;
      }
      const reports = [JSON.parse(ended.stdout)].flat() as readonly { readonly exitCode: number }[];
      assert.deepEqual(
        reports.map(({ exitCode }) => exitCode),
        exits,
      );
      assert.equal(ended.code, Math.max(...exits));
    });
  }
});

test('every finding is told, and told once', async (context) => {
  const scene = await setScene(context);
  const keys = Array.from({ length: 15 }, (_, index) => `wrongKey${String.fromCharCode(97 + index)}`);
  scene.configure({ source: Object.fromEntries(keys.map((key) => [key, true])) });
  for (const verb of ['validate', 'plan', 'doctor']) {
    const { output } = await script(scene, [verb, 'mode.yml']);
    for (const key of keys) assert.equal(output.split(`${key}\``).length, 2, `${verb}: ${key}`);
  }
});

test('a credential in the wrong place goes nowhere', async (context) => {
  const scene = await setScene(context);
  scene.configure({ mode: { workspaceName: '${MODE_ACCESS_TOKEN_PASSWORD}' } });
  const args = ['ingest', 'mode.yml', '--report', 'r.json', '--summary', 's.md'];
  const ended = await script(scene, args);
  assert.equal(ended.code, 2, ended.output);
  const files = ['r.json', 's.md'].map((file) => readFileSync(join(scene.folder, file), 'utf8'));
  for (const text of [ended.output, ...files])
    assert.ok(!text.includes(scene.env.MODE_ACCESS_TOKEN_PASSWORD));
  assert.deepEqual(requests(scene), []);
});

test('a stranger to whom a server sends us gets no credential', async (context) => {
  const scene = await setScene(context);
  const stranger = await startStandIn(() => ({ status: 200, json: {} }));
  context.after(() => stranger.close());
  const does = { status: 302, headers: { location: `${stranger.url}/take` } };
  scene.mode.addFault({ path: /\/queries|\/data_sources/, does });
  scene.openMetadata.addFault({ path: /databaseServices|classifications/, does });
  const ended = await script(scene, ['ingest', 'mode.yml']);
  assert.notEqual(ended.code, 0);
  const canaries = [...Object.values(scene.env), 'authorization', 'Basic', 'Bearer'];
  for (const canary of canaries) assert.ok(!JSON.stringify(stranger.requests).includes(canary), canary);
  assert.doesNotMatch(ended.output, STACK);
});

test('a report goes into a folder that is made for it', async (context) => {
  const scene = await setScene(context);
  const ended = await script(scene, ['validate', 'mode.yml', '--report', 'new/er/r.json']);
  assert.equal(ended.code, 0, ended.output);
  assert.ok(existsSync(join(scene.folder, 'new/er/r.json')));
});
