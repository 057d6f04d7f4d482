import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { renderJson } from '../../src/report/json.ts';
import { reportJsonSchema } from '../../src/report/report-json-schema.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import { runReportSchema } from '../../src/report/run-report-schema.ts';
import { CASES } from './cases.ts';
import {
  chart,
  collection,
  complete,
  dashboard,
  dataModel,
  edge,
  facts,
  modelFqn,
  outcome,
  plan,
  report,
  workspace,
} from './facts.ts';
import { largeRun } from './large-run.ts';

test('the published schema is what the source makes', () => {
  assert.deepEqual(
    JSON.parse(readFileSync('docs/report.schema.json', 'utf8')),
    JSON.parse(JSON.stringify(reportJsonSchema())),
    'npm run compile && node scripts/write-schemas.mjs writes it',
  );
});

for (const [name, run] of Object.entries({ ...CASES, large: largeRun(100, 3) })) {
  test(`the report of ${name} is as the schema says, and survives JSON`, () => {
    const model = buildRunReport(run);
    assert.deepEqual(runReportSchema.parse(model), model);
    assert.deepEqual(JSON.parse(renderJson(model)), model);
    assert.equal(renderJson(model), renderJson(buildRunReport(run)));
  });
}

test('JSON is indented while it is short, and ends in a newline', () => {
  assert.match(renderJson(buildRunReport(facts())), /^\{\n {2}"schemaVersion": 1,\n.*\}\n$/s);
  assert.match(renderJson(buildRunReport(largeRun(1000))), /^\{"schemaVersion":1,[^\n]*\}\n$/);
});

const totalsOf = (parts: Partial<RunFacts>) => buildRunReport(facts(parts)).totals;
const none = { created: 0, changed: 0, unchanged: 0, deleted: 0, kept: 0, failed: 0 };

test('each step counts once, under what it does', () => {
  const steps = (['create', 'update', 'restore', 'unchanged', 'delete', 'keep'] as const).map((action) =>
    dashboard(action, action, { action }),
  );
  const edges = (['add', 'change', 'remove', 'unchanged'] as const).map((action) =>
    edge(action, 'x', { action }),
  );
  const totals = totalsOf({ plan: plan({ dashboards: steps, edges }) });
  assert.deepEqual(totals.dashboards, {
    created: 1,
    changed: 2,
    unchanged: 1,
    deleted: 1,
    kept: 1,
    failed: 0,
  });
  assert.deepEqual(totals.edges, { created: 1, changed: 1, unchanged: 1, deleted: 1, kept: 0, failed: 0 });
  assert.deepEqual(totals.charts, none);
});

for (const state of ['stopped', 'off'] as const) {
  test(`a guard that is ${state} deletes nothing`, () => {
    const gone = dashboard('a', 'Gone', { action: 'delete', reason: 'gone from Mode' });
    const model = buildRunReport(
      facts({ plan: plan({ dashboards: [gone], guard: { state, reasons: ['why'], deletions: 1 } }) }),
    );
    assert.deepEqual(model.totals.dashboards, { ...none, kept: 1 });
    assert.equal(model.dashboards[0]?.action, 'keep');
    assert.match(model.skipped[0]?.why ?? '', /^gone from Mode; /);
  });
}

test('what could not be written counts as failed, an edge by its two ends', () => {
  const model = buildRunReport(
    facts({
      plan: plan({
        dashboards: [dashboard('a', 'A'), dashboard('b', 'B')],
        charts: [chart('a', 'c', 'C', { action: 'unchanged' })],
        edges: [edge('t', modelFqn('a', 'q'))],
      }),
      outcome: outcome({
        results: [
          { key: 'dashboard:mode_acme.a', what: 'dashboard', ok: false, error: 'refused' },
          { key: 'dashboard:mode_acme.b', what: 'dashboard', ok: true },
          { key: 'chart:mode_acme.c', what: 'mark', ok: false },
          { key: `t → ${modelFqn('a', 'q')}`, what: 'edge', ok: false, error: 'no' },
        ],
      }),
    }),
  );
  assert.deepEqual(model.totals.dashboards, { ...none, created: 1, failed: 1 });
  assert.deepEqual(model.totals.charts, { ...none, failed: 1 });
  assert.deepEqual(model.totals.edges, { ...none, failed: 1 });
  assert.deepEqual(
    model.dashboards.map(({ failed }) => failed),
    [true, false],
  );
  assert.equal(model.edges[0]?.failed, true);
  assert.deepEqual(model.failures[1], { key: 'chart:mode_acme.c', error: 'No reason was given.' });
});

test('what an interrupted run did not reach is not told as done', () => {
  const model = buildRunReport(
    facts({
      status: 'partial',
      plan: plan({
        dashboards: [dashboard('a', 'A'), dashboard('b', 'B'), dashboard('c', 'C', { action: 'unchanged' })],
        edges: [edge('t', modelFqn('a', 'q'))],
      }),
      outcome: outcome({
        interrupted: true,
        results: [{ key: 'dashboard:mode_acme.a', what: 'dashboard', ok: true }],
      }),
    }),
  );
  assert.deepEqual(model.totals.dashboards, { ...none, created: 1, unchanged: 1, failed: 1 });
  assert.deepEqual(model.totals.edges, { ...none, failed: 1 });
  assert.deepEqual(model.incomplete, ['The run was told to stop: 2 steps of the plan not applied.']);
});

