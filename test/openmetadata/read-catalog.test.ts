import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandIn } from '../../src/demo/stand-in-server.ts';
import { capabilitiesOf } from '../../src/openmetadata/capabilities-of.ts';
import { readPresentCatalog } from '../../src/openmetadata/read-catalog.ts';
import { json, type Script, scripted } from './scripted-server.ts';

const list = (...data: readonly unknown[]) => json({ data, paging: { total: data.length } });
const service = {
  id: 's1',
  name: 'my.mode',
  fullyQualifiedName: '"my.mode"',
  serviceType: 'Mode',
  deleted: false,
  connection: { config: { accessTokenPassword: 'not read' } },
};
const reference = (type: string, fullyQualifiedName: string, deleted = false) => ({
  id: `id of ${fullyQualifiedName}`,
  type,
  fullyQualifiedName,
  deleted,
});
const label = (tagFQN: string) => ({
  tagFQN,
  source: 'Classification',
  labelType: 'Automated',
  state: 'Suggested',
});

const script: Script = {
  'GET /services/dashboardServices/name/"my.mode"': json(service),
  'GET /charts': list(
    {
      id: 'c1',
      name: 'c1',
      fullyQualifiedName: '"my.mode".c1',
      chartType: 'Bar',
      dashboards: [reference('dashboard', '"my.mode".d1'), reference('dashboard', '"my.mode".gone', true)],
    },
    { id: 'x', name: 'x', fullyQualifiedName: 'other.x' },
  ),
  'GET /dashboard/datamodels': list({
    id: 'm1',
    name: 'r1.q1',
    fullyQualifiedName: '"my.mode".model."r1.q1"',
    displayName: 'Query 1',
    sql: 'select 1',
    dataModelType: 'SupersetDataModel',
    sourceHash: 'h',
    columns: [
      {
        name: 'email',
        dataType: 'VARCHAR',
        dataLength: 255,
        dataTypeDisplay: 'varchar',
        description: 'set by a user',
        fullyQualifiedName: '"my.mode".model."r1.q1".email',
        tags: [label('PII.Sensitive')],
        children: [],
      },
      {
        name: 'who',
        dataType: 'STRUCT',
        precision: null,
        children: [{ name: 'id', dataType: 'INT', fullyQualifiedName: 'x', children: [] }],
      },
    ],
  }),
  'GET /dashboards': list({
    id: 'd1',
    name: 'd1',
    fullyQualifiedName: '"my.mode".d1',
    description: 'from mode',
    sourceUrl: 'https://app.mode.example/acme/reports/d1',
    project: 'Space A',
    deleted: true,
    charts: [reference('chart', '"my.mode".c1'), reference('chart', '"my.mode".c2', true)],
    dataModels: [reference('dashboardDataModel', '"my.mode".model."r1.q1"')],
    tags: [label('ModeCollection.A'), label('Tier.Tier1')],
    owners: [reference('user', 'ann'), reference('team', 'data')],
  }),
  'GET /tags': (_, query) =>
    query.get('parent') === 'ModeCollection'
      ? list({ fullyQualifiedName: 'ModeCollection.A' })
      : json({ code: 404, message: 'no' }, 404),
};

const read = (client: Parameters<typeof readPresentCatalog>[0], version = '1.12.6') =>
  readPresentCatalog(client, capabilitiesOf(version), { serviceName: 'my.mode' });

