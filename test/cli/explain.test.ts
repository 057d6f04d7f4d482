import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from '../../src/cli/arguments.ts';
import { reportToken, runExplain } from '../../src/cli/explain.ts';
import { loadConfigValue } from '../../src/config/load-config.ts';
import { connectBoth } from '../../src/connections.ts';
import { startDemo } from '../../src/demo/start-demo.ts';
import { explainReport } from '../../src/explain/explain-report.ts';
import type { ExplainedQuery } from '../../src/explain/explanation.ts';
import { renderExplanation } from '../../src/explain/render-explanation.ts';
import { silentHost } from '../../src/host/silent-host.ts';
import { secretsFrom } from '../../src/workflow.ts';

const TERMINAL = { env: {}, host: silentHost, colour: false, signal: new AbortController().signal };

const SUBJECTS: readonly (readonly [string, string])[] = [
  ['a1b2c3d4e5f6', 'a1b2c3d4e5f6'],
  ['https://app.mode.com/acme/reports/a1b2c3d4e5f6', 'a1b2c3d4e5f6'],
  ['https://app.mode.com/acme/reports/a1b2c3d4e5f6/queries/00ff?x=/reports/no', 'a1b2c3d4e5f6'],
  ['https://app.mode.com/editor/acme/reports/a1b2c3d4e5f6#top', 'a1b2c3d4e5f6'],
  ['https://app.mode.com/acme/datasets/a1b2c3d4e5f6', 'a1b2c3d4e5f6'],
];
for (const [subject, token] of SUBJECTS) {
  test(`${subject} is the report ${token}`, () => assert.equal(reportToken(subject), token));
}

for (const subject of ['../verify', 'a b', '', 'https://app.mode.com/acme']) {
  test(`${JSON.stringify(subject)} is no report`, () => {
    assert.throws(() => reportToken(subject), { code: 'usage' });
  });
}

test('a configuration and a report are needed', async () => {
  for (const argv of [['explain'], ['explain', 'x'], ['explain', 'a.yml', 'b.yml', 'x']]) {
    await assert.rejects(runExplain(parseArguments(argv), TERMINAL), { code: 'usage' });
  }
});

test('the report stands last, or beside -c', () => {
  const { configs, subjects } = parseArguments(['explain', 'a.yml', 'x']);
  assert.deepEqual([configs, subjects], [['a.yml'], ['x']]);
  const named = parseArguments(['explain', 'x', '-c', 'a.yml']);
  assert.deepEqual([named.configs, named.subjects], [['a.yml'], ['x']]);
});

test('every query of a report is explained from both servers, and nothing is written', async (context) => {
  const demo = await startDemo();
  context.after(() => demo.close());
  const { config } = await loadConfigValue(demo.config, {
    path: 'demo',
    env: demo.env,
    secrets: secretsFrom(demo.env),
    readFile: () => assert.fail('reads a file'),
  });
  assert.ok(config);
  const connections = connectBoth(config, {
    env: {},
    signal: new AbortController().signal,
    onRetry: () => {},
  });
  context.after(() => connections.close());
  const reports = demo.mode.workspace.collections.flatMap((collection) => collection.reports);
  const verdicts = new Set<string>();
  for (const { token, queries } of reports) {
    const explanation = await explainReport(token, config, connections);
    assert.deepEqual(explanation.unread, []);
    assert.deepEqual(
      explanation.queries.map((query) => query.token),
      queries.map((query) => query.token),
    );
    for (const query of explanation.queries) verdicts.add(query.verdict);
    const settled = explanation.queries.filter(
      ({ verdict, diagnostics }) => verdict === 'linked' && diagnostics.length === 0,
    );
    assert.ok(settled.every(({ next }) => next === ''));
    assert.ok(renderExplanation(explanation).includes(token));
  }
  assert.ok(verdicts.has('linked') && verdicts.size > 3, [...verdicts].join());
  assert.ok(demo.openMetadata.requests.every(({ method }) => method === 'GET'));

  demo.openMetadata.addFault({ path: /\/tables\/name\//, does: { status: 403, json: { code: 403 } } });
  const [close] = reports.filter(({ name }) => name === 'Monthly close');
  const { queries, unread } = await explainReport(close?.token ?? '', config, connections);
  assert.match(unread.join(), /^tables of the catalog/);
  assert.match(queries[0]?.next ?? '', /again/);
  demo.openMetadata.clearFaults();

  await assert.rejects(explainReport('000000000000', config, connections), { code: 'report-unread' });
});

const QUERY: ExplainedQuery = {
  token: 'q1',
  name: 'Sales',
  url: 'https://app.mode.com/acme/reports/r1/queries/q1',
  verdict: 'partly-linked',
  reason: 'It reads a, but b is not in the catalog.',
  next: 'Ingest the tables that are missing.',
  connection: { name: 'Warehouse', adapter: 'jdbc:postgresql' },
  dialect: 'postgres',
  rendered: 'SELECT a\nFROM a, b, c, d',
  lines: null,
  tables: [
    {
      written: 'a',
      conditional: false,
      confidence: 'high',
      state: 'found',
      fqn: 'pg.s.p.a',
      candidates: [],
      failure: null,
    },
    {
      written: 'b',
      conditional: true,
      confidence: 'low',
      state: 'missing',
      fqn: null,
      candidates: [],
      failure: null,
    },
    {
      written: 'c',
      conditional: false,
      confidence: 'high',
      state: 'ambiguous',
      fqn: null,
      candidates: ['x.c', 'y.c'],
      failure: null,
    },
    {
      written: 'd',
      conditional: false,
      confidence: 'high',
      state: 'failed',
      fqn: null,
      candidates: [],
      failure: 'no answer',
    },
  ],
  columns: [
    { name: 'a', dataType: null, sources: [{ table: 'pg.s.p.a', column: 'pg.s.p.a.a' }] },
    { name: 'n', dataType: null, sources: [] },
  ],
  diagnostics: [{ code: 'x', message: 'Look here.', line: 2 }],
};

test('an explanation reads as text', () => {
  assert.equal(
    renderExplanation({ report: 'r1', queries: [QUERY], unread: ['definitions: no answer'] }),
    `Report r1: 1 query
Not read: definitions: no answer

Sales (q1): partly-linked
  https://app.mode.com/acme/reports/r1/queries/q1
  It reads a, but b is not in the catalog.
  Ingest the tables that are missing.
  Connection: Warehouse (jdbc:postgresql), read as postgres

  Tables
    a → pg.s.p.a
    b is not in the catalog (in another Liquid branch, low confidence)
    c could be x.c or y.c
    d could not be looked up: no answer

  Columns
    a ← pg.s.p.a.a
    n ← (no column of the catalog)

  Notes
    line 2: Look here.

  SQL with default values
    1  SELECT a
    2  FROM a, b, c, d
`,
  );
});

test('hostile names and SQL send nothing to the terminal', () => {
  const hostile = '\u001b]0;x\u0007\u202e';
  const text = renderExplanation({
    report: 'r1',
    unread: [hostile],
    queries: [{ ...QUERY, name: hostile, rendered: hostile, reason: hostile, url: hostile }],
  });
  for (const sign of hostile.replace(/\w|[\];]/g, '')) assert.ok(!text.includes(sign));
});
