import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PresentCatalog, PresentEdge, WantedCatalog } from '../../src/catalog/entities.ts';
import { makePlan } from '../../src/plan/diff.ts';
import { edgesToRead } from '../../src/plan/diff-edges.ts';
import { changesAnything, type EntityStep, type Plan } from '../../src/plan/plan.ts';
import type { PlanOptions } from '../../src/plan/plan-options.ts';
import {
  CAPABILITIES,
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
const sales = wantedCatalog({
  charts: [chart('c1', { description: 'By month' })],
  dataModels: [m1],
  dashboards: [
    dashboard('r1', {
      description: 'Sales of the month',
      charts: { fqns: ['mode.c1'], complete: true },
      dataModels: { fqns: [m1.fqn], complete: true },
    }),
  ],
  edges: [tableEdge('wh.db.sales.orders', m1)],
});

const plan = (
  wanted: WantedCatalog,
  present: PresentCatalog,
  options: Partial<PlanOptions> = {},
  presentEdges: ReadonlyMap<string, readonly PresentEdge[]> = new Map(),
  owners: ReadonlyMap<string, { id: string; type: string }> = new Map(),
): Plan => makePlan({ wanted, present, presentEdges, owners, options: { ...OPTIONS, ...options } });

const stepOf = (made: Plan, fqn: string): EntityStep => {
  const found = [...made.charts, ...made.dataModels, ...made.dashboards].find((step) => step.fqn === fqn);
  assert.ok(found, fqn);
  return found;
};
/** The catalog after it, as if one field of Mode had changed since. */
const changed = (change: Partial<(typeof sales.dashboards)[0]>): WantedCatalog => ({
  ...sales,
  dashboards: sales.dashboards.map((before) => ({ ...before, ...change })),
});

test('everything is created in an empty catalog', () => {
  const made = plan(sales, NOTHING);
  assert.equal(made.service.action, 'create');
  assert.deepEqual(
    [...made.charts, ...made.dataModels, ...made.dashboards].map((step) => step.action),
    ['create', 'create', 'create'],
  );
  assert.deepEqual(
    made.edges.map((edge) => edge.action),
    ['add'],
  );
  assert.equal(changesAnything(made), true);
});

test('the same input twice changes nothing and reads no edge', () => {
  const present = presentAfter(sales);
  const made = plan(sales, present);
  assert.equal(changesAnything(made), false);
  assert.deepEqual(
    made.edges.map((edge) => edge.action),
    ['unchanged'],
  );
  assert.deepEqual(edgesToRead(sales, present, OPTIONS), []);
});

test('a server without sourceHash is asked for the edges of every entity, and still nothing is written', () => {
  const capabilities = { ...CAPABILITIES, sourceHash: false };
  const present = presentAfter(sales, {
    'mode.r1': { sourceHash: null },
    'mode.c1': { sourceHash: null },
    [m1.fqn]: { sourceHash: null },
  });
  assert.equal(edgesToRead(sales, present, { ...OPTIONS, capabilities }).length, 2);
  const edges = new Map([
    [m1.fqn, [presentEdge(tableEdge('wh.db.sales.orders', m1))]],
    ['mode.r1', []],
  ]);
  assert.equal(changesAnything(plan(sales, present, { capabilities }, edges)), false);
});

describe('what a human wrote stays, what came from Mode follows Mode', () => {
  const CASES = [
    { what: 'renamed in Mode', wanted: { displayName: 'New' }, present: {}, gives: { displayName: 'New' } },
    {
      what: 'renamed by a human',
      wanted: {},
      present: { displayName: 'Ours' },
      gives: { displayName: 'Ours' },
    },
    {
      what: 'renamed by both',
      wanted: { displayName: 'New' },
      present: { displayName: 'Ours' },
      gives: { displayName: 'Ours' },
    },
    {
      what: 'renamed by both, overridden',
      wanted: { displayName: 'New' },
      present: { displayName: 'Ours' },
      options: { overrideMetadata: true },
      gives: { displayName: 'New' },
    },
    {
      what: 'described anew in Mode',
      wanted: { description: 'New' },
      present: {},
      gives: { description: 'New' },
    },
    {
      what: 'described by a human',
      wanted: { description: 'New' },
      present: { description: 'Ours' },
      gives: { description: 'Ours' },
    },
    {
      what: 'described by a human, overridden',
      wanted: { description: 'New' },
      present: { description: 'Ours' },
      options: { overrideMetadata: true },
      gives: { description: 'New' },
    },
    {
      what: 'the mark of another connector',
      wanted: { displayName: 'New' },
      present: { sourceHash: '0123456789abcdef0123456789abcdef' },
      gives: { displayName: 'Report r1' },
    },
  ] as const;
  for (const { what, wanted, present, gives, ...rest } of CASES) {
    test(what, () => {
      const options = 'options' in rest ? rest.options : {};
      const step = stepOf(
        plan(changed(wanted), presentAfter(sales, { 'mode.r1': present }), options),
        'mode.r1',
      );
      const patched = step.patch.find(({ path }) => path === '/description')?.value;
      for (const [field, value] of Object.entries(gives)) {
        const stands = field === 'description' && patched !== undefined ? patched : step.body?.[field];
        const before = presentAfter(sales, { 'mode.r1': present }).dashboards.get('mode.r1');
        assert.equal(stands ?? before?.[field as 'displayName' | 'description'], value);
      }
    });
  }

  test('an emptied description of Mode empties only what Mode wrote', () => {
    const emptied = changed({ description: '' });
    assert.deepEqual(stepOf(plan(emptied, presentAfter(sales)), 'mode.r1').patch, [
      { op: 'add', path: '/description', value: '' },
    ]);
    const human = presentAfter(sales, { 'mode.r1': { description: 'Ours' } });
    assert.deepEqual(stepOf(plan(emptied, human), 'mode.r1').patch, []);
    assert.deepEqual(stepOf(plan(emptied, human, { overrideMetadata: true }), 'mode.r1').patch, []);
  });
});

describe('owners', () => {
  const wanted = changed({ ownerEmail: 'a@b.c' });
  const owners = new Map([['a@b.c', { id: 'u1', type: 'user' }]]);
  const CASES = [
    { what: 'none yet', present: [], override: false, sends: true },
    { what: 'the same', present: [{ id: 'u1', type: 'user' }], override: false, sends: false },
    { what: 'a human chose another', present: [{ id: 'u2', type: 'user' }], override: false, sends: false },
    { what: 'another, overridden', present: [{ id: 'u2', type: 'user' }], override: true, sends: true },
  ];
  for (const { what, present, override, sends } of CASES) {
    test(`${what} → ${sends ? 'set' : 'left'}`, () => {
      const before = presentAfter(wanted, { 'mode.r1': { owners: present } });
      const step = stepOf(plan(wanted, before, { overrideMetadata: override }, new Map(), owners), 'mode.r1');
      assert.equal(
        step.changes.some(({ field }) => field === 'owners'),
        sends,
      );
      assert.equal(step.body !== null && 'owners' in step.body, sends);
    });
  }
  test('up to 1.4 the field is owner', () => {
    const capabilities = { ...CAPABILITIES, ownersField: 'owner' } as const;
    const step = stepOf(plan(wanted, NOTHING, { capabilities }, new Map(), owners), 'mode.r1');
    assert.deepEqual(step.body?.owner, { id: 'u1', type: 'user' });
  });
});

describe('lists on a dashboard', () => {
  const withTwo = presentAfter(sales, { 'mode.r1': { charts: ['mode.c1', 'mode.c2'] } });
  const charts = (wanted: WantedCatalog, present = withTwo) =>
    stepOf(plan(wanted, present), 'mode.r1').body?.charts;

  test('a chart that is gone is taken off', () => assert.deepEqual(charts(sales), ['mode.c1']));
  test('an unread list never shortens the catalog', () => {
    const unread = changed({ charts: { fqns: [], complete: false } });
    assert.equal(charts(unread), undefined);
    assert.equal(stepOf(plan(unread, withTwo), 'mode.r1').action, 'unchanged');
  });
  test('a chart that a filter left out stays on', () => {
    assert.equal(charts({ ...sales, keep: new Map([['mode.c2', 'excluded']]) }), undefined);
  });
  test('a chart of another service was put there by a human and stays', () => {
    const present = presentAfter(sales, { 'mode.r1': { charts: ['mode.c1', 'looker.x', 'mode.c2'] } });
    assert.deepEqual(charts(sales, present), ['mode.c1', 'looker.x']);
  });
  test('the order is no difference', () => {
    const two = {
      ...sales,
      charts: [chart('c1'), chart('c2')],
      dashboards: [dashboard('r1', { charts: { fqns: ['mode.c1', 'mode.c2'], complete: true } })],
      dataModels: [],
      edges: [],
    };
    const present = presentAfter(two, { 'mode.r1': { charts: ['mode.c2', 'mode.c1'] } });
    assert.equal(changesAnything(plan(two, present)), false);
  });
});

test('a chart is sent with the dashboards that it is on, since a PUT without them detaches it', () => {
  const renamed = { ...sales, charts: [chart('c1', { displayName: 'New', description: 'By month' })] };
  const present = presentAfter(sales, { 'mode.c1': { dashboards: ['mode.r1', 'looker.d'] } });
  assert.deepEqual(stepOf(plan(renamed, present), 'mode.c1').body?.dashboards, ['looker.d', 'mode.r1']);
  assert.deepEqual(stepOf(plan(sales, NOTHING), 'mode.c1').body?.dashboards, []);
});

test('columns that are not known are sent back as they stand', () => {
  const column = {
    name: 'id',
    dataType: 'BIGINT',
    request: { name: 'id', dataType: 'BIGINT', description: 'x' },
  };
  const present = presentAfter(sales, { [m1.fqn]: { columns: [column] } });
  const rewritten = { ...sales, dataModels: [{ ...m1, sql: 'select 2' }] };
  assert.deepEqual(stepOf(plan(rewritten, present), m1.fqn).body?.columns, [column.request]);
});

test('a chart of unknown type is not written for its mark', () => {
  const unknown = {
    ...sales,
    charts: sales.charts.map((one) => ({ ...one, chartType: null, description: null })),
  };
  const { put, changes } = stepOf(plan(unknown, presentAfter(sales)), 'mode.c1');
  assert.deepEqual([put, changes], [false, []]);
});

test('columns that are not known in full take none away; those that are known do', () => {
  const column = (name: string) => ({ name, dataType: 'BIGINT', request: { name, dataType: 'BIGINT' } });
  const present = presentAfter(sales, { [m1.fqn]: { columns: [column('id'), column('gone')] } });
  const columns = [
    { name: 'ID', dataType: 'BIGINT' },
    { name: 'new', dataType: 'DATE' },
  ];
  const sent = (change: Partial<typeof m1>) =>
    stepOf(plan({ ...sales, dataModels: [{ ...m1, columns, ...change }] }, present), m1.fqn).body?.columns;
  assert.deepEqual(JSON.stringify(sent({})).match(/(?<="name":")\w+/g), ['gone', 'id', 'new']);
  assert.deepEqual(JSON.stringify(sent({ columnsKnown: true })).match(/(?<="name":")\w+/g), ['id', 'new']);
});

describe('tags', () => {
  const tagged = changed({ tags: ['ModeCollection.Sales'] });
  const patch = (present: readonly string[], wanted = tagged) =>
    stepOf(plan(wanted, presentAfter(wanted, { 'mode.r1': { tags: present } })), 'mode.r1').patch;
  test('one of ours that is no longer true is taken away, tested by its index; others stay', () => {
    assert.deepEqual(patch(['ModeCollection.Old', 'PII.None', 'ModeCollection.Sales']), [
      { op: 'test', path: '/tags/0/tagFQN', value: 'ModeCollection.Old' },
      { op: 'remove', path: '/tags/0' },
    ]);
  });
  test('one of which it is not known whether it is true stays', () => {
    const unknown = changed({ tags: ['ModeCollection.Sales'], tagsUnknown: ['ModeReport.Archived'] });
    assert.deepEqual(patch(['ModeReport.Archived', 'ModeCollection.Sales'], unknown), []);
    assert.equal(patch(['ModeReport.Archived', 'ModeCollection.Sales']).length, 2);
  });
  test('with includeTags off all stay', () => assert.deepEqual(patch(['ModeCollection.Old'], sales), []));
});

test('a moved report gets its project by PATCH, since a PUT does not store it', () => {
  const step = stepOf(plan(changed({ project: 'Finance' }), presentAfter(sales)), 'mode.r1');
  assert.deepEqual(step.patch, [{ op: 'add', path: '/project', value: 'Finance' }]);
});

describe('marks', () => {
  test('are written last where edges are to be written, and at once where none are', () => {
    const made = plan(sales, NOTHING);
    assert.match(stepOf(made, m1.fqn).hash ?? '', /^p1.{30}$/);
    assert.match(stepOf(made, m1.fqn).mark ?? '', /^m1.{30}$/);
    assert.match(stepOf(made, 'mode.c1').hash ?? '', /^m1.{30}$/);
    assert.equal(stepOf(made, 'mode.c1').mark, null);
  });
  test('vouch for nothing where edges are not known in full', () => {
    const made = plan({ ...sales, edgesUnknown: new Set([m1.fqn]) }, NOTHING);
    assert.match(stepOf(made, m1.fqn).hash ?? '', /^p1/);
    assert.equal(stepOf(made, m1.fqn).mark, null);
  });
  test('equal to the stored one never go with fields: a server from 2.0 on would skip the row', () => {
    const drifted = presentAfter(sales, { 'mode.r1': { charts: [] } });
    const step = stepOf(plan(sales, drifted), 'mode.r1');
    assert.equal(step.put, true);
    assert.notEqual(step.hash, drifted.dashboards.get('mode.r1')?.sourceHash);
    assert.equal(step.mark, drifted.dashboards.get('mode.r1')?.sourceHash);
  });
  test('change with the id of a table: one made anew has lost its edges', () => {
    const anew = tableEdge('wh.db.sales.orders', m1);
    const moved = { ...sales, edges: [{ ...anew, from: { ...anew.from, id: 'another' } }] };
    assert.deepEqual(
      edgesToRead(moved, presentAfter(sales), OPTIONS).map(({ fqn }) => fqn),
      [m1.fqn],
    );
  });
});

describe('edges', () => {
  const edge = tableEdge('wh.db.sales.orders', m1);
  const stale = presentEdge(tableEdge('wh.db.sales.old', m1));
  const actions = (present: readonly PresentEdge[], wanted = sales) => {
    const unmarked = presentAfter(sales, { [m1.fqn]: { sourceHash: null } });
    const made = plan(wanted, unmarked, {}, new Map([[m1.fqn, present]]));
    return made.edges.map(({ action, from }) => `${action} ${from.fqn}`);
  };
  const orders = 'wh.db.sales.orders';
  const CASES = [
    { what: 'missing', present: [], gives: [`add ${orders}`] },
    { what: 'equal', present: [presentEdge(edge)], gives: [`unchanged ${orders}`] },
    { what: 'other SQL', present: [presentEdge(edge, { sql: 'x' })], gives: [`change ${orders}`] },
    {
      what: 'drawn by hand',
      present: [presentEdge(edge, { source: 'Manual', sql: 'x' })],
      gives: [`unchanged ${orders}`],
    },
    {
      what: 'a stale one of ours',
      present: [presentEdge(edge), stale],
      gives: [`unchanged ${orders}`, 'remove wh.db.sales.old'],
    },
    {
      what: "another's stale one",
      present: [presentEdge(edge), { ...stale, source: 'Manual' }],
      gives: [`unchanged ${orders}`],
    },
  ];
  for (const { what, present, gives } of CASES) {
    test(what, () => assert.deepEqual(actions(present), gives));
  }
  test('none is removed where the sources are not known in full', () => {
    const unknown = { ...sales, edgesUnknown: new Set([m1.fqn]) };
    assert.deepEqual(actions([presentEdge(edge), stale], unknown), [`unchanged ${orders}`]);
  });
  test('what a human wrote on an edge, and columns that another connector found, are sent back', () => {
    const columns = [{ from: ['wh.db.sales.orders.id'], to: `${m1.fqn}.id` }];
    const unmarked = presentAfter(sales, { [m1.fqn]: { sourceHash: null } });
    const before = presentEdge(edge, { sql: 'x', description: 'Checked', columns });
    const [step] = plan(sales, unmarked, {}, new Map([[m1.fqn, [before]]])).edges;
    assert.equal(step?.description, 'Checked');
    assert.deepEqual(step?.columns, columns);
  });

  test('columns name a data model’s as the catalog does, and add to those on the edge unless they are all', () => {
    const column = { name: 'Net.Total', dataType: 'BIGINT', request: {} };
    const unmarked = presentAfter(sales, { [m1.fqn]: { sourceHash: null, columns: [column] } });
    const to = `${m1.fqn}."Net.Total"`;
    const stored = { from: ['wh.db.sales.orders.NET'], to };
    const before = presentEdge(edge, { columns: [stored] });
    const columns = [{ from: ['wh.db.sales.orders.TAX'], to: `${m1.fqn}."net.total"` }];
    const step = (change: Partial<typeof edge>) =>
      plan(
        {
          ...sales,
          dataModels: [{ ...m1, columns: [{ name: 'net.total', dataType: 'UNKNOWN' }] }],
          edges: [{ ...edge, columns, ...change }],
        },
        unmarked,
        {},
        new Map([[m1.fqn, [before]]]),
      ).edges[0];
    assert.deepEqual(step({})?.columns, [{ from: [...stored.from, 'wh.db.sales.orders.TAX'], to }]);
    assert.deepEqual(step({ columnsKnown: true })?.columns, [{ from: ['wh.db.sales.orders.TAX'], to }]);
    assert.equal(step({ columns: [{ ...stored, to: `${m1.fqn}."net.total"` }] })?.action, 'unchanged');
  });

  test('columns go where it is known that there are none', () => {
    const columns = [{ from: ['wh.db.sales.orders.id'], to: `${m1.fqn}.id` }];
    const known = { ...sales, edges: sales.edges.map((each) => ({ ...each, columnsKnown: true as const })) };
    const unmarked = presentAfter(sales, { [m1.fqn]: { sourceHash: null } });
    const before = presentEdge(edge, { columns });
    const edges = (wanted: typeof sales) =>
      plan(wanted, unmarked, {}, new Map([[m1.fqn, [before]]])).edges.filter(({ to }) => to.fqn === m1.fqn);
    assert.deepEqual(
      edges(known).map((step) => [step.action, step.columns]),
      [['change', []]],
    );
    assert.deepEqual(
      edges(sales).map(({ action }) => action),
      ['unchanged'],
    );
  });
});
