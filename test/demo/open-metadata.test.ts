import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { seedUser, seedWarehouse } from '../../src/demo/open-metadata/seed.ts';
import { startOpenMetadata } from '../../src/demo/open-metadata/start-open-metadata.ts';
import { ask } from './open-metadata/ask.ts';

const WAREHOUSE = {
  service: 'snow',
  serviceType: 'Snowflake',
  databases: {
    shop: { public: { orders: { id: 'BIGINT', amount: 'NUMERIC' }, 'odd.name': { id: 'INT' } } },
  },
};

async function start(t: TestContext) {
  const openMetadata = await startOpenMetadata();
  t.after(() => openMetadata.close());
  seedWarehouse(openMetadata, WAREHOUSE);
  await ask(openMetadata, 'PUT', '/services/dashboardServices', { name: 'mode', serviceType: 'Mode' });
  return openMetadata;
}

test('a seeded warehouse is found by name, by listing and by search', async (t) => {
  const openMetadata = await start(t);
  seedWarehouse(openMetadata, WAREHOUSE);
  const table = await ask(openMetadata, 'GET', '/tables/name/snow.shop.public.orders?fields=columns');
  assert.equal(table.at('columns', 1, 'fullyQualifiedName'), 'snow.shop.public.orders.amount');
  assert.equal(table.at('serviceType'), 'Snowflake');
  const odd = await ask(openMetadata, 'GET', '/tables/name/snow.shop.public.%22odd.name%22');
  assert.equal(odd.at('columns', 0, 'fullyQualifiedName'), 'snow.shop.public."odd.name".id');
  const services = await ask(openMetadata, 'GET', '/services/databaseServices?limit=100');
  assert.equal(services.at('paging', 'total'), 1);
  const tables = await ask(openMetadata, 'GET', '/tables?database=snow.shop');
  assert.equal(tables.at('paging', 'total'), 2);
  const hits = await ask(
    openMetadata,
    'GET',
    '/search/fieldQuery?fieldName=fullyQualifiedName&fieldValue=*.PUBLIC.Orders&index=table_search_index',
  );
  assert.equal(hits.at('hits', 'hits', 0, '_source', 'fullyQualifiedName'), 'snow.shop.public.orders');
});

test('a wildcard search tells ten hits and the number of all', async (t) => {
  const openMetadata = await start(t);
  const many = Object.fromEntries(Array.from({ length: 14 }, (_none, index) => [`t${index}`, { id: 'INT' }]));
  seedWarehouse(openMetadata, { ...WAREHOUSE, databases: { shop: { big: many } } });
  const told = await ask(
    openMetadata,
    'GET',
    '/search/fieldQuery?fieldName=fullyQualifiedName&fieldValue=snow.*.big.*&index=table_search_index&size=50',
  );
  assert.equal((told.at('hits', 'hits') as unknown[]).length, 10);
  assert.equal(told.at('hits', 'total', 'value'), 14);
});

test('a seeded user is found by e-mail and owns what it is given', async (t) => {
  const openMetadata = await start(t);
  seedUser(openMetadata, { username: 'ann', name: 'Ann Lee', email: 'Ann.Lee@acme.example' });
  seedUser(openMetadata, { username: 'ann', name: 'Ann Lee', email: 'Ann.Lee@acme.example' });
  const search = await ask(
    openMetadata,
    'GET',
    `/search/query?q=${encodeURIComponent('email.keyword:"ann.lee@acme.example"')}&index=user_search_index`,
  );
  const id = search.at('hits', 'hits', 0, '_source', 'id');
  assert.equal(search.at('hits', 'total', 'value'), 1);
  for (const name of ['%22ANN.LEE%22', 'ann.lee'])
    assert.equal((await ask(openMetadata, 'GET', `/users/name/${name}`)).at('id'), id);
  await ask(openMetadata, 'PUT', '/dashboards', {
    name: 'd',
    service: 'mode',
    owners: [{ id, type: 'user' }],
  });
  const told = await ask(openMetadata, 'GET', '/dashboards/name/mode.d?fields=owners');
  assert.equal(told.at('owners', 0, 'displayName'), 'Ann Lee');
});