test('charts and data models stand under their dashboard, others on their own', () => {
  const model = buildRunReport(
    facts({
      workspace: workspace({
        collections: complete([collection('c1', 'Sales')]),
        reports: [report('a', 'A', 'c1'), report('d', 'Dataset', 'c1')],
      }),
      plan: plan({
        dashboards: [dashboard('a', 'A'), dashboard('z', 'Gone', { action: 'delete' })],
        charts: [chart('a', 'c', 'C'), chart('nowhere', 'l', 'Lost')],
        dataModels: [dataModel('a', 'q', 'Q'), dataModel('d', 'q', 'Dataset', { parent: null })],
      }),
    }),
  );
  assert.deepEqual(
    model.dashboards.map(({ kind, name, project, charts, dataModels }) => [
      kind,
      name,
      project,
      charts.map((each) => each.name),
      dataModels.map((each) => each.name),
    ]),
    [
      ['dashboard', 'A', 'Sales', ['C'], ['Q']],
      ['dashboard', 'Gone', null, [], []],
      ['chart', 'Lost', null, [], []],
      ['dashboardDataModel', 'Dataset', 'Sales', [], []],
    ],
  );
});

test('what is kept is told once: with its report, or with its dashboard', () => {
  const model = buildRunReport(
    facts({
      workspace: workspace({ leftOut: [{ token: 'a', name: 'A', because: 'archived' }] }),
      plan: plan({
        dashboards: [
          dashboard('a', 'A', { action: 'keep', reason: 'archived' }),
          dashboard('b', 'B', { action: 'keep', reason: 'not seen' }),
        ],
        charts: [chart('a', 'c1', 'C1', { action: 'keep' }), chart('b', 'c2', 'C2', { action: 'keep' })],
        dataModels: [
          dataModel('a', 'q', 'Q', { action: 'keep', parent: null }),
          dataModel('x', 'q', 'Alone', { action: 'keep', reason: 'data models are off', parent: null }),
        ],
      }),
    }),
  );
  assert.deepEqual(model.skipped, [
    { what: 'report', name: 'A', why: 'archived' },
    { what: 'dashboard', name: 'B', why: 'not seen' },
    { what: 'data model', name: 'Alone', why: 'data models are off' },
  ]);
});

const verdicts: Readonly<Record<string, string>> = {
  'first-ingestion':
    'Created the service, 3 dashboards, 4 charts, 6 data models and 8 lineage edges; 2 of 6 queries have no lineage.',
  plan: 'Would create 1 dashboard, 1 chart, 1 data model and 2 lineage edges; change 2 dashboards, 1 chart and 1 data model; delete 1 dashboard, 1 chart and 1 lineage edge; record 57 views; 2 of 6 queries have no lineage.',
  'nothing-changed':
    'Nothing was changed: the catalog was true to Mode already; 2 of 6 queries have no lineage.',
  guarded: 'The guard stopped 3 deletions; nothing else was changed.',
  failed: 'The run failed before anything was written: Mode refused the access token (401).',
  'invalid-configuration': 'The configuration has 2 errors, so nothing was read and nothing was written.',
};

for (const [name, verdict] of Object.entries(verdicts)) {
  test(`the verdict on ${name}`, () => assert.equal(buildRunReport(CASES[name] ?? facts()).verdict, verdict));
}

test('what is not known in full, or held back, is not called true to Mode', () => {
  const stopped = { state: 'stopped', reasons: ['3 of 4'], deletions: 3 } as const;
  const guarded = facts({
    command: 'plan',
    status: 'guarded',
    plan: plan({ guard: stopped }),
    outcome: null,
  });
  assert.equal(
    buildRunReport(guarded).verdict,
    'The guard would stop 3 deletions; nothing else would change.',
  );
  const partial = facts({
    command: 'plan',
    status: 'partial',
    plan: plan({ incomplete: ['the charts of A'] }),
    outcome: null,
  });
  assert.match(buildRunReport(partial).verdict, /^1 part could not be read.*; nothing would change\.$/);
});

test('a plan that changes nothing says so, and a valid configuration counts its warnings', () => {
  assert.equal(
    buildRunReport(facts({ command: 'plan', status: 'planned', outcome: null })).verdict,
    'Nothing would change: the catalog is true to Mode.',
  );
  const warning = { severity: 'warning', code: 'x', message: 'y', file: 'z' } as const;
  const valid = facts({ command: 'validate', status: 'valid', plan: null, outcome: null });
  assert.equal(buildRunReport(valid).verdict, 'The configuration is valid.');
  assert.equal(
    buildRunReport({ ...valid, findings: [warning] }).verdict,
    'The configuration is valid, with 1 warning.',
  );
});
