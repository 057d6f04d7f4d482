import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import type { EntityKind } from '../../src/catalog/entities.ts';
import { seedUser, seedWarehouse } from '../../src/demo/open-metadata/seed.ts';
import { startOpenMetadata } from '../../src/demo/open-metadata/start-open-metadata.ts';
import { connect } from '../../src/openmetadata/connect.ts';
import { createCatalogWriter } from '../../src/openmetadata/create-catalog-writer.ts';
import { findOwners } from '../../src/openmetadata/find-owners.ts';
import { readPermissions } from '../../src/openmetadata/permissions.ts';
import { readPresentCatalog } from '../../src/openmetadata/read-catalog.ts';
import { readUpstreamEdges } from '../../src/openmetadata/read-edges.ts';
import { createTableCatalog } from '../../src/openmetadata/table-catalog.ts';
import { clientFor } from './client-for.ts';

const SERVICE = 'my.mode';
const FQN = '"my.mode"';
const ORDERS = 'warehouse.analytics.sales.orders';

/** The whole room against an OpenMetadata, as a run uses it. */
async function start(context: TestContext, version: string) {
  const server = await startOpenMetadata({ version });
  context.after(() => server.close());
  const columns = { id: 'BIGINT', amount: 'NUMERIC' };
  seedWarehouse(server, {
    service: 'warehouse',
    serviceType: 'Postgres',
    databases: { analytics: { sales: { orders: columns }, finance: { Orders: columns } } },
  });
  const client = clientFor(server.url, { token: server.botToken });
  const { capabilities } = await connect(client);
  const writer = createCatalogWriter(client, capabilities, { bulkSize: 2 });
  const read = () => readPresentCatalog(client, capabilities, { serviceName: SERVICE });
  const put = async (kind: EntityKind, ...bodies: readonly Record<string, unknown>[]) =>
    assert.deepEqual(
      await writer.putEntities(
        kind,
        bodies.map((body) => ({ service: FQN, ...body })),
      ),
      bodies.map(() => ({ ok: true })),
    );
  const fill = async () => {
    await writer.putService(SERVICE);
    await put('chart', { name: 'c1', chartType: 'Bar' }, { name: 'c2', chartType: 'Line' }, { name: 'c3' });
    await put('dashboardDataModel', {
      name: 'r1.q1',
      sql: 'select 1',
      columns: [{ name: 'id', dataType: 'BIGINT' }],
    });
    const dataModels = [`${FQN}.model."r1.q1"`];
    await put(
      'dashboard',
      { name: 'd1', project: 'A', charts: [`${FQN}.c1`, `${FQN}.c2`], dataModels },
      { name: 'd2' },
    );
  };
  return { server, client, writer, read, put, fill };
}

const VERSIONS = ['1.3.0', '1.4.0', '1.5.0', '1.10.0', '1.12.6', '2.0.0', '2.1.0'] as const;

test('what is written is read, on every version', async (context) => {
  for (const version of VERSIONS) {
    const { read, fill } = await start(context, version);
    assert.equal((await read()).service, null);
    await fill();
    const catalog = await read();
    assert.equal(catalog.service?.fqn, FQN);
    assert.deepEqual([...catalog.charts.keys()].sort(), [`${FQN}.c1`, `${FQN}.c2`, `${FQN}.c3`]);
    const dashboard = catalog.dashboards.get(`${FQN}.d1`);
    assert.deepEqual(dashboard?.charts, [`${FQN}.c1`, `${FQN}.c2`]);
    assert.deepEqual(dashboard?.dataModels, [`${FQN}.model."r1.q1"`]);
    assert.equal(dashboard?.project, 'A');
    const model = catalog.dataModels.get(`${FQN}.model."r1.q1"`);
    assert.equal(model?.dataModelType, version === '2.1.0' ? 'ModeDataModel' : 'SupersetDataModel', version);
    assert.equal(model?.columns[0]?.request.dataType, 'BIGINT');
  }
});

test('a column that is sent back as it was read changes nothing', async (context) => {
  const { server, read, put, fill } = await start(context, '1.12.6');
  await fill();
  const columns = [
    { name: 'email', dataType: 'VARCHAR', dataLength: 255, description: 'where to write to' },
    { name: 'tags', dataType: 'ARRAY', arrayDataType: 'STRING' },
    { name: 'price', dataType: 'DECIMAL', precision: 10, scale: 2 },
  ];
  const model = { name: 'r1.q2', sql: 'select 2', dataModelType: 'SupersetDataModel' };
  await put('dashboardDataModel', { ...model, columns });
  const before = (await read()).dataModels.get(`${FQN}.model."r1.q2"`);
  server.forget();
  await put('dashboardDataModel', { ...model, columns: before?.columns.map((column) => column.request) });
  assert.deepEqual((await read()).dataModels.get(`${FQN}.model."r1.q2"`), before);
});

