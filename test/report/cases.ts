import { EXIT } from '../../src/errors.ts';
import type { EntityStep } from '../../src/plan/plan.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
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
  query,
  report,
  sources,
  workspace,
} from './facts.ts';

const ACME = workspace({
  collections: complete([collection('c0ffee000001', 'Sales'), collection('c0ffee000002', 'Finance')]),
  reports: [
    report('a1b2c3d4e5f6', 'Weekly revenue', 'c0ffee000001', [
      query('q1', 'Revenue by week'),
      query('q2', 'Refunds'),
    ]),
    report('b2c3d4e5f6a1', 'Pipeline', 'c0ffee000001', [query('q3', 'Open deals')]),
    report('c3d4e5f6a1b2', 'Month-end close', 'c0ffee000002', [
      query('q4', 'Ledger'),
      query('q5', 'FX rates'),
      query('q6', 'Constants'),
    ]),
  ],
  leftOut: [
    { token: 'd4e5f6a1b2c3', name: 'Old forecast', because: 'archived, and includeDraftDashboard is false' },
    {
      token: 'e5f6a1b2c3d4',
      name: null,
      because: 'collection excluded by "^Scratch" of projectFilterPattern',
    },
  ],
});

const missing = (written: string) => ({ written, why: 'not-in-catalog', candidates: [] }) as const;

const SOURCES = [
  sources('a1b2c3d4e5f6', 'q1', 'linked'),
  sources('a1b2c3d4e5f6', 'q2', 'linked', 'It reads sales.orders and sales.refunds.', {
    diagnostics: [
      {
        code: 'unknown-definition',
        message: 'There is no definition named "fiscal_weeks".',
        line: 4,
      },
    ],
  }),
  sources(
    'b2c3d4e5f6a1',
    'q3',
    'partly-linked',
    'It reads crm.deals, but crm.deal_stages is not in the catalog.',
    { unlinked: [missing('crm.deal_stages')] },
  ),
  sources('c3d4e5f6a1b2', 'q4', 'not-in-catalog', 'It reads ledger.entries, which is not in the catalog.', {
    unlinked: [missing('ledger.entries')],
  }),
  sources(
    'c3d4e5f6a1b2',
    'q5',
    'ambiguous',
    'It reads rates, which could be more than one table of the catalog.',
    {
      unlinked: [
        {
          written: 'rates',
          why: 'ambiguous',
          candidates: ['finance.prod.public.rates', 'market.prod.public.rates'],
        },
      ],
    },
  ),
  sources('c3d4e5f6a1b2', 'q6', 'no-tables', 'The SQL reads no table.'),
];

const DASHBOARDS = [
  dashboard('a1b2c3d4e5f6', 'Weekly revenue'),
  dashboard('b2c3d4e5f6a1', 'Pipeline'),
  dashboard('c3d4e5f6a1b2', 'Month-end close'),
];
const CHARTS = [
  chart('a1b2c3d4e5f6', 'ch1', 'Revenue by week'),
  chart('a1b2c3d4e5f6', 'ch2', 'Refund rate'),
  chart('b2c3d4e5f6a1', 'ch3', 'Deals by stage'),
  chart('c3d4e5f6a1b2', 'ch4', 'Ledger balance'),
];
const MODELS = [
  dataModel('a1b2c3d4e5f6', 'q1', 'Revenue by week'),
  dataModel('a1b2c3d4e5f6', 'q2', 'Refunds'),
  dataModel('b2c3d4e5f6a1', 'q3', 'Open deals'),
  dataModel('c3d4e5f6a1b2', 'q4', 'Ledger'),
  dataModel('c3d4e5f6a1b2', 'q5', 'FX rates'),
  dataModel('c3d4e5f6a1b2', 'q6', 'Constants'),
];
const columns = [
  { from: ['warehouse.prod.sales.orders.amount'], to: `${modelFqn('a1b2c3d4e5f6', 'q1')}.revenue` },
  { from: ['warehouse.prod.sales.orders.created_at'], to: `${modelFqn('a1b2c3d4e5f6', 'q1')}.week` },
];
const EDGES = [
  edge('warehouse.prod.sales.orders', modelFqn('a1b2c3d4e5f6', 'q1'), { columns }),
  edge('warehouse.prod.sales.order_lines', modelFqn('a1b2c3d4e5f6', 'q1')),
  edge('warehouse.prod.sales.orders', modelFqn('a1b2c3d4e5f6', 'q2')),
  edge('warehouse.prod.sales.refunds', modelFqn('a1b2c3d4e5f6', 'q2'), { conditional: true }),
  edge('crm.prod.public.deals', modelFqn('b2c3d4e5f6a1', 'q3')),
  edge(modelFqn('a1b2c3d4e5f6', 'q1'), 'mode_acme.a1b2c3d4e5f6'),
  edge(modelFqn('a1b2c3d4e5f6', 'q2'), 'mode_acme.a1b2c3d4e5f6'),
  edge(modelFqn('b2c3d4e5f6a1', 'q3'), 'mode_acme.b2c3d4e5f6a1'),
];