test('the whole catalog of a service', async (context) => {
  const { client } = await scripted(context, script);
  const catalog = await read(client);
  assert.deepEqual(catalog.service, { id: 's1', name: 'my.mode', fqn: '"my.mode"', deleted: false });
  assert.deepEqual([...catalog.tags], ['ModeCollection.A']);
  const nothing = {
    displayName: null,
    description: null,
    sourceUrl: null,
    sourceHash: null,
    deleted: false,
    tags: [],
    owners: [],
  };
  assert.deepEqual(
    [...catalog.charts.values()],
    [
      {
        kind: 'chart',
        ...nothing,
        id: 'c1',
        name: 'c1',
        fqn: '"my.mode".c1',
        chartType: 'Bar',
        dashboards: ['"my.mode".d1'],
      },
    ],
  );
  assert.deepEqual(catalog.dataModels.get('"my.mode".model."r1.q1"'), {
    kind: 'dashboardDataModel',
    ...nothing,
    id: 'm1',
    name: 'r1.q1',
    fqn: '"my.mode".model."r1.q1"',
    displayName: 'Query 1',
    sourceHash: 'h',
    sql: 'select 1',
    dataModelType: 'SupersetDataModel',
    columns: [
      {
        name: 'email',
        dataType: 'VARCHAR',
        request: {
          name: 'email',
          dataType: 'VARCHAR',
          dataLength: 255,
          dataTypeDisplay: 'varchar',
          description: 'set by a user',
        },
      },
      {
        name: 'who',
        dataType: 'STRUCT',
        request: { name: 'who', dataType: 'STRUCT', children: [{ name: 'id', dataType: 'INT' }] },
      },
    ],
  });
  assert.deepEqual(catalog.dashboards.get('"my.mode".d1'), {
    kind: 'dashboard',
    ...nothing,
    id: 'd1',
    name: 'd1',
    fqn: '"my.mode".d1',
    description: 'from mode',
    sourceUrl: 'https://app.mode.example/acme/reports/d1',
    project: 'Space A',
    deleted: true,
    charts: ['"my.mode".c1'],
    dataModels: ['"my.mode".model."r1.q1"'],
    usage: null,
    tags: ['ModeCollection.A', 'Tier.Tier1'],
    owners: [
      { id: 'id of ann', type: 'user' },
      { id: 'id of data', type: 'team' },
    ],
  });
});

test('each version is asked for the fields that it knows, deleted entities included', async (context) => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['1.3.0', ['owner,tags', 'owner,tags', 'owner,tags,charts,dataModels']],
    ['1.4.0', ['owner,tags,sourceHash', 'owner,tags,sourceHash', 'owner,tags,sourceHash,charts,dataModels']],
    [
      '1.9.0',
      ['owners,tags,sourceHash', 'owners,tags,sourceHash', 'owners,tags,sourceHash,charts,dataModels'],
    ],
    [
      '1.12.6',
      [
        'owners,tags,sourceHash,dashboards',
        'owners,tags,sourceHash',
        'owners,tags,sourceHash,charts,dataModels',
      ],
    ],
  ];
  for (const [version, expected] of table) {
    const { server, client } = await scripted(context, script);
    await read(client, version);
    const fields = ['/charts', '/dashboard/datamodels', '/dashboards'].map((path) => {
      const query = queryOf(server, path);
      assert.equal(query.get('include'), 'all');
      assert.equal(query.get('service'), 'my.mode');
      return query.get('fields');
    });
    assert.deepEqual(fields, expected, version);
  }
});

const queryOf = (server: StandIn, path: string): URLSearchParams => {
  const found = server.requests.find((request) => request.path.startsWith(`/api/v1${path}?`));
  return new URL(found?.path ?? '', 'http://stand-in').searchParams;
};

test('up to 1.4 the one owner is read', async (context) => {
  const { client } = await scripted(context, {
    ...script,
    'GET /charts': list({
      id: 'c',
      name: 'c',
      fullyQualifiedName: '"my.mode".c',
      owner: reference('user', 'ann'),
    }),
  });
  const { charts } = await read(client, '1.4.0');
  assert.deepEqual(charts.get('"my.mode".c')?.owners, [{ id: 'id of ann', type: 'user' }]);
});

test('a service that is not there yet has nothing, and nothing is listed', async (context) => {
  const { server, client } = await scripted(context, {});
  const catalog = await read(client);
  assert.equal(catalog.service, null);
  assert.equal(catalog.charts.size + catalog.dataModels.size + catalog.dashboards.size, 0);
  assert.ok(!server.requests.some(({ path }) => path.includes('/charts')));
});

test('a service of another kind is left alone', async (context) => {
  const { client } = await scripted(context, {
    ...script,
    'GET /services/dashboardServices/name/"my.mode"': json({ ...service, serviceType: 'Tableau' }),
  });
  await assert.rejects(read(client), { code: 'service-type', exitCode: 2, message: /Tableau/ });
});

test('any part that cannot be read fails the whole', async (context) => {
  const broken: Script[string][] = [
    json({ code: 500, message: 'boom' }, 500),
    json({ code: 403, message: 'no' }, 403),
    json({ data: [], paging: { total: 1 } }),
    json({ data: [{ id: 'only' }], paging: { total: 1 } }),
  ];
  for (const path of ['GET /charts', 'GET /dashboard/datamodels', 'GET /dashboards', 'GET /tags']) {
    for (const answer of broken) {
      const { client } = await scripted(context, { ...script, [path]: answer });
      await assert.rejects(read(client), { exitCode: answer === broken[1] ? 3 : 4 }, path);
    }
  }
});
