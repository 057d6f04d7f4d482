import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ModeData } from '../../src/demo/mode/mode-data.ts';
import { type StandInMode, startMode } from '../../src/demo/mode/start-mode.ts';
import { askMode, basic, listed, tokens, under } from './ask-mode.ts';
import { tinyMode } from './tiny-mode.ts';

let mode: StandInMode;
before(async () => {
  mode = await startMode(tinyMode());
});
after(() => mode.close());

describe('the stand-in for Mode: what it answers', () => {
  const cases: readonly { path: string; status: number; has: Readonly<Record<string, unknown>> }[] = [
    { path: '/api/verify', status: 200, has: { workspace: 'tiny', api_key_scope: 'workspace' } },
    {
      path: '/api/account',
      status: 400,
      has: { id: 'bad_request', message: 'This endpoint is unsupported for use with Api Keys' },
    },
    { path: '/api/tiny', status: 200, has: { username: 'tiny', user: false, space_count: 0 } },
    { path: '/api/ada', status: 200, has: { username: 'ada', user: true, email: undefined } },
    { path: '/api/Tiny', status: 404, has: { id: 'not_found', message: 'Account not found' } },
    { path: '/api/tiny/spaces/s1', status: 200, has: { name: 'Open', 'viewable?': true } },
    { path: '/api/tiny/collections/s1', status: 200, has: { token: 's1', space_type: 'custom' } },
    { path: '/api/tiny/spaces/nowhere', status: 404, has: { message: 'Collection not found' } },
    { path: '/api/tiny/spaces/nowhere/reports', status: 404, has: { message: 'Collection not found' } },
    { path: '/api/tiny/reports/r1', status: 200, has: { type: 'Report', imported_datasets: [] } },
    { path: '/api/tiny/reports/d1', status: 200, has: { type: 'DatasetReport', description: 'Rows' } },
    { path: '/api/tiny/datasets/d1', status: 200, has: { token: 'd1', description: undefined } },
    { path: '/api/tiny/datasets/r1/reports', status: 404, has: { message: 'Dataset not found' } },
    { path: '/api/tiny/datasets/r1', status: 404, has: { message: 'Dataset not found' } },
    { path: '/api/tiny/reports/gone/queries', status: 404, has: { message: 'Report not found' } },
    { path: '/api/tiny/reports/r1/queries/q1', status: 200, has: { raw_query: 'SELECT 1' } },
    { path: '/api/tiny/reports/gone/queries/q1', status: 200, has: { token: 'q1' } },
    { path: '/api/tiny/reports/r1/queries/gone/charts', status: 404, has: { message: 'Query not found' } },
    { path: '/api/tiny/reports/r1/queries/q1/charts/c9', status: 404, has: { message: 'Chart not found' } },
    { path: '/api/tiny/data_sources/w1', status: 200, has: { adapter: 'jdbc:postgresql' } },
    { path: '/api/tiny/constructor', status: 404, has: { id: 'not_found' } },
    { path: '/elsewhere', status: 404, has: { id: 'not_found' } },
  ];
  for (const { path, status, has } of cases) {
    it(`${path} → ${status}`, async () => {
      const { body, headers, ...asked } = await askMode(mode, path);
      assert.equal(asked.status, status);
      assert.match(headers.get('content-type') ?? '', /^application\/hal\+json/);
      for (const [key, value] of Object.entries(has)) assert.deepEqual(under(body, key), value, key);
    });
  }

  it('shows the workspace to anybody, and nothing else without the key', async () => {
    for (const authorization of [null, basic('demo-token', 'wrong'), 'Bearer demo-token']) {
      assert.equal((await askMode(mode, '/api/tiny', authorization)).status, 200);
      for (const path of ['/api/verify', '/api/account', '/api/ada', '/api/tiny/spaces?filter=all']) {
        const { status, body } = await askMode(mode, path, authorization);
        assert.equal(status, 401, path);
        assert.equal(under(body, 'id'), 'unauthorized');
        assert.equal(typeof under(body, 'message'), 'string');
      }
    }
  });

  it('takes tokens in paths and never ids', async () => {
    const report = await askMode(mode, '/api/tiny/reports/r1');
    const byId = await askMode(mode, `/api/tiny/reports/${under(report.body, 'id')}`);
    assert.equal(byId.status, 404);
  });

  it('looks at the last token of a chart path only, and tells the true parent in its links', async () => {
    const { status, body } = await askMode(mode, '/api/tiny/reports/r2/queries/other/charts/c1');
    assert.equal(status, 200);
    assert.equal(under(body, '_links', 'self', 'href'), '/api/tiny/reports/r1/queries/q1/charts/c1');
    assert.equal(under(body, '_links', 'report', 'href'), '/api/tiny/reports/r1');
  });

  it('tells no addresses of people but in the lite memberships', async () => {
    const full = await askMode(mode, '/api/tiny/memberships');
    const lite = await askMode(mode, '/api/tiny/memberships/lite');
    assert.equal(under(listed(full.body, 'memberships')[0], 'member_username'), 'ada');
    assert.ok(!JSON.stringify(full.body).includes('ada@tiny.example'));
    assert.equal(under(listed(lite.body, 'memberships')[0], 'email'), 'ada@tiny.example');
    assert.equal(under(listed(lite.body, 'memberships')[0], 'username'), 'ada');
  });

  it('lists a deleted connection as soft-deleted', async () => {
    const { body } = await askMode(mode, '/api/tiny/data_sources');
    assert.deepEqual(
      listed(body, 'data_sources').map((source) => [under(source, 'token'), under(source, 'soft_deleted')]),
      [
        ['w1', false],
        ['w2', true],
      ],
    );
  });

  it('answers from the data as they are at that moment', async () => {
    const changing = await startMode(tinyMode());
    try {
      changing.workspace.collections[0]?.reports.shift();
      const fewer = await askMode(changing, '/api/tiny/spaces/s1/reports');
      assert.deepEqual(tokens(listed(fewer.body, 'reports')), ['r2']);
      changing.workspace = { ...tinyMode(), name: 'renamed' };
      assert.equal((await askMode(changing, '/api/tiny/spaces/s1/reports')).status, 404);
      assert.equal((await askMode(changing, '/api/renamed/spaces/s1/reports')).status, 200);
    } finally {
      await changing.close();
    }
  });

  it('misbehaves on request', async () => {
    mode.addFault({ path: /spaces/, does: { status: 503, json: { id: 'service_unavailable' } }, times: 1 });
    assert.equal((await askMode(mode, '/api/tiny/spaces?filter=all')).status, 503);
    assert.equal((await askMode(mode, '/api/tiny/spaces?filter=all')).status, 200);
  });
});