const settled = (step: EntityStep): EntityStep => ({ ...step, action: 'unchanged', id: '1' });

const FIRST_PLAN = plan({
  service: { action: 'create', name: 'mode_acme', fqn: 'mode_acme', id: null },
  dashboards: DASHBOARDS,
  charts: CHARTS,
  dataModels: MODELS,
  edges: EDGES,
});

const SETTLED = plan({
  dashboards: DASHBOARDS.map(settled),
  charts: CHARTS.map(settled),
  dataModels: MODELS.map(settled),
  edges: EDGES.map((each) => ({ ...each, action: 'unchanged' })),
});

const first = facts({
  workspace: ACME,
  sources: SOURCES,
  plan: FIRST_PLAN,
  pipeline: {
    fqn: 'mode_acme.mode_ingest',
    runId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    state: 'success',
    problem: null,
  },
});

const planned = facts({
  command: 'plan',
  status: 'planned',
  outcome: null,
  calls: { mode: 42, openMetadata: 21, writes: 0 },
  workspace: ACME,
  sources: SOURCES,
  plan: plan({
    dashboards: [
      ...DASHBOARDS.slice(0, 1).map(settled),
      dashboard('b2c3d4e5f6a1', 'Pipeline', {
        action: 'update',
        changes: [
          { field: 'description', before: 'Deals by stage', after: 'Open deals by stage and owner' },
          { field: 'displayName', before: 'Pipeline (old)', after: 'Pipeline' },
        ],
      }),
      dashboard('c3d4e5f6a1b2', 'Month-end close'),
      dashboard('f6a1b2c3d4e5', 'Churn 2023', { action: 'delete', reason: 'gone from Mode' }),
      dashboard('f7a1b2c3d4e5', 'Board pack', { action: 'restore', reason: 'in Mode again' }),
      dashboard('d4e5f6a1b2c3', 'Old forecast', {
        action: 'keep',
        reason: 'archived, and includeDraftDashboard is false',
      }),
    ],
    charts: [
      ...CHARTS.slice(0, 2).map(settled),
      chart('b2c3d4e5f6a1', 'ch3', 'Deals by stage', {
        action: 'update',
        changes: [{ field: 'chartType', before: 'Bar', after: 'Line' }],
      }),
      chart('b2c3d4e5f6a1', 'ch9', 'Deals by owner'),
      chart('f6a1b2c3d4e5', 'ch8', 'Churn rate', { action: 'delete', reason: 'gone from Mode' }),
    ],
    dataModels: [
      ...MODELS.slice(0, 2).map(settled),
      dataModel('b2c3d4e5f6a1', 'q3', 'Open deals', {
        action: 'update',
        changes: [
          {
            field: 'sql',
            before:
              'select d.stage, d.owner, d.amount, d.created_at from crm.deals as d order by d.created_at',
            after:
              'select d.stage, d.owner, d.amount, d.created_at from crm.deals as d where d.open order by d.created_at',
          },
        ],
      }),
      dataModel('c3d4e5f6a1b2', 'q4', 'Ledger'),
    ],
    edges: [
      ...EDGES.map((each, index) =>
        index === 4 || index === 7 ? each : { ...each, action: 'unchanged' as const },
      ),
      edge('crm.prod.public.old_deals', modelFqn('b2c3d4e5f6a1', 'q3'), { action: 'remove' }),
    ],
    usage: {
      date: '2026-11-02',
      steps: [
        { fqn: 'mode_acme.a1b2c3d4e5f6', displayName: 'Weekly revenue', id: '1', count: 41, mark: null },
        { fqn: 'mode_acme.b2c3d4e5f6a1', displayName: 'Pipeline', id: '2', count: 16, mark: null },
        { fqn: 'mode_acme.f7a1b2c3d4e5', displayName: 'Board pack', id: '3', count: null, mark: 'm1' },
      ],
      off: null,
    },
    guard: { state: 'clear', reasons: [], deletions: 2 },
  }),
});

