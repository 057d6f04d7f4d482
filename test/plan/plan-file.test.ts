import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PresentCatalog, WantedCatalog } from '../../src/catalog/entities.ts';
import { makePlan } from '../../src/plan/diff.ts';
import { makePlanFile, renderPlanFile } from '../../src/plan/make-plan-file.ts';
import type { PlanFile } from '../../src/plan/plan-file.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import { refusal, whatMoved } from '../../src/plan/what-moved.ts';
import {
  chart,
  dashboard,
  model,
  NOTHING,
  OPTIONS,
  presentAfter,
  tableEdge,
  wantedCatalog,
} from './builders.ts';

const m1 = model('r1.q1');
const sales = wantedCatalog({
  charts: [chart('c1')],
  dataModels: [m1],
  dashboards: [
    dashboard('r1', {
      charts: { fqns: ['mode.c1'], complete: true },
      dataModels: { fqns: [m1.fqn], complete: true },
    }),
  ],
  edges: [tableEdge('wh.db.sales.orders', m1)],
});
const SETTINGS = { serviceName: 'mode', chartFilterPattern: '[]' };

const file = (
  wanted: WantedCatalog = sales,
  present: PresentCatalog = NOTHING,
  { settings = SETTINGS, at = 0 }: { settings?: Record<string, string>; at?: number } = {},
): PlanFile =>
  makePlanFile(makePlan({ wanted, present, presentEdges: new Map(), owners: new Map(), options: OPTIONS }), {
    settings,
    workspace: 'acme',
    createdAt: new Date(at),
  });

test('the same plan is the same at any time, in any order, written and read', () => {
  const later = file({ ...sales, charts: [...sales.charts] }, NOTHING, {
    at: 1e12,
    settings: Object.fromEntries(Object.entries(SETTINGS).reverse()),
  });
  assert.deepEqual(whatMoved(file(), later), []);
  assert.equal(refusal(file(), later), null);
  const text = renderPlanFile(file());
  assert.deepEqual(readPlanFile(text, 'plan.json'), file());
  assert.doesNotMatch(text, /select|Chart c1/i);
});

test('a catalog that is true needs no step', () => {
  assert.deepEqual(file(sales, presentAfter(sales)).steps, []);
});

const MOVED = [
  {
    what: 'a setting',
    today: file(sales, NOTHING, { settings: { ...SETTINGS, chartFilterPattern: '["x"]' } }),
    is: ['the setting chartFilterPattern'],
  },
  {
    what: 'a chart more',
    today: file({ ...sales, charts: [...sales.charts, chart('c2')] }),
    is: ['chart mode.c2: create, which was not planned'],
  },
  {
    what: 'another description',
    today: file({ ...sales, charts: [chart('c1', { description: 'New' })] }),
    is: ['chart mode.c1: create to other values'],
  },
  {
    what: 'another SQL',
    today: file({ ...sales, dataModels: [{ ...m1, sql: 'select 1' }] }),
    is: ['dashboardDataModel mode.model."r1.q1": create to other values'],
  },
  {
    what: 'an edge less',
    today: file({ ...sales, edges: [] }),
    is: ['edge wh.db.sales.orders → mode.model."r1.q1": add was planned and is not needed any more'],
  },
  {
    what: 'an incomplete read',
    today: file({ ...sales, complete: false }),
    is: ['Mode was not read in full this time'],
  },
] as const;
for (const { what, today, is } of MOVED)
  test(`what moved is named: ${what}`, () => {
    assert.deepEqual(whatMoved(file(), today), is);
    const { code, exitCode } = refusal(file(), today) ?? {};
    assert.deepEqual([code, exitCode], ['plan-moved', 5]);
  });

test('of many things that moved five are named and the rest counted', () => {
  const charts = Array.from({ length: 9 }, (_, index) => chart(`d${index}`));
  const today = file({ ...sales, charts: [...sales.charts, ...charts] });
  assert.match(
    refusal(file(), today)?.message ?? '',
    /mode\.d0: create.*mode\.d4: create, which was not planned; and 4 more\.$/,
  );
});

const WRONG = [
  { what: 'no JSON', text: '{', says: /not JSON/ },
  { what: 'an empty file', text: '', says: /not JSON/ },
  { what: 'a later version', text: JSON.stringify({ ...file(), schemaVersion: 2 }), says: /schemaVersion/ },
  { what: 'a time that is none', text: JSON.stringify({ ...file(), createdAt: 'x' }), says: /createdAt/ },
  { what: 'a step less', text: JSON.stringify({ ...file(), steps: file().steps.slice(1) }), says: /hash/ },
  { what: 'another service', text: JSON.stringify({ ...file(), service: 'other' }), says: /hash/ },
];
for (const { what, text, says } of WRONG)
  test(`is no plan to approve: ${what}`, () => {
    assert.throws(() => readPlanFile(text, 'plan.json'), {
      code: 'approved-plan',
      exitCode: 2,
      message: says,
    });
  });
