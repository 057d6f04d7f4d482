import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { RunReport } from '../../src/report/run-report.ts';
import { type Ended, runChild } from './child.ts';
import { RUNTIMES, type Runtime } from './runtimes.ts';
import { type Scene, setScene } from './scene.ts';

const SCRIPT = resolve('dist/mode-ingest.mjs');
const NAMES = ['MODE_ACCESS_TOKEN', 'MODE_ACCESS_TOKEN_PASSWORD', 'OPENMETADATA_JWT_TOKEN'];

/** The rights that an ingestion needs on Deno, each with what it is for. */
const rights = (scene: Scene): readonly string[] => [
  `--allow-read=${scene.file}`,
  `--allow-net=${scene.net.join(',')}`,
  `--allow-env=${NAMES.join(',')}`,
];

/** Runs the script against the scene with its credentials in the environment. */
function ingest(
  runtime: Runtime,
  scene: Scene,
  args: readonly string[],
  change: { readonly env?: Readonly<Record<string, string>>; readonly rights?: readonly string[] } = {},
): Promise<Ended> {
  const before =
    runtime.kind === 'deno' ? ['run', '--no-prompt', ...(change.rights ?? rights(scene)), SCRIPT] : [SCRIPT];
  return runChild(runtime.path, [...before, ...args], {
    env: { ...scene.env, ...change.env },
    cwd: scene.folder,
  });
}

const report = (ended: Ended): RunReport => {
  assert.ok(ended.stdout.startsWith('{'), ended.output);
  return JSON.parse(ended.stdout) as RunReport;
};

for (const runtime of RUNTIMES) {
  describe(runtime.name, () => {
    test('plans, ingests, and writes nothing the second time', async (context) => {
      const scene = await setScene(context);
      const plan = report(await ingest(runtime, scene, ['plan', '--json', scene.file]));
      assert.equal(plan.status, 'planned');
      assert.equal(plan.calls.writes, 0);
      assert.ok(scene.openMetadata.requests.every(({ method }) => method === 'GET'));

      const first = await ingest(runtime, scene, ['ingest', '--json', scene.file]);
      assert.equal(first.code, 0, first.output);
      assert.ok(report(first).totals.dashboards.created > 30);
      assert.ok(report(first).totals.edges.created > 50);

      const again = report(await ingest(runtime, scene, ['ingest', '--json', scene.file]));
      assert.equal(again.status, 'done');
      assert.equal(again.calls.writes, 0);
    });

    test('tells no secret, whatever it prints', async (context) => {
      const scene = await setScene(context);
      const { output } = await ingest(runtime, scene, ['ingest', '--verbose', scene.file]);
      for (const secret of Object.values(scene.env)) assert.ok(!output.includes(secret));
      const basic = Buffer.from(`${scene.env.MODE_ACCESS_TOKEN}:${scene.env.MODE_ACCESS_TOKEN_PASSWORD}`);
      assert.ok(!output.includes(basic.toString('base64')));
    });
  });
}

describe('deno', () => {
  for (const runtime of RUNTIMES.filter(({ kind }) => kind === 'deno')) {
    for (const missing of [0, 1, 2]) {
      test(`fails in good order without right ${missing + 1} of 3`, async (context) => {
        const scene = await setScene(context);
        const fewer = rights(scene).filter((_, index) => index !== missing);
        const ended = await ingest(runtime, scene, ['ingest', scene.file], { rights: fewer });
        assert.notEqual(ended.code, 0);
        assert.doesNotMatch(ended.output, /^\s+at /m, 'a stack trace');
      });
    }
    test('needs no more than the file for validation', async (context) => {
      const scene = await setScene(context);
      const ended = await ingest(runtime, scene, ['validate', scene.file], {
        rights: [`--allow-read=${scene.file}`],
      });
      assert.equal(ended.code, 0, ended.output);
    });
  }
  test('is named by the shebang', () => {
    assert.match(
      readFileSync(SCRIPT, 'utf8').split('\n')[0] ?? '',
      /^#!\/usr\/bin\/env -S deno run --allow-/,
    );
  });
});