const partial = facts({
  status: 'partial',
  exitCode: EXIT.partial,
  workspace: ACME,
  sources: SOURCES,
  plan: {
    ...FIRST_PLAN,
    complete: false,
    incomplete: ['queries of report "Pipeline" (b2c3d4e5f6a1): Mode answered 502 four times'],
    usage: {
      date: '2026-11-02',
      steps: DASHBOARDS.slice(1).map(({ fqn, displayName }) => ({
        fqn,
        displayName,
        id: '1',
        count: 12,
        mark: null,
      })),
      off: null,
    },
    guard: { state: 'off', reasons: ['Mode was not read in full, so nothing is deleted.'], deletions: 0 },
  },
  pipeline: {
    fqn: 'mode_acme.nightly',
    runId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    state: 'partialSuccess',
    problem: 'there is no such ingestion pipeline; registerRun makes one of the service',
  },
  outcome: outcome({
    results: [
      { key: 'service:mode_acme', what: 'service', ok: true },
      ...DASHBOARDS.map(({ fqn }, index) =>
        index === 2
          ? {
              key: `dashboard:${fqn}`,
              what: 'dashboard' as const,
              ok: false,
              status: 400,
              error: 'OpenMetadata refused it: displayName is too long',
            }
          : { key: `dashboard:${fqn}`, what: 'dashboard' as const, ok: true },
      ),
      {
        key: `${EDGES[0]?.from.fqn} → ${EDGES[0]?.to.fqn}`,
        what: 'edge',
        ok: false,
        error: 'OpenMetadata answered 500: lineage index is read-only',
      },
      { key: `usage:${DASHBOARDS[1]?.fqn}`, what: 'usage', ok: true },
      {
        key: `usage:${DASHBOARDS[2]?.fqn}`,
        what: 'usage',
        ok: false,
        error: 'The dashboard could not be written; the next run counts its views.',
      },
    ],
  }),
});

const guarded = facts({
  status: 'guarded',
  exitCode: EXIT.guard,
  workspace: ACME,
  sources: SOURCES.slice(0, 2),
  plan: {
    ...SETTLED,
    dashboards: [
      ...SETTLED.dashboards,
      ...['Churn', 'Retention', 'Cohorts'].map((name, index) =>
        dashboard(`9${index}a1b2c3d4e5`, name, {
          action: 'keep',
          id: '1',
          reason: 'not seen in Mode; 3 of 6 dashboards would be deleted; max-deletion-share allows 25 %.',
        }),
      ),
    ],
    guard: {
      state: 'stopped',
      reasons: [
        '3 of 6 dashboards would be deleted; max-deletion-share allows 25 %.',
        'The collection "Growth" is not in Mode any more; its 3 dashboards would be deleted.',
      ],
      deletions: 3,
    },
  },
});

