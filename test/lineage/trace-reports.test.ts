import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { IngestError } from '../../src/errors.ts';
import type { QuerySources } from '../../src/lineage/sources.ts';
import type { Connection, Workspace } from '../../src/mode/workspace.ts';
import { type CatalogDouble, catalogOf, type DoubleOptions } from './catalog-double.ts';
import { traceAll } from './trace-all.ts';
import { connectionOf, queryOf, reportOf, workspaceOf } from './workspace-double.ts';

const trace = (workspace: Workspace, catalog: CatalogDouble, prefixes: readonly string[] = []) =>
  traceAll(workspace, catalog, { prefixes, onProgress: () => {} });

async function traceOne(
  sql: string,
  connection: Connection,
  catalog: CatalogDouble,
  prefixes: readonly string[] = [],
): Promise<QuerySources> {
  const [sources] = await trace(workspaceOf([reportOf([queryOf(sql)])], [connection]), catalog, prefixes);
  assert.ok(sources);
  return sources;
}

interface Case {
  readonly says: string;
  readonly sql: string;
  readonly adapter?: string;
  readonly connection?: Partial<Connection>;
  readonly catalog: readonly string[];
  readonly options?: DoubleOptions;
  readonly prefixes?: readonly string[];
  readonly linked?: readonly string[];
  readonly unlinked?: readonly string[];
  readonly complete?: boolean;
}

