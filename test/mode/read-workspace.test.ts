import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report, smallWorkspace } from './small-workspace.ts';
import { walk, withMode } from './walk.ts';

/** Every request of a walk through the small workspace; nothing is asked twice, and nothing that a count proves empty. */
const REQUESTS = [
  '/api/verify',
  '/api/acme/data_sources',
  '/api/acme/definitions',
  '/api/acme/memberships/lite',
  // Its counters say that there is one page.
  '/api/acme/spaces?filter=all&page=1',
  // No counters here: a second page tells that the first was all.
  '/api/acme/spaces/c0fin/reports?page=1',
  '/api/acme/spaces/c0fin/reports?page=2',
  '/api/acme/spaces/c0fin/datasets?page=1',
  '/api/acme/spaces/c0fin/datasets?page=2',
  '/api/acme/spaces/c1ops/reports?page=1',
  '/api/acme/spaces/c1ops/reports?page=2',
  '/api/acme/spaces/c1ops/datasets?page=1',
  '/api/acme/spaces/c2own/reports?page=1',
  '/api/acme/spaces/c2own/datasets?page=1',
  '/api/acme/reports/a1sales/queries',
  '/api/acme/reports/a3orders/queries',
  // Every dataset is asked which reports import it.
  '/api/acme/datasets/a3orders/reports?page=1',
  '/api/acme/datasets/a3orders/reports?page=2',
  '/api/acme/reports/a4stock/queries',
  '/api/acme/reports/a5old/queries',
  '/api/acme/reports/a1sales/queries/b1/charts',
  '/api/acme/reports/a1sales/queries/b2/charts',
  // Its one chart is found at its first query: the other two are not asked.
  '/api/acme/reports/a5old/queries/b5/charts',
];

test('a walk costs exactly the requests that it must', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    await walk(mode);
    assert.deepEqual(mode.requests.map(({ path }) => path).sort(), [...REQUESTS].sort());
    assert.ok(mode.requests.every(({ method }) => method === 'GET'));
  });
});

test('a workspace is read whole', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const workspace = await walk(mode);
    assert.equal(workspace.name, 'acme');
    assert.equal(workspace.keyScope, 'workspace');
    assert.deepEqual(workspace.notices, []);
    assert.deepEqual(workspace.leftOut, []);
    assert.deepEqual(workspace.members, {
      state: 'complete',
      items: [{ username: 'jane', email: 'jane@acme.example' }],
    });
    assert.deepEqual(workspace.definitions, {
      state: 'complete',
      items: [{ token: 'f1', name: 'orders', sql: 'SELECT 1', connectionId: '1' }],
    });
    assert.equal(workspace.connections.items[0]?.id, '1');
    assert.deepEqual(
      workspace.collections.items.map(({ name, kind, restricted, reports, datasets }) => [
        name,
        kind,
        restricted,
        reports,
        datasets,
      ]),
      [
        [
          'Finance',
          'custom',
          false,
          { state: 'complete', items: ['a1sales', 'a2empty'] },
          { state: 'complete', items: ['a3orders'] },
        ],
        [
          'Operations',
          'custom',
          true,
          { state: 'complete', items: ['a4stock', 'a5old'] },
          { state: 'complete', items: [] },
        ],
        ['Personal', 'private', false, { state: 'complete', items: [] }, { state: 'complete', items: [] }],
      ],
    );
    assert.deepEqual(
      workspace.reports.map(({ token, kind, name, archived, creator, collectionToken }) => [
        token,
        kind,
        name,
        archived,
        creator,
        collectionToken,
      ]),
      [
        ['a1sales', 'report', 'Sales', false, 'jane', 'c0fin'],
        ['a2empty', 'report', 'Report a2empty', false, 'jane', 'c0fin'],
        ['a3orders', 'dataset', 'Report a3orders', false, 'jane', 'c0fin'],
        ['a4stock', 'report', null, false, null, 'c1ops'],
        ['a5old', 'report', 'Report a5old', true, 'jane', 'c1ops'],
      ],
    );
    assert.deepEqual(
      workspace.reports.map(({ token, importedBy }) => [token, importedBy]),
      [
        ['a1sales', { state: 'complete', items: [] }],
        ['a2empty', { state: 'complete', items: [] }],
        ['a3orders', { state: 'complete', items: ['a1sales'] }],
        ['a4stock', { state: 'complete', items: [] }],
        ['a5old', { state: 'complete', items: [] }],
      ],
    );
    const queries = workspace.reports.flatMap((each) => each.queries.items);
    assert.deepEqual(
      queries.map(({ token, connectionId, charts }) => [
        token,
        connectionId,
        charts.state,
        charts.items.length,
      ]),
      [
        ['b1', '1', 'complete', 2],
        ['b2', '1', 'complete', 1],
        ['b3', '1', 'complete', 0],
        // Its connection is deleted: the id leads nowhere and is kept all the same.
        ['b4', '99', 'complete', 0],
        ['b5', '1', 'complete', 1],
        ['b6', '1', 'complete', 0],
        ['b7', null, 'complete', 0],
      ],
    );
    assert.deepEqual(
      queries.flatMap(({ charts }) => charts.items).map(({ title, type }) => [title, type]),
      [
        ['Profit & Loss', 'bar'],
        [null, 'bigNumber'],
        ['Chart d3', 'Line'],
        ['Chart d4', 'bar'],
      ],
    );
  });
});

