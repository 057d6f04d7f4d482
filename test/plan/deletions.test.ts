import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WantedCatalog } from '../../src/catalog/entities.ts';
import { makePlan } from '../../src/plan/diff.ts';
import type { EntityStep, Plan } from '../../src/plan/plan.ts';
import type { PlanOptions } from '../../src/plan/plan-options.ts';
import { chart, dashboard, model, OPTIONS, presentAfter, wantedCatalog } from './builders.ts';

/** `count` reports with one chart and one data model each, in two collections by turns. */
function reports(count: number): WantedCatalog {
  const names = Array.from({ length: count }, (_, index) => `r${index + 1}`);
  const models = names.map((name) => model(`${name}.q`, { dashboard: `mode.${name}` }));
  return wantedCatalog({
    charts: names.map((name) => chart(`c-${name}`, { dashboard: `mode.${name}` })),
    dataModels: models,
    dashboards: names.map((name, index) =>
      dashboard(name, {
        project: index % 2 === 0 ? 'Sales' : 'Finance',
        charts: { fqns: [`mode.c-${name}`], complete: true },
        dataModels: { fqns: [models[index]?.fqn ?? ''], complete: true },
      }),
    ),
    projects: new Set(['Sales', 'Finance']),
  });
}

const BEFORE = reports(20);
const present = presentAfter(BEFORE);

function planFor(wanted: WantedCatalog, options: Partial<PlanOptions> = {}): Plan {
  return makePlan({
    wanted,
    present,
    presentEdges: new Map(),
    owners: new Map(),
    options: { ...OPTIONS, ...options },
  });
}

/** What is left of the workspace when those reports are gone. */
function without(gone: (index: number) => boolean, change: Partial<WantedCatalog> = {}): WantedCatalog {
  const stays = (_: unknown, index: number) => !gone(index);
  return {
    ...BEFORE,
    charts: BEFORE.charts.filter(stays),
    dataModels: BEFORE.dataModels.filter(stays),
    dashboards: BEFORE.dashboards.filter(stays),
    ...change,
  };
}

const steps = (plan: Plan): readonly EntityStep[] => [...plan.charts, ...plan.dataModels, ...plan.dashboards];
const deleted = (plan: Plan): readonly string[] =>
  steps(plan)
    .filter(({ action }) => action === 'delete')
    .map(({ kind, name }) => `${kind} ${name}`);

test('a report that is gone from Mode is deleted with its charts and data models', () => {
  const plan = planFor(without((index) => index === 0));
  assert.equal(plan.guard.state, 'clear');
  assert.deepEqual(deleted(plan), ['chart c-r1', 'dashboardDataModel r1.q', 'dashboard r1']);
  assert.equal(plan.dashboards.find(({ name }) => name === 'r1')?.reason, 'gone from Mode');
});

describe('nothing is deleted when', () => {
  const first = (count: number) => without((index) => index < count);
  const CASES = [
    {
      what: 'Mode was not read in full',
      wanted: without((index) => index === 0, { complete: false, incomplete: ['reports of "Sales"'] }),
      state: 'off',
      says: /not read in full/,
    },
    { what: 'no report is left', wanted: first(20), state: 'stopped', says: /no report/ },
    { what: 'the share is too large', wanted: first(6), state: 'stopped', says: /6 of 20 dashboards.*25 %/ },
    {
      what: 'the number is too large',
      wanted: first(2),
      options: { guards: { maxDeletions: 3, maxDeletionShare: 1 } },
      state: 'stopped',
      says: /4 dashboards and data models.*allows 3/,
    },
    {
      what: 'a whole collection has vanished',
      wanted: without((index) => index % 2 === 1, { projects: new Set(['Sales']) }),
      options: { guards: { maxDeletions: null, maxDeletionShare: 1 } },
      state: 'stopped',
      says: /"Finance" is not in Mode any more; its 10 dashboards/,
    },
  ] as const;
  for (const { what, wanted, state, says, ...rest } of CASES) {
    test(what, () => {
      const plan = planFor(wanted, 'options' in rest ? rest.options : {});
      assert.equal(plan.guard.state, state);
      assert.match(plan.guard.reasons.join(' '), says);
      assert.deepEqual(deleted(plan), []);
      assert.ok(steps(plan).some(({ action }) => action === 'keep'));
    });
  }
});