const RESOLVES: readonly Case[] = [
  {
    says: 'the default schema and the connection database',
    sql: 'SELECT 1 FROM orders',
    catalog: ['pg.shop.public.orders', 'pg.shop.mart.orders'],
    linked: ['pg.shop.public.orders'],
  },
  {
    says: 'a written schema',
    sql: 'SELECT 1 FROM mart.orders',
    catalog: ['pg.shop.public.orders', 'pg.shop.mart.orders'],
    linked: ['pg.shop.mart.orders'],
  },
  {
    says: 'a written database before the connection’s',
    sql: 'SELECT 1 FROM other.mart.orders',
    catalog: ['pg.shop.mart.orders', 'pg.other.mart.orders'],
    linked: ['pg.other.mart.orders'],
  },
  {
    says: 'no table of another database',
    sql: 'SELECT 1 FROM mart.orders',
    catalog: ['pg.other.mart.orders'],
    unlinked: ['mart.orders not-in-catalog'],
  },
  {
    says: 'capitals that PostgreSQL folds',
    sql: 'SELECT 1 FROM MART.Orders',
    catalog: ['pg.shop.mart.orders'],
    linked: ['pg.shop.mart.orders'],
  },
  {
    says: 'the written case first',
    sql: 'SELECT 1 FROM mart."Orders"',
    catalog: ['pg.shop.mart.orders', 'pg.shop.mart.Orders'],
    linked: ['pg.shop.mart.Orders'],
  },
  {
    says: 'small letters that Snowflake folds',
    adapter: 'jdbc:snowflake',
    sql: 'SELECT 1 FROM mart.orders',
    catalog: ['snow.SHOP.MART.ORDERS'],
    linked: ['snow.SHOP.MART.ORDERS'],
  },
  {
    says: 'mixed case by the search',
    adapter: 'jdbc:snowflake',
    sql: 'SELECT 1 FROM mart.orders',
    catalog: ['snow.Shop.Mart.Orders'],
    linked: ['snow.Shop.Mart.Orders'],
  },
  {
    says: 'db..table in Snowflake',
    adapter: 'jdbc:snowflake',
    sql: 'SELECT 1 FROM raw..orders',
    catalog: ['snow.RAW.PUBLIC.ORDERS'],
    linked: ['snow.RAW.PUBLIC.ORDERS'],
  },
  {
    says: 'db..table in SQL Server',
    adapter: 'jdbc:sqlserver',
    sql: 'SELECT 1 FROM raw..orders',
    catalog: ['ms.raw.dbo.orders'],
    linked: ['ms.raw.dbo.orders'],
  },
  {
    says: 'USE before the connection',
    adapter: 'jdbc:snowflake',
    sql: 'USE DATABASE RAW; SELECT 1 FROM orders',
    catalog: ['snow.RAW.PUBLIC.ORDERS', 'snow.SHOP.PUBLIC.ORDERS'],
    linked: ['snow.RAW.PUBLIC.ORDERS'],
  },
  {
    says: 'the same name in two services',
    adapter: 'jdbc:snowflake',
    sql: 'SELECT 1 FROM mart.orders',
    catalog: ['snow.SHOP.MART.ORDERS', 'snow2.SHOP.MART.ORDERS'],
    unlinked: ['mart.orders ambiguous snow.SHOP.MART.ORDERS snow2.SHOP.MART.ORDERS'],
  },
  {
    says: 'one of them by a prefix',
    adapter: 'jdbc:snowflake',
    sql: 'SELECT 1 FROM mart.orders',
    catalog: ['snow.SHOP.MART.ORDERS', 'snow2.SHOP.MART.ORDERS'],
    prefixes: ['snow2'],
    linked: ['snow2.SHOP.MART.ORDERS'],
  },
  {
    says: 'a prefix with a schema',
    sql: 'SELECT 1 FROM a.orders JOIN b.orders ON 1=1',
    catalog: ['pg.shop.a.orders', 'pg.shop.b.orders'],
    prefixes: ['pg.shop.a'],
    linked: ['pg.shop.a.orders'],
    unlinked: ['b.orders not-in-catalog'],
  },
  {
    says: 'a prefix with a table',
    sql: 'SELECT 1 FROM a.orders JOIN a.customers ON 1=1',
    catalog: ['pg.shop.a.orders', 'pg.shop.a.customers'],
    prefixes: ['pg.shop.a.orders'],
    linked: ['pg.shop.a.orders'],
    unlinked: ['a.customers not-in-catalog'],
  },
  {
    says: 'prefixes of which one has the right type',
    sql: 'SELECT 1 FROM a.orders',
    catalog: ['pg.shop.a.orders', 'snow.shop.a.orders'],
    prefixes: ['snow', 'pg'],
    linked: ['pg.shop.a.orders'],
  },
  {
    says: 'a prefix whose type is another',
    sql: 'SELECT 1 FROM a.orders',
    catalog: ['custom.shop.a.orders'],
    prefixes: ['custom'],
    linked: ['custom.shop.a.orders'],
  },
  {
    says: 'no service of the type',
    sql: 'SELECT 1 FROM a.orders',
    adapter: 'jdbc:vertica',
    catalog: ['pg.shop.a.orders'],
    unlinked: ['a.orders not-in-catalog'],
  },
  {
    says: 'an adapter that nobody knows',
    sql: 'SELECT 1 FROM a.orders',
    adapter: 'jdbc:future',
    catalog: ['pg.shop.a.orders'],
    linked: ['pg.shop.a.orders'],
  },
  {
    says: 'MySQL under an invented database',
    adapter: 'jdbc:mysql',
    sql: 'SELECT 1 FROM orders JOIN crm.people ON 1=1',
    catalog: ['my.default.shop.orders', 'my.default.crm.people'],
    linked: ['my.default.shop.orders', 'my.default.crm.people'],
  },
  {
    says: 'an invented database of another name',
    adapter: 'jdbc:mysql',
    sql: 'SELECT 1 FROM crm.people',
    catalog: ['my.anything.crm.people'],
    linked: ['my.anything.crm.people'],
  },
  {
    says: 'the BigQuery project in the host',
    adapter: 'jdbc:bigquery',
    connection: { database: 'default', host: 'my-project' },
    sql: 'SELECT 1 FROM shop.orders',
    catalog: ['bq.my-project.shop.orders', 'bq.other.shop.orders'],
    linked: ['bq.my-project.shop.orders'],
  },
  {
    says: 'another project in the name',
    adapter: 'jdbc:bigquery',
    connection: { database: 'default', host: 'my-project' },
    sql: 'SELECT 1 FROM `other.shop.orders`',
    catalog: ['bq.my-project.shop.orders', 'bq.other.shop.orders'],
    linked: ['bq.other.shop.orders'],
  },
  {
    says: 'the newest shard for a wildcard',
    adapter: 'jdbc:bigquery',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: ['bq.p.d.events_20240101', 'bq.p.d.events_20240103', 'bq.p.d.events_20240102'],
    linked: ['bq.p.d.events_20240103'],
  },
  {
    says: 'the wildcard itself when the catalog has it',
    adapter: 'jdbc:bigquery',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: ['bq.p.d.events_20240101', 'bq.p.d.events_*'],
    linked: ['bq.p.d.events_*'],
  },
  {
    says: 'a shard that is gone by its family',
    adapter: 'jdbc:bigquery',
    sql: 'SELECT 1 FROM `p.d.events_20200101`',
    catalog: ['bq.p.d.events_20240101'],
    linked: ['bq.p.d.events_20240101'],
  },
  {
    says: 'a shard that is there',
    adapter: 'jdbc:bigquery',
    sql: 'SELECT 1 FROM `p.d.events_20240101`',
    catalog: ['bq.p.d.events_20240101', 'bq.p.d.events_20240102'],
    linked: ['bq.p.d.events_20240101'],
  },
  {
    says: 'two families of shards',
    adapter: 'jdbc:bigquery',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: ['bq.p.d.events_20240101', 'bq.p.d.events_intraday_20240101'],
    unlinked: ['p.d.events_* ambiguous bq.p.d.events_20240101 bq.p.d.events_intraday_20240101'],
  },
  {
    says: 'a partition decorator',
    adapter: 'jdbc:bigquery',
    sql: 'SELECT 1 FROM `p.d.orders$20240101`',
    catalog: ['bq.p.d.orders'],
    linked: ['bq.p.d.orders'],
  },
  {
    says: 'Oracle without a schema, when there is one such table',
    adapter: 'jdbc:oracle',
    sql: 'SELECT 1 FROM orders',
    catalog: ['ora.default.MART.ORDERS'],
    linked: ['ora.default.MART.ORDERS'],
  },
  {
    says: 'nothing when there are two',
    adapter: 'jdbc:oracle',
    sql: 'SELECT 1 FROM orders',
    catalog: ['ora.default.MART.ORDERS', 'ora.default.RAW.ORDERS'],
    unlinked: ['orders ambiguous ora.default.MART.ORDERS ora.default.RAW.ORDERS'],
  },
  {
    says: 'Trino’s catalog as a hint',
    adapter: 'jdbc:trino',
    connection: { database: 'hive' },
    sql: 'SELECT 1 FROM s.orders',
    catalog: ['tr.hive.s.orders', 'tr.other.s.orders'],
    linked: ['tr.hive.s.orders'],
  },
  {
    says: 'what is found beside the hint',
    adapter: 'jdbc:trino',
    connection: { database: 'x' },
    sql: 'SELECT 1 FROM s.orders',
    catalog: ['tr.hive.s.orders'],
    linked: ['tr.hive.s.orders'],
  },
  {
    says: 'a name with a dot',
    sql: 'SELECT 1 FROM mart."a.b"',
    catalog: ['pg.shop.mart."a.b"'],
    linked: ['pg.shop.mart."a.b"'],
  },
  {
    says: 'nothing that is gone',
    sql: 'SELECT 1 FROM mart.x',
    catalog: [],
    options: { ghosts: ['pg.shop.mart.X'] },
    unlinked: ['mart.x not-in-catalog'],
  },
  {
    says: 'an exact name while the search is down',
    sql: 'SELECT 1 FROM mart.orders',
    catalog: ['pg.shop.mart.orders'],
    options: { searchIsDown: true },
    linked: ['pg.shop.mart.orders'],
  },
  {
    says: 'no verdict on absence while the search is down',
    sql: 'SELECT 1 FROM mart.x',
    catalog: [],
    options: { searchIsDown: true },
    unlinked: ['mart.x lookup-failed'],
    complete: false,
  },
  {
    says: 'nothing when the search shows too few',
    adapter: 'jdbc:oracle',
    sql: 'SELECT 1 FROM orders',
    catalog: ['ora.default.A.ORDERS', 'ora.default.B.ORDERS'],
    options: { shows: 1 },
    unlinked: ['orders ambiguous ora.default.A.ORDERS'],
  },
  {
    says: 'two spellings of one table once',
    sql: 'SELECT 1 FROM mart.orders JOIN MART.ORDERS o ON 1=1',
    catalog: ['pg.shop.mart.orders'],
    linked: ['pg.shop.mart.orders'],
  },
  {
    says: 'Redshift behind PostgreSQL’s adapter',
    adapter: 'jdbc:postgresql',
    connection: { host: 'x.redshift.amazonaws.com' },
    sql: 'SELECT 1 FROM orders',
    catalog: ['red.shop.public.orders', 'pg.shop.public.orders'],
    options: {
      services: [
        { name: 'red', serviceType: 'Redshift' },
        { name: 'pg', serviceType: 'Postgres' },
      ],
    },
    linked: ['red.shop.public.orders'],
  },
];
for (const one of RESOLVES) {
  test(`finds ${one.says}`, async () => {
    const connection = connectionOf(one.adapter ?? 'jdbc:postgresql', one.connection);
    const found = await traceOne(one.sql, connection, catalogOf(one.catalog, one.options), one.prefixes);
    assert.deepEqual(
      found.linked.map(({ table }) => table.fqn),
      one.linked ?? [],
    );
    assert.deepEqual(
      found.unlinked.map(({ written, why, candidates }) => [written, why, ...candidates].join(' ')),
      one.unlinked ?? [],
    );
    assert.equal(found.complete, one.complete ?? true);
  });
}