const invalid = facts({
  command: 'validate',
  status: 'invalid',
  exitCode: EXIT.configuration,
  serviceName: null,
  workspace: null,
  plan: null,
  outcome: null,
  servers: { mode: null, openMetadata: null, openMetadataVersion: null },
  calls: { mode: 0, openMetadata: 0, writes: 0 },
  finishedAt: Date.UTC(2026, 10, 2, 6, 0, 0, 38),
  findings: [
    {
      severity: 'warning',
      code: 'secret-in-file',
      message: 'accessTokenPassword stands in the file as plain text.',
      next: 'Move it to a secret and write ${MODE_ACCESS_TOKEN_PASSWORD}.',
      file: 'ingestion/mode.yml',
      line: 9,
      column: 30,
    },
    {
      severity: 'error',
      code: 'unknown-key',
      message: 'Unknown key "workspacename".',
      next: 'Did you mean "workspaceName"?',
      file: 'ingestion/mode.yml',
      line: 7,
      column: 9,
    },
    {
      severity: 'error',
      code: 'credential-missing',
      message: 'No access token for Mode.',
      next: 'Set MODE_ACCESS_TOKEN.',
      file: 'ingestion/mode.yml',
    },
  ],
});

const BAD = [
  '](javascript:alert(1)) [x](https://evil.example)',
  '<img src=x onerror=alert(1)> </details> </table>',
  '| a | b |\n|---|---|\n```\n# heading',
  '@acme/admins @octocat see #123, GH-7 and https://evil.example www.evil.example',
  '`code` **bold** _it_ ~~x~~ $\\frac{1}{2}$ :tada: &lt;b&gt;',
  '"]; click n1 "javascript:alert(1)" %%{init: {}}%% end',
  '\u001b[31mred\u001b[0m \u202egnp.exe ::error::x ##[error]y',
];

const hostile = facts({
  serviceName: 'mode_acme',
  workspace: workspace({
    collections: complete([collection('c1', BAD[1] ?? '')]),
    reports: BAD.map((name, index) => report(`bad${index}`, name, 'c1', [query('q', name)])),
    leftOut: BAD.map((name, index) => ({ token: `out${index}`, name, because: name })),
    notices: BAD,
  }),
  sources: BAD.map((reason, index) =>
    sources(`bad${index}`, 'q', 'ambiguous', reason, {
      unlinked: [
        { written: reason, why: 'ambiguous', candidates: [reason] },
        { written: reason, why: 'not-in-catalog', candidates: [] },
      ],
      diagnostics: [{ code: reason, message: `${reason}!`, line: 2 }],
    }),
  ),
  status: 'partial',
  exitCode: EXIT.partial,
  plan: plan({
    dashboards: BAD.map((name, index) =>
      dashboard(`bad${index}`, name, {
        action: 'update',
        url: index === 0 ? 'javascript:alert(1)' : `https://app.mode.com/a(b)c|d"e<f>${index} g\`h`,
        changes: [{ field: 'description', before: name, after: `${name}${name}` }],
      }),
    ),
    dataModels: BAD.map((name, index) => dataModel(`bad${index}`, 'q', name)),
    edges: BAD.map((name, index) => edge(`db.s.${name.replaceAll('.', '')}`, modelFqn(`bad${index}`, 'q'))),
    incomplete: BAD,
    complete: false,
  }),
  outcome: outcome({
    results: BAD.map((name) => ({ key: `dashboard:${name}`, what: 'dashboard', ok: false, error: name })),
  }),
});

/** Every kind of run that a golden file shows. */
export const CASES: Readonly<Record<string, RunFacts>> = {
  'first-ingestion': first,
  plan: planned,
  'nothing-changed': facts({
    workspace: ACME,
    sources: SOURCES,
    plan: SETTLED,
    calls: { mode: 18, openMetadata: 9, writes: 0 },
  }),
  partial,
  guarded,
  'empty-source': facts({
    status: 'empty',
    exitCode: EXIT.emptySource,
    plan: null,
    outcome: null,
    calls: { mode: 3, openMetadata: 5, writes: 0 },
  }),
  'invalid-configuration': invalid,
  failed: facts({
    status: 'failed',
    exitCode: EXIT.credentials,
    workspace: null,
    plan: null,
    outcome: null,
    calls: { mode: 1, openMetadata: 2, writes: 0 },
    error: {
      code: 'mode-credentials',
      message: 'Mode refused the access token (401).',
      next: 'Make a new workspace API token in Mode and set MODE_ACCESS_TOKEN and MODE_ACCESS_TOKEN_PASSWORD.',
    },
  }),
  'hostile-names': hostile,
};