test('the catalog image tells two runs alike or apart, without ids, versions and times', async (t) => {
  const write = async (displayName: string) => {
    const openMetadata = await start(t);
    await ask(openMetadata, 'PUT', '/charts', { name: 'c', service: 'mode', displayName });
    await ask(openMetadata, 'PUT', '/dashboards', { name: 'd', service: 'mode', charts: ['mode.c'] });
    const table = await ask(openMetadata, 'GET', '/tables/name/snow.shop.public.orders');
    const dashboard = await ask(openMetadata, 'GET', '/dashboards/name/mode.d');
    const edge = {
      fromEntity: { id: table.at('id'), type: 'table' },
      toEntity: { id: dashboard.at('id'), type: 'dashboard' },
      lineageDetails: { source: 'DashboardLineage' },
    };
    await ask(openMetadata, 'PUT', '/lineage', { edge });
    return catalogImage(openMetadata);
  };
  const image = await write('Chart');
  assert.deepEqual(await write('Chart'), image);
  assert.notDeepEqual(await write('Other'), image);
  assert.deepEqual(
    image.edges.map(({ from, to }) => [from, to]),
    [['table snow.shop.public.orders', 'dashboard mode.d']],
  );
  assert.deepEqual(image.entities.dashboard?.[0]?.contents, ['mode.c']);
});

test('without a search engine, lineage is stored and answered with 500, and search fails', async (t) => {
  const openMetadata = await start(t);
  await ask(openMetadata, 'PUT', '/dashboards', { name: 'd', service: 'mode' });
  const table = await ask(openMetadata, 'GET', '/tables/name/snow.shop.public.orders');
  const dashboard = await ask(openMetadata, 'GET', '/dashboards/name/mode.d');
  openMetadata.searchWorks = false;
  const edge = {
    fromEntity: { id: table.at('id'), type: 'table' },
    toEntity: { id: dashboard.at('id'), type: 'dashboard' },
  };
  assert.equal((await ask(openMetadata, 'PUT', '/lineage', { edge })).status, 500);
  const graph = await ask(openMetadata, 'GET', '/lineage/dashboard/name/mode.d');
  assert.equal(graph.at('upstreamEdges', 0, 'fromEntity'), table.at('id'));
  for (const path of ['/search/query?q=*&index=table', '/lineage/getLineage?fqn=mode.d&type=dashboard'])
    assert.equal((await ask(openMetadata, 'GET', path)).status, 500);
});

test('the secret of a stored connection is shown to the bot and masked for the admin', async (t) => {
  const openMetadata = await start(t);
  const config = { type: 'Mode', accessToken: 'tok', accessTokenPassword: 'pass', workspaceName: 'acme' };
  await ask(openMetadata, 'PUT', '/services/dashboardServices', {
    name: 'mode',
    serviceType: 'Mode',
    connection: { config },
  });
  const path = '/services/dashboardServices/name/mode';
  const bot = await ask(openMetadata, 'GET', path);
  const admin = await ask(openMetadata, 'GET', path, undefined, { token: openMetadata.adminToken });
  assert.equal(bot.at('connection', 'config', 'accessTokenPassword'), 'pass');
  assert.equal(admin.at('connection', 'config', 'accessTokenPassword'), '*********');
  assert.equal(admin.at('connection', 'config', 'workspaceName'), 'acme');
});

test('a soft-deleted dashboard comes back with its charts on restore', async (t) => {
  const openMetadata = await start(t);
  await ask(openMetadata, 'PUT', '/charts', { name: 'c', service: 'mode' });
  const { at } = await ask(openMetadata, 'PUT', '/dashboards', {
    name: 'd',
    service: 'mode',
    charts: ['mode.c'],
  });
  await ask(openMetadata, 'DELETE', `/dashboards/${at('id')}`);
  assert.equal((await ask(openMetadata, 'GET', '/charts/name/mode.c')).status, 404);
  assert.deepEqual((await ask(openMetadata, 'GET', '/dashboards?include=deleted')).at('paging'), {
    total: 1,
  });
  assert.equal((await ask(openMetadata, 'PUT', '/dashboards/restore', { id: at('id') })).status, 200);
  assert.equal((await ask(openMetadata, 'GET', '/charts/name/mode.c')).status, 200);
});