/** A shard for every day from 2022 on, `days` of them. */
const shards = (days: number, family = 'events_'): string[] =>
  Array.from({ length: days }, (_, day) => {
    const date = new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
    return `bq.p.d.${family}${date}`;
  });

const SHARDS: readonly {
  readonly says: string;
  readonly sql: string;
  readonly catalog: readonly string[];
  readonly linked: readonly string[];
  readonly unlinked?: readonly string[];
  readonly searches: number;
}[] = [
  {
    says: 'nine',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: shards(9),
    linked: ['bq.p.d.events_20220109'],
    searches: 1,
  },
  {
    says: 'ten',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: shards(10),
    linked: ['bq.p.d.events_20220110'],
    searches: 33,
  },
  {
    says: 'a thousand',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: shards(1000),
    linked: ['bq.p.d.events_20240926'],
    searches: 22,
  },
  {
    says: 'those of a year',
    sql: 'SELECT 1 FROM `p.d.events_2022*`',
    catalog: shards(1000),
    linked: ['bq.p.d.events_20221231'],
    searches: 11,
  },
  {
    says: 'a shard that is gone',
    sql: 'SELECT 1 FROM `p.d.events_20200101`',
    catalog: shards(1000),
    linked: ['bq.p.d.events_20240926'],
    searches: 23,
  },
  {
    says: 'a family under its wildcard',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: [...shards(1000), 'bq.p.d.events_*'],
    linked: ['bq.p.d.events_*'],
    searches: 1,
  },
  {
    says: 'another family among them',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: [...shards(1, 'events_intraday_'), ...shards(1000)],
    linked: [],
    unlinked: ['bq.p.d.events_20240926', 'bq.p.d.events_intraday_20220101'],
    searches: 22,
  },
  {
    says: 'tables that no day names',
    sql: 'SELECT 1 FROM `p.d.events_*`',
    catalog: Array.from({ length: 12 }, (_, index) => `bq.p.d.events_x${index}`),
    linked: [],
    unlinked: Array.from({ length: 10 }, (_, index) => `bq.p.d.events_x${index}`),
    searches: 3,
  },
];
for (const { says, sql, catalog, linked, unlinked = [], searches } of SHARDS) {
  test(`of more shards than the search shows the newest is found: ${says}`, async () => {
    const double = catalogOf(catalog);
    const found = await traceOne(sql, connectionOf('jdbc:bigquery'), double);
    assert.deepEqual(
      found.linked.map(({ table }) => table.fqn),
      linked,
    );
    assert.deepEqual(
      found.unlinked.flatMap(({ candidates }) => candidates),
      unlinked,
    );
    assert.equal(double.called.search.length, searches);
  });
}