const [node] = RUNTIMES;
assert.ok(node);

describe('exit codes', () => {
  const CASES: readonly {
    readonly code: number;
    readonly what: string;
    readonly args?: readonly string[];
    readonly arrange?: (scene: Scene) => void | Promise<void>;
    readonly env?: Readonly<Record<string, string>>;
    readonly says: RegExp;
  }[] = [
    { code: 0, what: 'done', says: /dashboards/i },
    {
      code: 2,
      what: 'an unknown key',
      arrange: (scene) => scene.configure({ source: { includeOwner: true } }),
      says: /mode\.yml:\d+:\d+.*includeOwner.*did you mean.*includeOwners/is,
    },
    {
      code: 2,
      what: 'a file that is not there',
      args: ['ingest', 'nowhere.yml'],
      says: /Cannot read nowhere\.yml/,
    },
    { code: 2, what: 'an unknown option', args: ['ingest', '--fast'], says: /--fast[\s\S]*--help/ },
    { code: 2, what: 'no credentials', env: { MODE_ACCESS_TOKEN: '' }, says: /MODE_ACCESS_TOKEN/ },
    { code: 3, what: 'a wrong Mode key', env: { MODE_ACCESS_TOKEN_PASSWORD: 'wrong-secret' }, says: /Mode/ },
    { code: 3, what: 'a wrong JWT', env: { OPENMETADATA_JWT_TOKEN: 'a.b.c' }, says: /OpenMetadata/ },
    {
      code: 4,
      what: 'a list that could not be read',
      arrange: ({ mode }) =>
        mode.addFault({ path: /\/queries/, does: { status: 403, json: { id: 'forbidden' } }, times: 1 }),
      says: /queries of/,
    },
    {
      code: 5,
      what: 'a guard that stopped deletions',
      arrange: async (scene) => {
        assert.equal((await ingest(node, scene, ['ingest', scene.file])).code, 0);
        for (const collection of scene.mode.workspace.collections) collection.reports.splice(2);
      },
      says: /would be deleted/,
    },
    {
      code: 6,
      what: 'an empty workspace',
      arrange: ({ mode }) => {
        for (const collection of mode.workspace.collections) collection.reports.splice(0);
      },
      says: /no report/i,
    },
    { code: 10, what: 'a plan with changes', args: ['plan', '--detailed-exitcode'], says: /dashboards/i },
  ];
  for (const { code, what, args, arrange, env, says } of CASES) {
    test(`${code}: ${what}`, async (context) => {
      const scene = await setScene(context);
      await arrange?.(scene);
      const words =
        args === undefined
          ? ['ingest', scene.file]
          : args[1]?.endsWith('.yml')
            ? args
            : [...args, scene.file];
      const ended = await ingest(node, scene, words, env === undefined ? {} : { env });
      assert.equal(ended.code, code, ended.output);
      assert.match(ended.output, says);
      assert.doesNotMatch(ended.output, /^\s+at /m, 'a stack trace');
    });
  }
});

describe('what is started', () => {
  const started = (context: TestContext, args: readonly string[], stdin = '') => {
    const folder = mkdtempSync(join(tmpdir(), 'started-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    return runChild(
      node.path,
      args.map((arg) => arg.replace('FOLDER', folder)),
      { cwd: folder, stdin },
    );
  };
  test('by its path', async (context) => {
    assert.equal((await started(context, [SCRIPT, '--version'])).stdout, '0.1.0\n');
  });
  test('by a symbolic link', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'linked-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    symlinkSync(SCRIPT, join(folder, 'ingest'));
    assert.equal((await started(context, [join(folder, 'ingest'), '--version'])).stdout, '0.1.0\n');
  });
  test('from standard input', async (context) => {
    const ended = await started(
      context,
      ['--input-type=module', '-', '--version'],
      readFileSync(SCRIPT, 'utf8'),
    );
    assert.equal(ended.stdout, '0.1.0\n');
  });
  test('nothing by an import', async (context) => {
    const code = `import * as library from ${JSON.stringify(SCRIPT)}; console.log(Object.keys(library).sort().join());`;
    const ended = await started(context, ['--input-type=module', '-e', code]);
    assert.match(
      ended.stdout,
      /^ConfigurationError,EXIT,IngestError,Workflow,WorkflowExecutionError,analyzeSql,\w*\n$/,
    );
  });
  test('without a command it tells how, and fails', async (context) => {
    const ended = await started(context, [SCRIPT]);
    assert.equal(ended.code, 2);
    assert.match(ended.output, /Usage: mode-ingest <command>/);
  });
});