test('numbers for ids give the same workspace as text', async () => {
  const [numbers, text] = await Promise.all(
    [true, false].map((numericIds) => withMode(smallWorkspace(numericIds), (mode) => walk(mode))),
  );
  const withoutAddresses = (value: unknown) => JSON.stringify(value).replace(/127\.0\.0\.1:\d+/g, 'mode');
  assert.equal(withoutAddresses(numbers), withoutAddresses(text));
});

test('every page of a large collection is read, and of many collections', async () => {
  const data = smallWorkspace();
  const [finance] = data.collections;
  assert.ok(finance);
  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => report(`${prefix}${index}`, []));
  data.collections = [
    { ...finance, reports: many(60, 'r') },
    ...Array.from({ length: 64 }, (_, index) => ({
      ...finance,
      token: `c${index}`,
      reports: many(1, `s${index}-`),
    })),
  ];
  await withMode(data, async (mode) => {
    const workspace = await walk(mode, { includeDatasets: false, includeMembers: false });
    assert.equal(workspace.collections.items.length, 65);
    assert.equal(workspace.reports.length, 124);
    assert.deepEqual(
      workspace.reports.map(({ token }) => token),
      data.collections.flatMap(({ reports }) => reports.map(({ token }) => token)),
      'in Mode’s order',
    );
    const asked = (path: RegExp) => mode.requests.filter((request) => path.test(request.path)).length;
    assert.equal(asked(/\/spaces\?/), 3);
    assert.equal(asked(/c0fin\/reports/), 3);
    assert.equal(asked(/datasets|memberships/), 0);
  });
});

test('the reports that import a dataset are read to the last page', async () => {
  const data = smallWorkspace();
  const importing = Array.from({ length: 61 }, (_, index) =>
    report(`i${index}`, [], { imports: ['a3orders'] }),
  );
  data.collections[1]?.reports.push(...importing);
  await withMode(data, async (mode) => {
    const { reports } = await walk(mode);
    const dataset = reports.find(({ token }) => token === 'a3orders');
    assert.deepEqual(dataset?.importedBy, {
      state: 'complete',
      items: ['a1sales', ...importing.map(({ token }) => token)],
    });
  });
});

test('a report that stands in two collections counts once, for the first', async () => {
  const data = smallWorkspace();
  const [first, second] = data.collections;
  assert.ok(first && second);
  second.reports = [...first.reports];
  await withMode(data, async (mode) => {
    const { reports, collections } = await walk(mode);
    assert.deepEqual(
      reports.map(({ token, collectionToken }) => [token, collectionToken]),
      [
        ['a1sales', 'c0fin'],
        ['a2empty', 'c0fin'],
        ['a3orders', 'c0fin'],
      ],
    );
    assert.deepEqual(collections.items[1]?.reports.items, ['a1sales', 'a2empty']);
    assert.equal(mode.requests.filter(({ path }) => path.endsWith('a1sales/queries')).length, 1);
  });
});

test('what is left out is told with its reason, and its children cost nothing', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const { reports, leftOut } = await walk(mode, {
      leaveOut: (each, collection) =>
        collection.restricted ? 'restricted' : each.kind === 'dataset' ? 'dataset' : null,
    });
    assert.deepEqual(leftOut, [
      { token: 'a3orders', name: 'Report a3orders', because: 'dataset' },
      { token: 'a4stock', name: null, because: 'restricted' },
      { token: 'a5old', name: 'Report a5old', because: 'restricted' },
    ]);
    assert.deepEqual(
      reports.map(({ token }) => token),
      ['a1sales', 'a2empty'],
    );
    assert.ok(!mode.requests.some(({ path }) => /a3orders|a4stock|a5old/.test(path)));
  });
});

test('the filter custom leaves personal collections out', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const { collections } = await walk(mode, { filter: 'custom' });
    assert.deepEqual(
      collections.items.map(({ name }) => name),
      ['Finance', 'Operations'],
    );
  });
});

test('progress is told in words, and comes to its end', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const told = new Map<string, [number, number | null]>();
    await walk(mode, { onProgress: (stage, done, total) => told.set(stage, [done, total]) });
    assert.deepEqual(
      [...told],
      [
        ['collections', [3, 3]],
        ['reports', [5, null]],
        ['reports read', [5, 5]],
      ],
    );
  });
});