const CATALOG = ['pg.shop.public.a', 'pg.shop.public.b'];
const JUDGES: readonly { sql: string; verdict: string; reason: string }[] = [
  { sql: 'SELECT 1 FROM a JOIN b ON 1=1', verdict: 'linked', reason: 'It reads a and b.' },
  { sql: 'SELECT 1 FROM a, x', verdict: 'partly-linked', reason: 'It reads a, but x is not in the catalog.' },
  {
    sql: 'SELECT 1 FROM x, y, z',
    verdict: 'not-in-catalog',
    reason: 'It reads x, y and z, which are not in the catalog.',
  },
  { sql: 'SELECT 1', verdict: 'no-tables', reason: 'Its SQL reads no table.' },
  { sql: ' \n', verdict: 'no-tables', reason: 'The query is empty.' },
  { sql: 'what is this', verdict: 'unparsed', reason: 'Its SQL could not be made out.' },
  {
    sql: 'SELECT 1 FROM {{ schema }}.{{ table }}',
    verdict: 'unparsed',
    reason:
      'Its SQL could not be made out. The name of a table comes from a Liquid parameter that has no default value: it is not seen.',
  },
];
for (const { sql, verdict, reason } of JUDGES) {
  test(`the verdict on ${JSON.stringify(sql)} is ${verdict}`, async () => {
    const found = await traceOne(sql, connectionOf('jdbc:postgresql'), catalogOf(CATALOG));
    assert.deepEqual([found.verdict, found.reason], [verdict, reason]);
  });
}

