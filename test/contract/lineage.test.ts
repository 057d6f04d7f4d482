import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Explanation } from '../../src/explain/explanation.ts';
import type { SqlAnalysis } from '../../src/lineage/analyze-sql.ts';
import { runChild } from './child.ts';
import { RUNTIMES } from './runtimes.ts';
import { setScene } from './scene.ts';

const SCRIPT = resolve('dist/mode-ingest.mjs');
const SQL = 'WITH c AS (SELECT o.* FROM mart.orders o (NOLOCK)) SELECT c.id, c.total AS gross FROM c';

for (const runtime of RUNTIMES) {
  describe(runtime.name, () => {
    const deno = runtime.kind === 'deno';

    test('reads standard input offline, without any right, with the parser that is inside', async () => {
      const before = deno ? ['run', '--no-prompt', SCRIPT] : [SCRIPT];
      const args = [...before, 'lineage', '-', '--dialect', 'tsql', '--json'];
      const { code, stdout, output } = await runChild(runtime.path, args, { stdin: SQL });
      assert.equal(code, 0, output);
      const { tables, columns, diagnostics } = JSON.parse(stdout) as SqlAnalysis;
      assert.deepEqual(tables, [{ db: null, schema: 'mart', table: 'orders', confidence: 'high' }]);
      assert.deepEqual(
        columns?.map(({ output: name, sources }) => [name, sources.map(({ column }) => column)]),
        [
          ['id', ['id']],
          ['gross', ['total']],
        ],
      );
      assert.deepEqual(diagnostics, []);
    });

    test('gives the library analyzeSql', async () => {
      const program = `import { analyzeSql } from ${JSON.stringify(pathToFileURL(SCRIPT).href)};
        const { columns } = await analyzeSql({ sql: 'SELECT * FROM t', dialect: 'postgres', catalog: { t: ['a', 'b'] } });
        console.log(columns.map(({ output }) => output).join());`;
      const args = deno
        ? ['run', '--no-prompt', `--allow-read=${SCRIPT}`, '-']
        : ['--input-type=module', '--eval', program];
      const { stdout, output } = await runChild(runtime.path, args, deno ? { stdin: program } : {});
      assert.equal(stdout.trim(), 'a,b', output);
    });
  });
}

const [node] = RUNTIMES;
assert.ok(node);

test('explains a report of the sample company', async (context) => {
  const scene = await setScene(context);
  const report = scene.mode.workspace.collections
    .flatMap(({ reports }) => reports)
    .find(({ queries }) => queries.length > 1);
  assert.ok(report);
  const args = [SCRIPT, 'explain', scene.file, `${scene.mode.url}/acme/reports/${report.token}`];
  const ended = await runChild(node.path, [...args, '--json'], { env: scene.env, cwd: scene.folder });
  const explanation = JSON.parse(ended.stdout) as Explanation;
  assert.equal(ended.code, 0, ended.output);
  assert.equal(explanation.queries.length, report.queries.length);

  const text = await runChild(node.path, args, { env: scene.env, cwd: scene.folder });
  assert.match(text.stdout, new RegExp(`^Report ${report.token}: ${report.queries.length} queries`));
  for (const secret of Object.values(scene.env)) assert.ok(!text.output.includes(secret));
});

test('the bundles are ASCII, so that no engine holds them in two bytes a character', () => {
  for (const file of ['dist/mode-ingest.mjs', 'dist/index.js'])
    assert.ok(
      readFileSync(file).every((byte) => byte < 0x80),
      file,
    );
});