test('a chart that another live dashboard shows survives', async (t) => {
  const openMetadata = await start(t);
  await ask(openMetadata, 'PUT', '/charts', { name: 'c', service: 'mode' });
  for (const name of ['d1', 'd2'])
    await ask(openMetadata, 'PUT', '/dashboards', { name, service: 'mode', charts: ['mode.c'] });
  await ask(openMetadata, 'DELETE', '/dashboards/name/mode.d1');
  assert.equal((await ask(openMetadata, 'GET', '/charts/name/mode.c')).status, 200);
});

test('a service with children goes only recursively, and takes them along', async (t) => {
  const openMetadata = await start(t);
  await ask(openMetadata, 'PUT', '/charts', { name: 'c', service: 'mode' });
  const path = '/services/dashboardServices/name/mode';
  assert.equal((await ask(openMetadata, 'DELETE', path)).status, 400);
  assert.equal((await ask(openMetadata, 'DELETE', `${path}?recursive=true&hardDelete=true`)).status, 200);
  assert.equal((await ask(openMetadata, 'GET', '/charts/name/mode.c?include=all')).status, 404);
});

test('faults, recorded requests and unknown paths', async (t) => {
  const openMetadata = await start(t);
  openMetadata.forget();
  openMetadata.addFault({ method: 'PUT', path: /\/charts$/, does: { status: 503 }, times: 1 });
  const chart = { name: 'c', service: 'mode' };
  assert.equal((await ask(openMetadata, 'PUT', '/charts', chart)).status, 503);
  assert.equal((await ask(openMetadata, 'PUT', '/charts', chart)).status, 201);
  assert.deepEqual(
    openMetadata.requests.map(({ method, path }) => `${method} ${path}`),
    ['PUT /api/v1/charts', 'PUT /api/v1/charts'],
  );
  assert.equal((await ask(openMetadata, 'GET', '/nothing')).status, 404);
  assert.equal((await ask(openMetadata, 'GET', '/charts/name/%ZZ')).status, 400);
  assert.equal((await ask(openMetadata, 'PUT', '/charts', 'text')).status, 400);
});

test('whatever the page size, cursors pass every entity once, and lead back', async (t) => {
  const openMetadata = await start(t);
  const rows = Array.from({ length: 23 }, (_none, index) => ({ name: `c${index}`, service: 'mode' }));
  await ask(openMetadata, 'PUT', '/charts/bulk', rows);
  const page = async (limit: number, cursor: string) => {
    const told = await ask(openMetadata, 'GET', `/charts?service=mode&limit=${limit}${cursor}`);
    const data = told.at('data');
    const names = Array.isArray(data)
      ? data.map((_item, index) => String(told.at('data', index, 'name')))
      : [];
    return { names, after: told.at('paging', 'after'), before: told.at('paging', 'before') };
  };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
      const seen: string[] = [];
      let last = await page(limit, '');
      // One page too many would mean a cursor that does not move on.
      for (let pages = 0; pages <= rows.length; pages += 1) {
        seen.push(...last.names);
        if (last.after === undefined) break;
        last = await page(limit, `&after=${last.after}`);
      }
      assert.deepEqual([...seen].sort(), rows.map(({ name }) => name).sort());
      if (last.before !== undefined) {
        const back = await page(limit, `&before=${last.before}`);
        assert.deepEqual(back.names, seen.slice(-last.names.length - limit).slice(0, limit));
      }
    }),
    { numRuns: 20 },
  );
});

test('the same data model twice is no change, whatever it holds', async (t) => {
  const openMetadata = await start(t);
  const models = fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{1,8})?$/),
    service: fc.constant('mode'),
    dataModelType: fc.constantFrom('SupersetDataModel', 'MetabaseDataModel'),
    displayName: fc.string(),
    description: fc.string(),
    sql: fc.string(),
    columns: fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[A-Za-z_]{1,6}$/),
        dataType: fc.constantFrom('STRING', 'INT', 'UNKNOWN'),
      }),
      { selector: ({ name }) => name.toLowerCase(), maxLength: 5 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(models, async (model) => {
      await ask(openMetadata, 'PUT', '/dashboard/datamodels', model);
      const second = await ask(openMetadata, 'PUT', '/dashboard/datamodels', model);
      assert.equal(second.headers.get('x-openmetadata-change'), 'entityNoChange');
    }),
    { numRuns: 60 },
  );
});