const FAILURE = { part: 'connections', code: 'x', reason: 'Mode answered 500', status: 500 };

test('a query whose connection leads to no warehouse', async () => {
  const verdictOn = async (workspace: Workspace) => {
    const [found] = await trace(workspace, catalogOf(CATALOG));
    return [found?.verdict, found?.reason, found?.complete];
  };
  const report = reportOf([queryOf('SELECT 1 FROM a')]);
  assert.deepEqual(
    await verdictOn(workspaceOf([report], [connectionOf('jdbc:postgresql', { deleted: true })])),
    ['no-connection', 'Its connection "Warehouse" was deleted.', true],
  );
  assert.deepEqual(await verdictOn(workspaceOf([report], [connectionOf('jdbc:modedatasets')])), [
    'no-connection',
    'Its connection "Warehouse" leads to Mode datasets, not to a warehouse.',
    true,
  ]);
  assert.deepEqual(await verdictOn(workspaceOf([report], [])), [
    'no-connection',
    'Its connection is not, or no longer, among those of the workspace.',
    true,
  ]);
  assert.deepEqual(
    await verdictOn(workspaceOf([reportOf([queryOf('SELECT 1', { connectionId: null })])], [])),
    ['no-connection', 'The query has no connection.', true],
  );
  assert.deepEqual(
    await verdictOn({
      ...workspaceOf([report], []),
      connections: { state: 'unread', items: [], failure: FAILURE },
    }),
    ['no-connection', 'Its connection was not read: Mode answered 500', false],
  );
});

test('what was not read makes the sources incomplete', async () => {
  const connections = [connectionOf('jdbc:postgresql')];
  const completeOf = async (workspace: Workspace) =>
    (await trace(workspace, catalogOf(CATALOG)))[0]?.complete;
  const queries = [queryOf('SELECT 1 FROM a JOIN {{ @d }} ON 1=1')];
  const unread = { state: 'unread', items: [], failure: FAILURE } as const;
  assert.equal(await completeOf(workspaceOf([reportOf(queries)], connections)), true);
  assert.equal(
    await completeOf({ ...workspaceOf([reportOf(queries)], connections), definitions: unread }),
    false,
  );
  const plain = reportOf([queryOf('SELECT 1 FROM a')]);
  assert.equal(await completeOf({ ...workspaceOf([plain], connections), definitions: unread }), true);
  const partial = reportOf([], {
    queries: { state: 'partial', items: [queryOf('SELECT 1 FROM a')], failure: FAILURE },
  });
  assert.equal(await completeOf(workspaceOf([partial], connections)), false);
});

