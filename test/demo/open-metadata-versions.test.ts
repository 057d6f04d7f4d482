import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type StandInOpenMetadata,
  startOpenMetadata,
} from '../../src/demo/open-metadata/start-open-metadata.ts';
import { ask, type Told } from './open-metadata/ask.ts';

const SERVICE = { name: 'mode', serviceType: 'Mode' };
const CHART = { name: 'c1', service: 'mode', chartType: 'Bar' };
const MODEL = { name: 'r1.q1', service: 'mode', dataModelType: 'SupersetDataModel', columns: [] };
const DASHBOARD = { name: 'd1', service: 'mode', charts: ['mode.c1'] };

async function withServer(version: string, use: (openMetadata: StandInOpenMetadata) => Promise<void>) {
  const openMetadata = await startOpenMetadata({ version });
  try {
    await ask(openMetadata, 'PUT', '/services/dashboardServices', SERVICE);
    await ask(openMetadata, 'PUT', '/charts', CHART);
    await ask(openMetadata, 'PUT', '/dashboards', DASHBOARD);
    await use(openMetadata);
  } finally {
    await openMetadata.close();
  }
}

interface Switch {
  readonly what: string;
  readonly ask: (openMetadata: StandInOpenMetadata) => Promise<Told>;
  /** Version → status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** In the message of every refusal. */
  readonly message?: RegExp;
}

const PIPELINE = async (om: StandInOpenMetadata) => ({
  name: 'p',
  service: {
    id: (await ask(om, 'GET', '/services/dashboardServices/name/mode')).at('id'),
    type: 'dashboardService',
  },
  pipelineType: 'metadata',
  sourceConfig: { config: { type: 'DashboardMetadata' } },
  airflowConfig: {},
});
const RUNS = '/services/ingestionPipelines/mode.p/pipelineStatus';
const putRun = async (om: StandInOpenMetadata, run: object) => {
  await ask(om, 'PUT', '/services/ingestionPipelines', await PIPELINE(om));
  return ask(om, 'PUT', RUNS, { runId: '1', startDate: 1, timestamp: 1, ...run });
};

