import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePlan } from '../../src/plan/diff.ts';
import { edgesToRead } from '../../src/plan/diff-edges.ts';
import { markOf, provisionalMarkOf, wroteDisplayName } from '../../src/plan/mark.ts';
import {
  chart,
  dashboard,
  model,
  NOTHING,
  OPTIONS,
  presentAfter,
  presentEdge,
  tableEdge,
  wantedCatalog,
} from './builders.ts';

const m1 = model('r1.q1');
const edge = tableEdge('wh.db.sales.orders', m1);
const sales = wantedCatalog({ dataModels: [m1], edges: [edge] });
const plan = (
  ...[wanted, present, presentEdges = new Map()]: readonly [
    Parameters<typeof makePlan>[0]['wanted'],
    Parameters<typeof makePlan>[0]['present'],
    Parameters<typeof makePlan>[0]['presentEdges']?,
  ]
) => makePlan({ wanted, present, presentEdges, owners: new Map(), options: OPTIONS });

test('a provisional mark is never the stored one, which a server from 2.0 on would skip, and remembers the same', () => {
  const first = provisionalMarkOf(m1, null);
  const second = provisionalMarkOf(m1, first);
  assert.notEqual(first, second);
  assert.equal(provisionalMarkOf(m1, second), first);
  for (const mark of [first, second]) assert.equal(wroteDisplayName(mark, m1.displayName ?? ''), true);

  const unknown = { ...sales, edgesUnknown: new Set([m1.fqn]) };
  const drifted = presentAfter(unknown, { [m1.fqn]: { sql: 'select 0', sourceHash: first } });
  const [step] = plan(unknown, drifted, new Map([[m1.fqn, [presentEdge(edge)]]])).dataModels;
  assert.equal(step?.put, true);
  assert.equal(step?.hash, second);
});

test('the old mark is taken away before an edge is touched, though no field changed', () => {
  const grown = { ...sales, edges: [edge, tableEdge('wh.db.sales.customers', m1)] };
  const present = presentAfter(sales);
  const [step] = plan(grown, present, new Map([[m1.fqn, [presentEdge(edge)]]])).dataModels;
  assert.equal(step?.action, 'unchanged');
  assert.equal(step?.put, true);
  assert.match(step?.hash ?? '', /^p1/);
  assert.equal(step?.mark, markOf(m1, grown.edges, null));
  // Nothing vouches for anything once it is gone.
  const before = presentAfter(sales, { [m1.fqn]: { sourceHash: null } });
  assert.equal(plan(grown, before, new Map([[m1.fqn, [presentEdge(edge)]]])).dataModels[0]?.put, false);
});

test('a mark does not vouch for edges from a data model that is to be made anew', () => {
  const r1 = dashboard('r1', { dataModels: { fqns: [m1.fqn], complete: true } });
  const wanted = {
    ...sales,
    dashboards: [r1],
    edges: [
      {
        from: { kind: 'dashboardDataModel', fqn: m1.fqn },
        to: { kind: 'dashboard', fqn: r1.fqn },
        sql: null,
        columns: [],
        conditional: false,
      } as const,
    ],
  };
  const present = { ...presentAfter(wanted), dataModels: new Map() };
  assert.deepEqual(
    edgesToRead(wanted, present, OPTIONS).map(({ fqn }) => fqn),
    [r1.fqn],
  );
});

test('5,000 dashboards are planned in seconds', () => {
  const reports = Array.from({ length: 5_000 }, (_, index) => `r${index}`);
  const models = reports.flatMap((name) =>
    [1, 2, 3].map((nth) =>
      model(`${name}.q${nth}`, { dashboard: `mode.${name}`, sql: `select ${nth} from t `.repeat(100) }),
    ),
  );
  const charts = reports.flatMap((name) =>
    [1, 2, 3, 4, 5].map((nth) => chart(`${name}c${nth}`, { dashboard: `mode.${name}` })),
  );
  const wanted = wantedCatalog({
    charts,
    dataModels: models,
    dashboards: reports.map((name, index) =>
      dashboard(name, {
        project: `Project ${index % 500}`,
        charts: { fqns: charts.slice(5 * index, 5 * index + 5).map(({ fqn }) => fqn), complete: true },
        dataModels: { fqns: models.slice(3 * index, 3 * index + 3).map(({ fqn }) => fqn), complete: true },
      }),
    ),
    edges: models.flatMap((each) => [tableEdge('wh.db.s.a', each), tableEdge('wh.db.s.b', each)]),
  });
  const started = performance.now();
  assert.equal(plan(wanted, NOTHING).charts.length, 25_000);
  const present = presentAfter(wanted);
  assert.deepEqual(edgesToRead(wanted, present, OPTIONS), []);
  const gone = {
    ...wanted,
    charts: [],
    dataModels: [],
    dashboards: wanted.dashboards.slice(0, 1),
    edges: [],
  };
  assert.equal(plan(gone, present).guard.state, 'stopped');
  // One second on a quiet machine; anything quadratic would take minutes.
  assert.ok(performance.now() - started < 20_000);
});