test('a definition of the connection goes before one of another connection', async () => {
  const definition = (connectionId: string, sql: string) => ({ token: sql, name: 'D', sql, connectionId });
  const workspace = workspaceOf(
    [reportOf([queryOf('SELECT 1 FROM {{ @d }}')], { kind: 'dataset' })],
    [connectionOf('jdbc:postgresql')],
    [definition('1', 'SELECT 1 FROM a'), definition('2', 'SELECT 1 FROM b')],
  );
  const [found] = await trace(workspace, catalogOf(CATALOG));
  assert.deepEqual(
    found?.linked.map(({ written }) => written),
    ['a'],
  );
});

test('a conditional table is linked as one', async () => {
  const sql = 'SELECT 1 FROM a {% if x %} JOIN b ON 1=1 {% endif %}';
  const found = await traceOne(sql, connectionOf('jdbc:postgresql'), catalogOf(CATALOG));
  assert.deepEqual(
    found.linked.map(({ written, conditional }) => [written, conditional]),
    [
      ['a', false],
      ['b', true],
    ],
  );
});

test('a look-up that fails concerns its table alone', async () => {
  const fails = (call: string) =>
    call.startsWith('get') && call.endsWith('.b')
      ? new IngestError('x', 'OpenMetadata answered 500', { next: '' })
      : undefined;
  const found = await traceOne(
    'SELECT 1 FROM a, b',
    connectionOf('jdbc:postgresql'),
    catalogOf(CATALOG, { fails }),
  );
  assert.equal(found.verdict, 'partly-linked');
  assert.deepEqual(found.unlinked, [{ written: 'b', why: 'lookup-failed', candidates: [] }]);
  assert.equal(found.complete, false);
  assert.match(found.diagnostics[0]?.message ?? '', /b could not be looked up: OpenMetadata answered 500/);
});

test('services that cannot be read fail every look-up, unless prefixes name them', async () => {
  const fails = (call: string) => (call === 'services' ? new Error('socket') : undefined);
  const connection = connectionOf('jdbc:postgresql');
  const found = await traceOne('SELECT 1 FROM a', connection, catalogOf(CATALOG, { fails }));
  assert.deepEqual([found.unlinked[0]?.why, found.complete], ['lookup-failed', false]);
  const named = await traceOne('SELECT 1 FROM a', connection, catalogOf(CATALOG, { fails }), ['pg']);
  assert.equal(named.verdict, 'linked');
});

test('a run that is cancelled ends', async () => {
  for (const at of ['services', 'get pg.shop.public.a']) {
    const fails = (call: string) =>
      call === at ? new IngestError('cancelled', 'Stopped', { next: '' }) : undefined;
    const found = traceOne('SELECT 1 FROM a', connectionOf('jdbc:postgresql'), catalogOf(CATALOG, { fails }));
    await assert.rejects(found, { code: 'cancelled' });
  }
});

test('15,000 queries are traced in seconds, every name looked up once, sixteen at a time', async () => {
  const sql = (at: number) =>
    `WITH x AS (SELECT * FROM public.t${at % 500} WHERE d > '{{ day }}') SELECT * FROM x JOIN a ON 1=1 {% if z %} JOIN b ON 1=1 {% endif %}
    {% form %}\nday:\n  type: date\n  default: 2024-01-01\n{% endform %}`;
  const reports = Array.from({ length: 3_000 }, (_, report) =>
    reportOf(
      Array.from({ length: 5 }, (_, at) => queryOf(sql(report * 5 + at), { token: `q${report}-${at}` })),
      { token: `r${report}` },
    ),
  );
  const catalog = catalogOf(CATALOG);
  let [now, most] = [0, 0];
  const slow: CatalogDouble = {
    ...catalog,
    get: async (fqn) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setImmediate(done));
      now -= 1;
      return catalog.get(fqn);
    },
  };
  const before = process.cpuUsage().user;
  const found = await trace(workspaceOf(reports, [connectionOf('jdbc:postgresql')]), slow);
  assert.ok(process.cpuUsage().user - before < 20_000_000);
  assert.equal(found.length, 15_000);
  assert.equal(found[7]?.queryToken, 'q1-2');
  assert.equal(new Set(catalog.called.search).size, catalog.called.search.length);
  assert.equal(catalog.called.get.length, 502);
  assert.ok(most <= 16 && most > 8);
});