test('a row that the server refuses fails alone, with its message', async (context) => {
  for (const version of ['1.10.0', '1.12.6']) {
    const { writer, fill } = await start(context, version);
    await fill();
    const results = await writer.putEntities('dashboard', [
      { name: 'd3', service: FQN },
      { name: 'd4', service: FQN, charts: [`${FQN}.none`] },
      { name: 'd5', service: FQN },
    ]);
    assert.deepEqual(
      results.map((result) => result.ok),
      [true, false, true],
    );
    assert.match(JSON.stringify(results[1]), /chart instance for .*none not found/);
  }
});

test('ids are those of live entities; deleting twice, or what is not there, is no error', async (context) => {
  const { client, writer, read, fill } = await start(context, '1.12.6');
  await fill();
  const ids = await writer.ids('chart', SERVICE);
  assert.deepEqual([...ids.keys()].sort(), [`${FQN}.c1`, `${FQN}.c2`, `${FQN}.c3`]);
  const id = ids.get(`${FQN}.c3`) ?? '';
  await writer.softDelete('chart', id);
  await writer.softDelete('chart', id);
  await writer.softDelete('chart', '00000000-0000-0000-0000-000000000000');
  assert.deepEqual([...(await writer.ids('chart', SERVICE)).keys()].sort(), [`${FQN}.c1`, `${FQN}.c2`]);
  assert.equal((await read()).charts.get(`${FQN}.c3`)?.deleted, true);

  const { service } = await read();
  const path = `/services/dashboardServices/${service?.id}`;
  await client.send({ method: 'DELETE', path, query: { recursive: true } });
  assert.equal((await read()).service?.deleted, true);
  await writer.restoreService(service?.id ?? '');
  assert.equal((await read()).service?.deleted, false);
});

test('a patch changes what a PUT keeps', async (context) => {
  const { server, writer, read, fill } = await start(context, '1.12.6');
  await fill();
  const dashboard = (await read()).dashboards.get(`${FQN}.d1`);
  server.forget();
  await writer.patchEntity('dashboard', dashboard?.id ?? '', [
    { op: 'add', path: '/description', value: 'from Mode' },
    { op: 'replace', path: '/project', value: 'B' },
  ]);
  await writer.patchEntity('dashboard', dashboard?.id ?? '', []);
  assert.deepEqual(
    server.requests.map(({ method, headers }) => [method, headers['content-type']]),
    [['PATCH', 'application/json-patch+json']],
  );
  const after = (await read()).dashboards.get(`${FQN}.d1`);
  assert.equal(after?.description, 'from Mode');
  assert.equal(after?.project, 'B');
});

test('a tag comes with its classification, and a present classification is left as it is', async (context) => {
  const { server, client, writer, read, put, fill } = await start(context, '1.12.6');
  await fill();
  const admin = clientFor(server.url, { token: server.adminToken });
  const ours = { name: 'ModeReport', displayName: 'What Mode says', description: 'by a human' };
  await admin.send({ method: 'PUT', path: '/classifications', body: ours });
  const tag = (classification: 'ModeCollection' | 'ModeReport', name: string) =>
    ({ classification, name, fqn: `${classification}.${name}`, description: 'of Mode' }) as const;
  server.forget();
  await Promise.all(
    [tag('ModeCollection', 'A'), tag('ModeCollection', 'B'), tag('ModeReport', 'Archived')].map(
      writer.putTag,
    ),
  );
  assert.deepEqual([...(await read()).tags].sort(), [
    'ModeCollection.A',
    'ModeCollection.B',
    'ModeReport.Archived',
  ]);
  const classifications = server.requests.filter(
    ({ method, path }) => method === 'PUT' && path.endsWith('/classifications'),
  );
  assert.equal(classifications.length, 1);
  const named = z.object({ displayName: z.string() });
  const { displayName } = await client.get('/classifications/name/ModeReport', named);
  assert.equal(displayName, 'What Mode says');

  await put('dashboard', {
    name: 'd2',
    tags: [{ tagFQN: 'ModeReport.Archived' }, { tagFQN: 'ModeCollection.A' }],
  });
  assert.deepEqual([...((await read()).dashboards.get(`${FQN}.d2`)?.tags ?? [])].sort(), [
    'ModeCollection.A',
    'ModeReport.Archived',
  ]);
});

