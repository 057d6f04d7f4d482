import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTableCatalog } from '../../src/openmetadata/table-catalog.ts';
import { asked, json, scripted } from './scripted-server.ts';

const ORDERS = 'warehouse.analytics.sales.orders';
const hit = (fullyQualifiedName: string) => ({ _source: { fullyQualifiedName, columns: [] } });
const hits = (...fqns: readonly string[]) =>
  json({ took: 1, hits: { hits: fqns.map(hit), total: { relation: 'eq', value: fqns.length } } });
const down = json({ code: 500, message: 'search is not there' }, 500);

test('a table and its columns, nested ones too', async (context) => {
  const { client } = await scripted(context, {
    [`GET /tables/name/${ORDERS}`]: json({
      id: 't1',
      fullyQualifiedName: ORDERS,
      columns: [
        { name: 'id', dataType: 'BIGINT', fullyQualifiedName: `${ORDERS}.id`, children: [] },
        {
          name: 'ship',
          dataType: 'STRUCT',
          fullyQualifiedName: `${ORDERS}.ship`,
          children: [{ name: 'city', dataType: 'STRING', fullyQualifiedName: `${ORDERS}.ship.city` }],
        },
      ],
    }),
  });
  assert.deepEqual(await createTableCatalog(client).get(ORDERS), {
    id: 't1',
    fqn: ORDERS,
    columns: [
      { name: 'id', fqn: `${ORDERS}.id`, dataType: 'BIGINT' },
      { name: 'ship', fqn: `${ORDERS}.ship`, dataType: 'STRUCT' },
      { name: 'city', fqn: `${ORDERS}.ship.city`, dataType: 'STRING' },
    ],
  });
});

test('each table is asked for once, also when it is not there', async (context) => {
  const { server, client } = await scripted(context, {
    [`GET /tables/name/${ORDERS}`]: json({ id: 't1', fullyQualifiedName: ORDERS }),
  });
  const tables = createTableCatalog(client);
  const all = await Promise.all([ORDERS, 'a.b.c.d', ORDERS, 'a.b.c.d', ORDERS].map(tables.get));
  assert.deepEqual(
    all.map((table) => table?.id),
    ['t1', undefined, 't1', undefined, 't1'],
  );
  assert.equal(await tables.get('a.b.c.d'), undefined);
  assert.equal(server.requests.length, 2);
});

test('an error is thrown, and may pass', async (context) => {
  const { server, client } = await scripted(context, {
    [`GET /tables/name/${ORDERS}`]: json({ id: 't1', fullyQualifiedName: ORDERS }),
  });
  server.addFault({ path: /tables/, does: json({ code: 403, message: 'no' }, 403), times: 1 });
  const tables = createTableCatalog(client);
  await assert.rejects(tables.get(ORDERS), { status: 403 });
  assert.equal((await tables.get(ORDERS))?.id, 't1');
});

test('names that no table can have are not asked for', async (context) => {
  const { server, client } = await scripted(context, {});
  const tables = createTableCatalog(client);
  for (const fqn of [
    '',
    '..',
    'a..b',
    'a."b',
    'a.b"c"d',
    'a.b\uD800',
    'a.b\nc',
    'a.\0',
    `a.${'b'.repeat(3100)}`,
  ]) {
    assert.equal(await tables.get(fqn), undefined);
  }
  assert.equal(server.requests.length, 0);
});

test('a search tells FQNs, and whether there may be more', async (context) => {
  const ten = Array.from({ length: 10 }, (_, index) => `w.a.s${index}.orders`);
  const table = [
    { answer: hits(ORDERS), fqns: [ORDERS], complete: true },
    { answer: hits(), fqns: [], complete: true },
    { answer: hits(...ten), fqns: ten, complete: false },
    { answer: json({ hits: { hits: [hit(ORDERS)], total: { value: 2 } } }), fqns: [ORDERS], complete: false },
  ];
  for (const { answer, fqns, complete } of table) {
    const { client } = await scripted(context, { 'GET /search/fieldQuery': answer });
    assert.deepEqual(await createTableCatalog(client).search('*.orders'), { fqns, complete });
  }
});

test('each pattern is searched once; only its stars are wildcards', async (context) => {
  const { server, client } = await scripted(context, { 'GET /search/fieldQuery': hits(ORDERS) });
  const { search } = createTableCatalog(client);
  await Promise.all([search('*.what?\\.orders'), search('*.what?\\.orders')]);
  assert.deepEqual(asked(server).map(decodeURIComponent), [
    'GET /search/fieldQuery?fieldName=fullyQualifiedName&fieldValue=*.what\\?\\\\.orders&index=table_search_index&deleted=false',
  ]);
});

test('a search engine that is down is asked no more', async (context) => {
  const unavailable = json({ code: 503, message: 'unavailable' }, 503);
  for (const answer of [down, unavailable]) {
    const { server, client } = await scripted(context, {
      'GET /search/fieldQuery': answer,
      'GET /search/query': answer,
    });
    const tables = createTableCatalog(client);
    assert.equal(await tables.search('*.orders'), undefined);
    const before = server.requests.length;
    assert.equal(await tables.search('*.customers'), undefined);
    assert.equal(server.requests.length, before);
  }
});

test('one pattern that fails does not end the search for others', async (context) => {
  const { server, client } = await scripted(context, {
    'GET /search/query': hits(),
    'GET /search/fieldQuery': (_, query) => (query.get('fieldValue') === 'bad' ? down : hits(ORDERS)),
  });
  const tables = createTableCatalog(client);
  assert.equal(await tables.search('bad'), undefined);
  assert.deepEqual((await tables.search('*.orders'))?.fqns, [ORDERS]);
  assert.equal(await tables.search('bad'), undefined);
  assert.equal(server.requests.length, 4);
});

test('a search that fails once is asked again', async (context) => {
  const { server, client } = await scripted(context, {
    'GET /search/query': hits(),
    'GET /search/fieldQuery': hits(ORDERS),
  });
  server.addFault({ path: /fieldQuery/, does: down, times: 1 });
  assert.deepEqual((await createTableCatalog(client).search('*.orders'))?.fqns, [ORDERS]);
});

test('any other failure of a search is thrown', async (context) => {
  for (const answer of [json({ code: 403, message: 'no' }, 403), json({ hits: 'none' })]) {
    const { client } = await scripted(context, { 'GET /search/fieldQuery': answer });
    await assert.rejects(createTableCatalog(client).search('*.orders'));
  }
});

test('all database services are listed, once', async (context) => {
  const page = (name: string, after?: string) =>
    json({ data: [{ name, serviceType: 'Snowflake', connection: {} }], paging: { total: 2, after } });
  const { server, client } = await scripted(context, {
    'GET /services/databaseServices': (_, query) =>
      query.get('after') ? page('my.wh') : page('warehouse', 'x'),
  });
  const tables = createTableCatalog(client);
  const [services] = await Promise.all([tables.services(), tables.services()]);
  assert.deepEqual(services, [
    { name: 'warehouse', serviceType: 'Snowflake' },
    { name: 'my.wh', serviceType: 'Snowflake' },
  ]);
  assert.equal(server.requests.length, 2);
});
