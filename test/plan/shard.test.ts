import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PresentEdge, WantedCatalog, WantedEdge } from '../../src/catalog/entities.ts';
import { makePlan } from '../../src/plan/diff.ts';
import { goneReports } from '../../src/plan/gone-reports.ts';
import { chart, dashboard, model, OPTIONS, presentAfter, wantedCatalog } from './builders.ts';

const SHARD = { ...OPTIONS, isShard: true };
const own = model('r1.q');
const ownOther = model('r1.other');
const orders = model('orders.q', { dashboard: null });
const report = (charts: readonly string[], models: readonly string[]) =>
  dashboard('r1', {
    charts: { fqns: charts, complete: true },
    dataModels: { fqns: models, complete: true },
  });

/** Two reports of two shards, and a dataset. */
const EVERYTHING = wantedCatalog({
  charts: [chart('c1'), chart('c2'), chart('c3', { dashboard: 'mode.r2' })],
  dataModels: [own, ownOther, orders],
  dashboards: [report(['mode.c1', 'mode.c2'], [own.fqn, ownOther.fqn]), dashboard('r2')],
  reports: new Set(['r1', 'r2', 'orders']),
});
const present = presentAfter(EVERYTHING);

/** What the shard of the first report wants, once that has lost a chart and a query. */
const SHRUNK: WantedCatalog = {
  ...EVERYTHING,
  charts: [chart('c1')],
  dataModels: [own, orders],
  dashboards: [report(['mode.c1'], [own.fqn])],
  reports: new Set(['r1', 'orders']),
};

const planOf = (wanted: WantedCatalog, into: readonly PresentEdge[] = []) =>
  makePlan({
    wanted,
    present,
    presentEdges: new Map([['mode.r1', into]]),
    owners: new Map(),
    options: SHARD,
  });

test('a shard deletes nothing, and says nothing of what it does not want', () => {
  const plan = planOf(SHRUNK);
  const steps = [...plan.dashboards, ...plan.charts, ...plan.dataModels];
  assert.deepEqual(
    steps.map(({ name, action }) => `${name} ${action}`),
    ['r1 update', 'c1 unchanged', 'r1.q unchanged', 'orders.q unchanged'],
  );
  assert.deepEqual(plan.guard, { state: 'clear', reasons: [], deletions: 0 });
  const guards = { maxDeletions: 99, maxDeletionShare: 1 };
  assert.deepEqual(goneReports(SHRUNK, present, { ...SHARD, guards }), []);
  assert.deepEqual(goneReports(SHRUNK, present, { ...OPTIONS, guards }), ['r2']);
});

test('a shard takes what is gone off the lists of its own dashboards', () => {
  const [step] = planOf(SHRUNK).dashboards;
  assert.deepEqual(step?.changes.map(({ field, before }) => `${field} ${before}`).sort(), [
    'charts mode.c2',
    `dataModels ${ownOther.fqn}`,
  ]);
});

const edge = (from: string): PresentEdge => ({
  from: { kind: 'dashboardDataModel', id: `id of ${from}`, fqn: from },
  source: 'DashboardLineage',
  description: null,
  sql: null,
  columns: [],
});
const importEdge: WantedEdge = {
  from: { kind: 'dashboardDataModel', fqn: orders.fqn },
  to: { kind: 'dashboard', fqn: 'mode.r1' },
  sql: null,
  columns: [],
  conditional: false,
};

test('an edge goes with the own query that it comes from, and with an import that is no more', () => {
  const gone = planOf(SHRUNK, [edge(ownOther.fqn), edge(orders.fqn)]).edges;
  assert.deepEqual(
    gone.map(({ action, from }) => `${action} ${from.fqn}`),
    [`remove ${ownOther.fqn}`, `remove ${orders.fqn}`],
  );
  const stays = planOf({ ...SHRUNK, edges: [importEdge] }, [edge(orders.fqn)]).edges;
  assert.deepEqual(
    stays.map(({ action }) => action),
    ['unchanged'],
  );
});

test('an edge from a dataset that no list shows stays until the sweep has asked for that', () => {
  const unseen = { ...SHRUNK, dataModels: [own], reports: new Set(['r1']) };
  assert.deepEqual(planOf(unseen, [edge(orders.fqn)]).edges, []);
});