const SWITCHES: readonly Switch[] = [
  {
    what: 'the state `stopped` of a run',
    ask: (om) => putRun(om, { pipelineState: 'stopped' }),
    statuses: { '1.3.0': 400, '1.11.0': 400, '1.12.6': 201, '2.0.0': 201 },
    message: /PipelineStatusType/,
  },
  {
    what: 'counts of the steps of a run',
    ask: (om) => putRun(om, { pipelineState: 'success', status: [{ name: 'Mode', records: 1 }] }),
    statuses: { '1.3.0': 400, '1.4.4': 201, '1.12.6': 201, '2.0.0': 201 },
    message: /Unrecognized field "status"/,
  },
  {
    what: 'a property of a run that no version has',
    ask: (om) => putRun(om, { pipelineState: 'success', logs: 'x' }),
    statuses: { '1.3.0': 400, '1.12.6': 400, '2.0.0': 400 },
    message: /Unrecognized field "logs"/,
  },
  {
    what: 'a day’s usage of a dashboard',
    ask: (om) => ask(om, 'POST', '/usage/dashboard/name/mode.d1', { date: '2026-11-24', count: 3 }),
    statuses: { '1.3.0': 201, '1.12.6': 201, '2.0.0': 201 },
  },
  {
    what: 'usage of a day that is none',
    ask: (om) => ask(om, 'POST', '/usage/dashboard/name/mode.d1', { date: 'today', count: 3 }),
    statuses: { '1.3.0': 400, '1.12.6': 400, '2.0.0': 400 },
  },
  {
    what: '`owners` in a create request',
    ask: (om) => ask(om, 'PUT', '/charts', { ...CHART, owners: [] }),
    statuses: { '1.3.0': 400, '1.4.4': 400, '1.5.0': 200, '1.12.6': 200, '2.0.0': 200 },
    message: /Unrecognized field "owners"/,
  },
  {
    what: '`owner` in a create request',
    ask: (om) => ask(om, 'PUT', '/charts', { ...CHART, owner: null }),
    statuses: { '1.4.4': 200, '1.5.0': 400 },
    message: /Unrecognized field "owner"/,
  },
  {
    what: 'fields=owners',
    ask: (om) => ask(om, 'GET', '/charts?fields=owners'),
    statuses: { '1.4.4': 400, '1.5.0': 200 },
    message: /Invalid field name owners/,
  },
  {
    what: 'fields=domain',
    ask: (om) => ask(om, 'GET', '/charts?fields=domain'),
    statuses: { '1.4.4': 200, '1.8.0': 200, '1.9.0': 400 },
  },
  {
    what: 'sourceHash',
    ask: (om) => ask(om, 'PUT', '/charts', { ...CHART, sourceHash: 'a'.repeat(32) }),
    statuses: { '1.3.0': 400, '1.4.4': 200 },
    message: /Unrecognized field "sourceHash"/,
  },
  {
    what: 'bulk',
    ask: (om) => ask(om, 'PUT', '/charts/bulk', [CHART]),
    statuses: { '1.4.4': 405, '1.10.0': 405, '1.11.0': 200, '2.1.0': 200 },
  },
  {
    what: '`dashboards` of a chart',
    ask: (om) => ask(om, 'PUT', '/charts', { ...CHART, dashboards: ['mode.d1'] }),
    statuses: { '1.4.4': 400, '1.10.0': 400, '1.11.0': 200 },
    message: /Unrecognized field "dashboards"/,
  },
  {
    what: '`sourceUrl` of a data model',
    ask: (om) => ask(om, 'PUT', '/dashboard/datamodels', { ...MODEL, sourceUrl: 'https://app.mode.com' }),
    statuses: { '1.4.4': 400, '1.12.6': 201 },
    message: /Unrecognized field "sourceUrl"/,
  },
  {
    what: 'ModeDataModel',
    ask: (om) => ask(om, 'PUT', '/dashboard/datamodels', { ...MODEL, dataModelType: 'ModeDataModel' }),
    statuses: { '1.4.4': 400, '1.12.6': 400, '2.0.0': 400, '2.1.0': 201 },
    message: /DataModelType.*ModeDataModel[\s\S]*"dataModelType"/,
  },
  {
    what: '`>` in a name',
    ask: (om) => ask(om, 'PUT', '/charts', { ...CHART, name: 'a>b' }),
    statuses: { '1.3.0': 400, '1.12.6': 201, '2.0.0': 400 },
  },
  {
    what: '`"` in a name',
    ask: (om) => ask(om, 'PUT', '/charts', { ...CHART, name: 'a"b' }),
    statuses: { '1.12.6': 500, '2.0.0': 400 },
  },
  {
    what: 'PATCH by name',
    ask: (om) => ask(om, 'PATCH', '/charts/name/mode.c1', [{ op: 'add', path: '/description', value: 'x' }]),
    statuses: { '1.3.0': 405, '1.4.4': 200, '1.12.6': 200 },
  },
  {
    what: 'GET of one edge that is there',
    ask: async (om) => {
      const [from = '', to = ''] = await edgeFromChart(om);
      return ask(om, 'GET', `/lineage/getLineageEdge/${from}/${to}`);
    },
    statuses: { '1.3.0': 404, '1.4.4': 200 },
  },
  {
    what: 'deleting edges by source',
    ask: async (om) => {
      const [, to = ''] = await edgeFromChart(om);
      return ask(om, 'DELETE', `/lineage/dashboard/${to}/type/Manual`);
    },
    statuses: { '1.5.0': 404, '1.6.0': 200, '1.12.6': 200 },
  },
  {
    what: 'deleteStale',
    ask: (om) =>
      ask(om, 'DELETE', '/charts/deleteStale', {
        scopeFqn: 'mode',
        scopeEntityType: 'service',
        seenFqns: ['x'],
      }),
    statuses: { '1.12.6': 404, '2.0.0': 200 },
  },
];

async function edgeFromChart(openMetadata: StandInOpenMetadata): Promise<readonly string[]> {
  const chart = await ask(openMetadata, 'GET', '/charts/name/mode.c1');
  const dashboard = await ask(openMetadata, 'GET', '/dashboards/name/mode.d1');
  const edge = {
    fromEntity: { id: chart.at('id'), type: 'chart' },
    toEntity: { id: dashboard.at('id'), type: 'dashboard' },
  };
  await ask(openMetadata, 'PUT', '/lineage', { edge });
  return [String(chart.at('id')), String(dashboard.at('id'))];
}