test('a number that is given alone decides', () => {
  const wanted = without((index) => index % 2 === 1, { projects: new Set(['Sales']) });
  const plan = planFor(wanted, { guards: { maxDeletions: 20, maxDeletionShare: 0 } });
  assert.equal(plan.guard.state, 'clear');
  assert.equal(deleted(plan).length, 30);
});

test('a collection that was emptied or renamed with its reports moved is no loss', () => {
  const moved = {
    ...BEFORE,
    dashboards: BEFORE.dashboards.map((before) => ({ ...before, project: 'Sales' })),
    projects: new Set(['Sales']),
  };
  assert.deepEqual(deleted(planFor(moved)), []);
  assert.equal(planFor(moved).guard.state, 'clear');
});

describe('what is in Mode is kept', () => {
  test('a report that a filter left out, with its charts and data models', () => {
    const plan = planFor(
      without((index) => index < 10, {
        keepReports: new Map(names(10).map((name) => [name, 'excluded by `x`'])),
      }),
    );
    assert.deepEqual(deleted(plan), []);
    assert.equal(steps(plan).filter(({ reason }) => reason === 'excluded by `x`').length, 30);
  });
  test('a chart and a data model that a filter left out', () => {
    const wanted = {
      ...BEFORE,
      charts: BEFORE.charts.slice(1),
      dataModels: BEFORE.dataModels.slice(1),
      keep: new Map([
        ['mode.c-r1', 'excluded'],
        ['mode.model."r1.q"', 'excluded'],
      ]),
    };
    assert.deepEqual(deleted(planFor(wanted)), []);
  });
  test('every data model when includeDataModels is false', () => {
    const plan = planFor({ ...BEFORE, dataModels: [], dataModelsOff: 'includeDataModels is false' });
    assert.deepEqual(deleted(plan), []);
  });
});

describe('the switches of the workflow YAML', () => {
  const wanted = without((index) => index === 0);
  const CASES = [
    { markDeletedDashboards: true, markDeletedDataModels: true, gone: 3 },
    { markDeletedDashboards: true, markDeletedDataModels: false, gone: 2 },
    { markDeletedDashboards: false, markDeletedDataModels: true, gone: 1 },
    { markDeletedDashboards: false, markDeletedDataModels: false, gone: 0 },
  ];
  for (const { gone, ...options } of CASES) {
    test(`${JSON.stringify(options)} deletes ${gone}`, () =>
      assert.equal(deleted(planFor(wanted, options)).length, gone));
  }
});

test('what is deleted already is no step', () => {
  const wanted = without((index) => index === 0);
  const gone = presentAfter(BEFORE, {
    'mode.r1': { deleted: true },
    'mode.c-r1': { deleted: true },
    'mode.model."r1.q"': { deleted: true },
  });
  const plan = makePlan({
    wanted,
    present: gone,
    presentEdges: new Map(),
    owners: new Map(),
    options: OPTIONS,
  });
  assert.deepEqual(deleted(plan), []);
  const back = makePlan({
    wanted: BEFORE,
    present: gone,
    presentEdges: new Map(),
    owners: new Map(),
    options: OPTIONS,
  });
  assert.deepEqual(
    steps(back)
      .filter(({ action }) => action === 'restore')
      .map(({ name }) => name),
    ['c-r1', 'r1.q', 'r1'],
  );
});

function names(count: number): string[] {
  return BEFORE.dashboards.slice(0, count).map(({ name }) => name);
}

test('what a guard keeps stays on its dashboard', () => {
  const fewer = {
    ...BEFORE,
    charts: [],
    dashboards: BEFORE.dashboards.map((before) => ({ ...before, charts: { fqns: [], complete: true } })),
  };
  const plan = planFor(fewer);
  assert.equal(plan.guard.state, 'stopped');
  assert.match(plan.guard.reasons[0] ?? '', /20 of 20 charts/);
  assert.ok(plan.dashboards.every(({ action }) => action === 'unchanged'));
});