describe('the stand-in for Mode: ids', () => {
  const idsOf = async (data: ModeData) => {
    const server = await startMode(data);
    try {
      const query = (await askMode(server, '/api/tiny/reports/r1/queries/q1')).body;
      const sources = (await askMode(server, '/api/tiny/data_sources')).body;
      const definitions = (await askMode(server, '/api/tiny/definitions')).body;
      return {
        query: typeof under(query, 'id'),
        joins:
          String(under(query, 'data_source_id')) === String(under(listed(sources, 'data_sources')[0], 'id')),
        connection: typeof under(query, 'data_source_id'),
        lastRun: typeof under(query, 'last_run_id'),
        definition: typeof under(listed(definitions, 'definitions')[0], 'data_source_id'),
      };
    } finally {
      await server.close();
    }
  };

  it('are strings today, but for the odd one', async () => {
    const wire = await idsOf({ ...tinyMode(), numericIds: false });
    assert.deepEqual(wire, {
      query: 'string',
      joins: true,
      connection: 'string',
      lastRun: 'number',
      definition: 'string',
    });
  });

  it('were numbers up to 2024, definitions excepted', async () => {
    const wire = await idsOf({ ...tinyMode(), numericIds: true });
    assert.deepEqual(wire, {
      query: 'number',
      joins: true,
      connection: 'number',
      lastRun: 'number',
      definition: 'string',
    });
  });
});