test('standard input is a configuration as -', async (context) => {
  const scene = await setScene(context);
  const ended = await runChild(node.path, [SCRIPT, 'validate', '-'], {
    env: scene.env,
    stdin: readFileSync(scene.file, 'utf8'),
  });
  assert.equal(ended.code, 0, ended.output);
});

test('--report, --summary and --html leave files; NO_COLOR and a pipe leave no colour', async (context) => {
  const scene = await setScene(context);
  const [json, markdown, html] = ['r.json', 's.md', 'r.html'].map((name) => join(scene.folder, name)) as [
    string,
    string,
    string,
  ];
  const files = ['--report', json, '--summary', markdown, '--html', html];
  const ended = await ingest(node, scene, ['plan', ...files, scene.file]);
  assert.equal(ended.code, 0, ended.output);
  assert.equal((JSON.parse(readFileSync(json, 'utf8')) as RunReport).command, 'plan');
  assert.match(readFileSync(markdown, 'utf8'), /^#/);
  assert.match(readFileSync(html, 'utf8'), /^<!doctype html>[\s\S]*<\/html>\n$/);
  assert.ok(!ended.output.includes('\u001b'));
});

test('SIGINT ends an ingestion in good order within five seconds', async (context) => {
  const scene = await setScene(context);
  scene.mode.addFault({ path: /\/charts/, does: 'hang' });
  const from = Date.now();
  let killed = 0;
  const child = runChild(node.path, [SCRIPT, 'ingest', scene.file], {
    env: scene.env,
    cwd: scene.folder,
    onOutput: (_, kill) => {
      if (killed > 0) return;
      killed = Date.now();
      setTimeout(() => kill('SIGINT'), 1500);
    },
  });
  const ended = await child;
  assert.equal(ended.code, 4, ended.output);
  assert.ok(killed > 0 && Date.now() - from < 12_000);
  assert.deepEqual(
    scene.openMetadata.requests.filter(({ method }) => method === 'DELETE'),
    [],
  );
});

test('the demo shows plan, ingestion and an ingestion that writes nothing, with nothing installed', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const ended = await runChild(node.path, [SCRIPT, 'demo', '--html', 'demo.html'], { cwd: folder });
  assert.equal(ended.code, 0, ended.output);
  assert.match(ended.stdout, /1\. The plan[\s\S]*2\. The ingestion[\s\S]*3\. The same once more/);
  assert.match(readFileSync(join(folder, 'mode-ingest-demo-summary.md'), 'utf8'), /```mermaid/);
  assert.match(readFileSync(join(folder, 'demo.html'), 'utf8'), /^<!doctype html>/);
});

test('the declarations are enough for a user of the library', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const source = `
    import { Workflow, WorkflowExecutionError, EXIT } from ${JSON.stringify(resolve('dist/mode-ingest.mjs'))};
    const workflow = await Workflow.create({ source: {} }, { command: 'plan', env: {} });
    const report = await workflow.execute();
    const created: number = report.totals.dashboards.created;
    try { workflow.raiseFromStatus(); } catch (error) {
      if (error instanceof WorkflowExecutionError && error.exitCode === EXIT.partial) console.log(error.report.incomplete, created);
    }
    const page: string | null = workflow.page(); console.log(page);
    workflow.printStatus(); workflow.stop();
    // @ts-expect-error
    workflow.nothing();
  `;
  writeFileSync(join(folder, 'user.mts'), source);
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const ended = await runChild(node.path, [
    tsc,
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--types',
    'node',
    '--typeRoots',
    resolve('node_modules/@types'),
    join(folder, 'user.mts'),
  ]);
  assert.equal(ended.code, 0, ended.output);
});
