import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commandsOf, type Fence, fencesOf, PAGES } from '../house/pages.ts';
import { type Ended, runChild } from './child.ts';
import { RUNTIMES } from './runtimes.ts';
import { type Scene, setScene } from './scene.ts';

// What the pages show is run as it stands there, against the demo's servers: nothing is changed but the addresses of the servers.

const SCRIPT = resolve('dist/mode-ingest.mjs');
const [node] = RUNTIMES;
assert.ok(node);
const deno = RUNTIMES.find(({ kind }) => kind === 'deno');
const FROM = 'https://raw.githubusercontent.com/';

/** A folder as a reader has it: the workflow YAML, the script, an SQL file. */
async function setTable(context: TestContext): Promise<Scene> {
  const scene = await setScene(context);
  symlinkSync(SCRIPT, join(scene.folder, 'mode-ingest.mjs'));
  writeFileSync(join(scene.folder, 'query.sql'), 'select id from public.orders');
  return scene;
}

/** Runs a command of ours by the runtime that it names. */
async function run(scene: Scene, words: readonly string[]): Promise<Ended> {
  const [program = '', ...args] = words;
  const path = program === 'node' ? node?.path : deno?.path;
  assert.ok(path);
  return await runChild(path, args, { env: scene.env, cwd: scene.folder });
}

const ours = (fence: Fence): readonly string[] =>
  fence.language === 'yaml' ? gitLabScripts(fence) : fence.language === 'sh' ? commandsOf(fence) : [];

/** The scripts of GitLab's jobs; other YAML has none. */
function gitLabScripts({ text }: Fence): readonly string[] {
  const jobs = Object.values(
    (parse(text) ?? {}) as Readonly<Record<string, { script?: readonly string[] } | null>>,
  );
  return jobs.flatMap((job) => (Array.isArray(job?.script) ? job.script : []));
}

/** How each command in the pages is held; the first that fits. */
const KINDS: readonly {
  readonly begins: string;
  readonly hold: (command: string, context: TestContext) => void | Promise<void>;
}[] = [
  { begins: 'export ', hold: (command) => assert.match(command, /^export( [A-Z_]+=…)+$/) },
  // Run by the test of the script, and by .ci/run on a fresh clone.
  { begins: 'node dist/mode-ingest.mjs demo', hold: (command) => parsed(command.split(' ').slice(2)) },
  {
    begins: 'node mode-ingest.mjs ',
    hold: async (command, context) => {
      const ended = await run(await setTable(context), command.split(' '));
      assert.equal(ended.code, 0, ended.output);
    },
  },
  { begins: 'deno run ', hold: onDeno },
  {
    begins: 'docker run ',
    hold: async (command, context) => {
      const [, options = '', inside = ''] = /^docker run (.*) node:24 (.*)$/.exec(command) ?? [];
      const scene = await setTable(context);
      const handedOn = [...options.matchAll(/-e (\w+)/g)].map(([, name]) => name);
      assert.deepEqual(handedOn, Object.keys(scene.env));
      assert.ok(options.includes('-v "$PWD:/work:ro" -w /work'));
      const ended = await run(scene, inside.split(' '));
      assert.equal(ended.code, 0, ended.output);
    },
  },
  { begins: 'npm cit', hold: () => undefined },
  // Run by test/airflow on the example itself; these are the names that it reads.
  {
    begins: 'airflow ',
    hold: (command) => {
      const dag = readFileSync('examples/airflow/mode_to_openmetadata.py', 'utf8');
      const name = /^airflow (?:connections add|variables set|dags test) (\w+)/.exec(command)?.[1];
      assert.ok(name !== undefined && new RegExp(`["']${name}["']`).test(dag), command);
    },
  },
];

const parsed = (args: readonly string[]): void => void parseArguments(args);

/** With the rights that stand there, and the servers of the scene in place of the two hosts. */
async function onDeno(command: string, context: TestContext): Promise<void> {
  const words = command.split(/ +/);
  const at = words.findIndex((word) => word.endsWith('mode-ingest.mjs'));
  parsed(words.slice(at + 1));
  if (deno === undefined) return;
  const scene = await setTable(context);
  const hosts = 'app.mode.com,openmetadata.example.com';
  assert.ok(command.includes(`--allow-net=${hosts} `), command);
  const served = command.includes(FROM) ? await serveRelease(context) : FROM;
  const changed = words.map((word) => word.replace(hosts, scene.net.join(',')).replace(FROM, served));
  // GitHub's own host needs no leave; the one that stands in for it does.
  if (served !== FROM) changed.splice(2, 0, `--allow-import=${new URL(served).host}`);
  const ended = await run(scene, ['deno', 'run', '--no-prompt', ...changed.slice(2)]);
  assert.equal(ended.code, 0, ended.output);
}

/** Serves dist/ below the path of a release, as GitHub does. */
async function serveRelease(context: TestContext): Promise<string> {
  const server = createServer((request, response) => {
    const found = /^\/[\w-]+\/[\w-]+\/[\w.-]+\/dist\/mode-ingest\.mjs$/.test(request.url ?? '');
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(found ? readFileSync(SCRIPT) : 'not found');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  context.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const held = new Set<string>();
for (const page of PAGES) {
  describe(page, () => {
    for (const fence of fencesOf(page)) {
      const { line, language, text } = fence;
      for (const command of ours(fence)) {
        if (held.has(command)) continue;
        held.add(command);
        test(`line ${line}: ${command.slice(0, 80)}`, async (context) => {
          const kind = KINDS.find(({ begins }) => command.startsWith(begins));
          assert.ok(kind, `no test knows how to hold: ${command}`);
          await kind.hold(command, context);
        });
      }
      if (language === 'js')
        test(`line ${line}: the program runs`, async (context) => {
          const scene = await setTable(context);
          writeFileSync(join(scene.folder, 'program.mjs'), text);
          const ended = await run(scene, ['node', 'program.mjs']);
          assert.equal(ended.code, 0, ended.output);
          assert.match(ended.stdout, /\w/);
        });
      if (language === 'crontab')
        test(`line ${line}: the line of cron runs`, async (context) => {
          const scene = await setTable(context);
          const [, command = ''] = /^\d+ \d+ \* \* \* (.*)\n$/.exec(text) ?? [];
          const pairs = Object.entries(scene.env).map(([name, value]) => `${name}=${value}`);
          writeFileSync(join(scene.folder, 'credentials.env'), pairs.join('\n'));
          const ended = await runChild('sh', ['-c', command.replace('/opt/mode-ingest', scene.folder)]);
          assert.equal(ended.code, 0, ended.output);
          assert.ok(existsSync(join(scene.folder, 'ingest.log')));
        });
    }
  });
}