test('edges are drawn, replaced, read and removed, with a search engine and without one', async (context) => {
  for (const version of VERSIONS) {
    for (const searchWorks of [true, false]) {
      // Before 1.4 nobody can tell an edge that was stored from one that was not.
      if (version === '1.3.0' && !searchWorks) continue;
      const { server, client, writer, fill } = await start(context, version);
      await fill();
      server.searchWorks = searchWorks;
      const from = { type: 'table', id: (await createTableCatalog(client).get(ORDERS))?.id ?? '' };
      const model = `${FQN}.model."r1.q1"`;
      const to = {
        type: 'dashboardDataModel',
        id: (await writer.ids('dashboardDataModel', SERVICE)).get(model) ?? '',
      };
      const columnsLineage = [{ fromColumns: [`${ORDERS}.id`], toColumn: `${model}.id` }];
      const read = async () =>
        (await readUpstreamEdges(client, [{ kind: 'dashboardDataModel', fqn: model }])).get(model);

      await writer.putEdge(from, to, { sqlQuery: 'select 1', description: 'note', columnsLineage });
      const edge = { from: { kind: 'table', id: from.id, fqn: ORDERS }, source: 'DashboardLineage' };
      const columns = [{ from: [`${ORDERS}.id`], to: `${model}.id` }];
      assert.deepEqual(await read(), [{ ...edge, description: 'note', sql: 'select 1', columns }]);

      await writer.putEdge(from, to, { sqlQuery: null, description: null, columnsLineage: [] });
      assert.deepEqual(await read(), [{ ...edge, description: null, sql: null, columns: [] }]);

      await writer.deleteEdge(from, to);
      await writer.deleteEdge(from, to);
      assert.deepEqual(await read(), []);
    }
  }
});

test('an edge that cannot be drawn is an error', async (context) => {
  const { writer, fill } = await start(context, '1.12.6');
  await fill();
  const to = { type: 'dashboard', id: (await writer.ids('dashboard', SERVICE)).get(`${FQN}.d1`) ?? '' };
  const from = { type: 'table', id: '00000000-0000-0000-0000-000000000000' };
  const details = { sqlQuery: null, description: null, columnsLineage: [] };
  await assert.rejects(writer.putEdge(from, to, details), { status: 404 });
});

test('tables are found by FQN and by pattern', async (context) => {
  const { server, client } = await start(context, '1.12.6');
  const tables = createTableCatalog(client);
  assert.deepEqual(await tables.services(), [{ name: 'warehouse', serviceType: 'Postgres' }]);
  assert.deepEqual(
    (await tables.get(ORDERS))?.columns.map((column) => column.fqn),
    [`${ORDERS}.id`, `${ORDERS}.amount`],
  );
  assert.equal(await tables.get('warehouse.analytics.SALES.orders'), undefined);
  const found = await tables.search('*.ORDERS');
  assert.deepEqual([...(found?.fqns ?? [])].sort(), ['warehouse.analytics.finance.Orders', ORDERS]);
  assert.equal(found?.complete, true);
  server.searchWorks = false;
  const without = createTableCatalog(client);
  assert.equal(await without.search('*.orders'), undefined);
  assert.equal((await without.get(ORDERS))?.fqn, ORDERS);
});

test('owners are found, with a search engine and without one', async (context) => {
  const { server, client } = await start(context, '1.12.6');
  seedUser(server, { username: 'ann', name: 'Ann', email: 'ann.lee@x.example' });
  seedUser(server, { username: 'bob', name: 'Bob', email: 'bob@x.example' });
  for (const searchWorks of [true, false]) {
    server.searchWorks = searchWorks;
    const owners = await findOwners(client, ['Ann.Lee@x.example', 'bob@x.example', 'nobody@x.example']);
    assert.deepEqual([...owners.keys()], ['Ann.Lee@x.example', 'bob@x.example']);
    assert.notEqual(owners.get('bob@x.example')?.id, owners.get('Ann.Lee@x.example')?.id);
  }
});

test('who we are, and what we may do', async (context) => {
  const { server, client } = await start(context, '1.12.6');
  assert.deepEqual((await connect(client)).user, { name: 'ingestion-bot', isBot: true, isAdmin: false });
  const admin = clientFor(server.url, { token: server.adminToken });
  assert.equal((await connect(admin)).user.isAdmin, true);
  await assert.rejects(connect(clientFor(server.url, { token: 'wrong' })), {
    code: 'openmetadata-credentials',
    exitCode: 3,
  });
  const permissions = await readPermissions(client);
  assert.equal(permissions.get('dashboard')?.has('Create'), true);
  assert.equal(permissions.get('table')?.has('ViewAll'), true);
});