for (const { what, ask: request, statuses, message } of SWITCHES) {
  for (const [version, status] of Object.entries(statuses)) {
    test(`${what}: ${version} answers ${status}`, () =>
      withServer(version, async (openMetadata) => {
        const told = await request(openMetadata);
        assert.equal(told.status, status);
        if (status >= 400 && message !== undefined) assert.match(String(told.at('message')), message);
        assert.equal((await ask(openMetadata, 'GET', '/system/version')).at('version'), version);
      }));
  }
}

const DETACHES: readonly (readonly [string, number])[] = [
  ['1.4.4', 1],
  ['1.12.6', 0],
];
for (const [version, left] of DETACHES)
  test(`a chart put without dashboards: on ${version} its dashboard has ${left} chart left`, () =>
    withServer(version, async (openMetadata) => {
      await ask(openMetadata, 'PUT', '/charts', CHART);
      const told = await ask(openMetadata, 'GET', '/dashboards/name/mode.d1?fields=charts');
      assert.equal((told.at('charts') as unknown[]).length, left);
    }));

const CASCADES: readonly (readonly [string, number])[] = [
  ['1.4.4', 200],
  ['1.9.0', 404],
  ['1.12.6', 404],
];
for (const [version, status] of CASCADES)
  test(`after its dashboard is soft-deleted, ${version} answers ${status} for a chart`, () =>
    withServer(version, async (openMetadata) => {
      await ask(openMetadata, 'DELETE', '/dashboards/name/mode.d1');
      assert.equal((await ask(openMetadata, 'GET', '/charts/name/mode.c1')).status, status);
    }));

const EQUAL_HASHES: readonly (readonly [string, string, string])[] = [
  ['1.12.6', '', 'drift'],
  ['2.0.0', '', 'first'],
  ['2.0.0', '?overrideMetadata=true', 'drift'],
];
for (const [version, query, kept] of EQUAL_HASHES)
  test(`a bulk row with the stored hash${query === '' ? '' : `, ${query},`} leaves "${kept}" on ${version}`, () =>
    withServer(version, async (openMetadata) => {
      const row = { ...CHART, sourceHash: 'a'.repeat(32) };
      await ask(openMetadata, 'PUT', '/charts', { ...row, displayName: 'first' });
      const bulk = await ask(openMetadata, 'PUT', `/charts/bulk${query}`, [{ ...row, displayName: 'drift' }]);
      assert.equal(bulk.at('numberOfRowsPassed'), 1);
      assert.equal((await ask(openMetadata, 'GET', '/charts/name/mode.c1')).at('displayName'), kept);
    }));

for (const [version, isList] of [
  ['1.12.6', false],
  ['2.0.0', true],
] as const)
  test(`a pipeline of ${version} shows ${isList ? 'its last five runs' : 'its last run'}`, () =>
    withServer(version, async (openMetadata) => {
      for (let run = 1; run <= 6; run += 1)
        await putRun(openMetadata, { runId: String(run), pipelineState: 'success' });
      const path = '/services/ingestionPipelines/name/mode.p?fields=pipelineStatuses';
      const told = (await ask(openMetadata, 'GET', path)).at('pipelineStatuses');
      assert.equal(Array.isArray(told), isList);
      assert.equal(isList ? (told as unknown[]).length : 5, 5);
    }));

test('an owner is one reference up to 1.4 and a list from 1.5 on', async () => {
  for (const [version, field] of [
    ['1.4.4', 'owner'],
    ['1.5.0', 'owners'],
  ] as const)
    await withServer(version, async (openMetadata) => {
      const id = (await ask(openMetadata, 'GET', '/users/name/admin')).at('id');
      const reference = { id, type: 'user' };
      const owners = field === 'owner' ? reference : [reference];
      await ask(openMetadata, 'PUT', '/charts', { ...CHART, [field]: owners });
      const told = await ask(openMetadata, 'GET', `/charts/name/mode.c1?fields=${field}`);
      assert.equal(field === 'owner' ? told.at('owner', 'name') : told.at('owners', 0, 'name'), 'admin');
    });
});
