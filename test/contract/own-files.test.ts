import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { runChild } from './child.ts';
import { RUNTIMES, type Runtime } from './runtimes.ts';

const SCRIPT = resolve('dist/mode-ingest.mjs');

const OLD = `# ours
source:
  type: mode
  service_name: mode # as in the catalog
  serviceConnection:
    config: { type: Mode, workspace_name: "acme" }
  sourceConfig:
    config:
      type: DashboardMetadata
      dbServiceName: warehouse
workflowConfig:
  openMetadataServerConfig:
    hostPort: https://openmetadata.example.com/api
`;
const NEW = OLD.replace('service_name', 'serviceName')
  .replace('workspace_name', 'workspaceName')
  .replace(
    'dbServiceName: warehouse',
    'lineageInformation:\n        dbServicePrefixes:\n          - warehouse',
  );

const folder = (context: TestContext): string => {
  const path = mkdtempSync(join(tmpdir(), 'own-files-'));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

for (const runtime of RUNTIMES) {
  describe(runtime.name, () => {
    const run = (cwd: string, rights: readonly string[], ...args: string[]) =>
      started(runtime, cwd, rights, args);

    test('prints the schema that the repository has, without any right', async (context) => {
      const { code, stdout, output } = await run(folder(context), [], 'schema');
      assert.equal(code, 0, output);
      assert.deepEqual(JSON.parse(stdout), JSON.parse(readFileSync('docs/workflow.schema.json', 'utf8')));
    });

    test('begins a repository that validates, once', async (context) => {
      const top = folder(context);
      const rights = [`--allow-read=${top}`, `--allow-write=${top}`];
      const first = await run(top, rights, 'init', top);
      assert.equal(first.code, 0, first.output);
      assert.match(first.stdout, /gh secret set OPENMETADATA_JWT_TOKEN/);
      const file = join(top, 'config/mode.yml');
      const workflow = join(top, '.github/workflows/mode-openmetadata.yml');
      assert.equal(readFileSync(workflow, 'utf8'), readFileSync('examples/all-triggers.yml', 'utf8'));
      const valid = await run(top, [`--allow-read=${top}`], 'validate', file);
      assert.equal(valid.code, 0, valid.output);
      assert.match(valid.output, /workspaceName/);

      writeFileSync(file, 'mine');
      rmSync(workflow);
      const again = await run(top, rights, 'init', top);
      assert.equal(again.code, 2);
      assert.match(
        again.stderr,
        /Already there, and left as it is: .*mode\.yml\. Nothing was written\. \(file-exists\)/,
      );
      assert.equal(readFileSync(file, 'utf8'), 'mine');
      assert.deepEqual(readdirSync(join(top, '.github/workflows')), []);
    });

    test('migrates: to standard output, for a check, and in place', async (context) => {
      const top = folder(context);
      const file = join(top, 'mode.yml');
      writeFileSync(file, OLD);
      const rights = [`--allow-read=${top}`, `--allow-write=${top}`];
      const shown = await run(top, rights, 'migrate', file);
      assert.equal(shown.code, 0, shown.output);
      assert.equal(shown.stdout, NEW);
      assert.match(shown.stderr, /mode\.yml:4:3 service_name → serviceName/);
      assert.equal(readFileSync(file, 'utf8'), OLD);

      const checked = await run(top, rights, 'migrate', '--check', file);
      assert.equal(checked.code, 10, checked.output);
      assert.match(checked.stdout, /:10:7 dbServiceName → lineageInformation\.dbServicePrefixes\n$/);

      const written = await run(top, rights, 'migrate', '--write', file);
      assert.equal(written.code, 0, written.output);
      assert.equal(written.stdout, '');
      assert.equal(readFileSync(file, 'utf8'), NEW);
      assert.deepEqual(readdirSync(top), ['mode.yml']);

      const { mtimeMs } = statSync(file);
      for (const option of ['--write', '--check', '--quiet']) {
        const ended = await run(top, rights, 'migrate', option, file);
        assert.equal(ended.code, 0, ended.output);
        assert.equal(ended.stdout, option === '--quiet' ? NEW : '');
      }
      assert.equal(statSync(file).mtimeMs, mtimeMs);
    });

    test('guesses nothing: a setting in two spellings is named, and no file is touched', async (context) => {
      const top = folder(context);
      const [good, bad] = [join(top, 'good.yml'), join(top, 'bad.yml')];
      const twice = OLD.replace('  type: mode\n', '  type: mode\n  serviceName: other\n');
      writeFileSync(good, OLD);
      writeFileSync(bad, twice);
      const rights = [`--allow-read=${top}`, `--allow-write=${top}`];
      const ended = await run(top, rights, 'migrate', '--write', good, bad);
      assert.equal(ended.code, 2);
      assert.match(
        ended.stderr,
        /bad\.yml:5:3 error: .*two spellings: first on line 4.*\(spelling-ambiguous\)/,
      );
      assert.equal(readFileSync(good, 'utf8'), OLD);
      assert.equal(readFileSync(bad, 'utf8'), twice);
    });

    test('migrates standard input, CRLF and byte order mark kept', async (context) => {
      const stdin = `\uFEFF${OLD.replaceAll('\n', '\r\n')}`;
      const ended = await started(runtime, folder(context), [], ['migrate', '-'], stdin);
      assert.equal(ended.code, 0, ended.output);
      assert.equal(ended.stdout, `\uFEFF${NEW.replaceAll('\n', '\r\n')}`);
      const misused = await started(runtime, folder(context), [], ['migrate', '--write', '-'], stdin);
      assert.equal(misused.code, 2);
      assert.match(misused.stderr, /standard input has no place/);
    });
  });
}

function started(
  runtime: Runtime,
  cwd: string,
  rights: readonly string[],
  args: readonly string[],
  stdin = '',
) {
  const before = runtime.kind === 'deno' ? ['run', '--no-prompt', ...rights, SCRIPT] : [SCRIPT];
  return runChild(runtime.path, [...before, ...args], { cwd, stdin });
}
