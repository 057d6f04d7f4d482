import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseArguments } from '../../src/cli/arguments.ts';
import { runLineage } from '../../src/cli/lineage.ts';
import type { SqlAnalysis } from '../../src/lineage/analyze-sql.ts';

/** Runs `lineage` over the SQL, with what the arguments say of it; what it prints. */
async function lineage(context: TestContext, sql: string, more: readonly string[] = []): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lineage-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'query.sql');
  writeFileSync(file, sql);
  let printed = '';
  const code = await runLineage(parseArguments(['lineage', file, ...more]), (text) => {
    printed += text;
  });
  assert.equal(code, 0);
  return printed.replaceAll(folder, '');
}

const catalogFile = (context: TestContext, text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'catalog.json'), text);
  return join(folder, 'catalog.json');
};

test('a file is shown with its tables and columns', async (context) => {
  const sql =
    'SELECT o.id, o.a + o.b AS c, 1\nFROM mart.orders (NOLOCK) o {% if x %} JOIN extra e ON 1=1 {% endif %}';
  assert.equal(
    await lineage(context, sql, ['--dialect', 'tsql']),
    [
      '/query.sql (tsql): linked',
      '  It reads mart.orders and extra.',
      '',
      '  Tables',
      '    mart.orders',
      '    extra, in another Liquid branch',
      '',
      '  Columns',
      '    id ← mart.orders.id',
      '    c ← mart.orders.a, mart.orders.b',
      '    (unnamed) ← (no column of a table)',
      '',
      '',
    ].join('\n'),
  );
});

test('what was not parsed is told with its line, and sends nothing to the terminal', async (context) => {
  const text = await lineage(context, 'SELECT a\nFROM "t\u001b[31m"\nWHERE (', ['--dialect', 'postgres']);
  assert.match(text, /low confidence/);
  assert.match(text, /Columns\n {4}not known/);
  assert.match(text, /Notes\n {4}line \d: The statement was not parsed/);
  assert.ok(!text.includes('\u001b'));
});

test('as JSON it is the analysis, with a catalog from a file', async (context) => {
  const catalog = catalogFile(context, '{"mart.orders": ["id", "total"]}');
  const json = await lineage(context, 'SELECT * FROM mart.orders', ['--json', '--catalog', catalog]);
  const analysis = JSON.parse(json) as SqlAnalysis;
  assert.equal(analysis.verdict, 'linked');
  assert.deepEqual(
    analysis.columns?.map(({ output }) => output),
    ['id', 'total'],
  );
});

for (const [dialect, says] of [
  ['snowfalke', /snowfalke.*did you mean snowflake/],
  ['cobol', /no dialect: cobol$/],
] as const) {
  test(`the dialect ${dialect} is refused, not guessed in silence`, async (context) => {
    await assert.rejects(lineage(context, 'SELECT 1', ['--dialect', dialect]), {
      code: 'usage',
      message: says,
      exitCode: 2,
    });
  });
}

test('the name of a Mode adapter serves as a dialect', async (context) => {
  assert.match(await lineage(context, 'SELECT 1', ['--dialect', 'jdbc:sqlserver']), /\(tsql\)/);
});

for (const text of ['[]', 'no', '{"a": 1}', '{"a": ["b", 2]}']) {
  test(`a catalog that holds ${text} is refused`, async (context) => {
    const catalog = catalogFile(context, text);
    await assert.rejects(lineage(context, 'SELECT 1', ['--catalog', catalog]), {
      code: 'lineage-catalog',
      exitCode: 2,
    });
  });
}

test('without a file there is nothing to read', async () => {
  await assert.rejects(runLineage(parseArguments(['lineage'])), { code: 'usage' });
});
