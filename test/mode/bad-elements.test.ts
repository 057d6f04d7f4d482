import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallWorkspace } from './small-workspace.ts';
import { walk, withMode } from './walk.ts';

const list = (key: string, ...rows: unknown[]) => ({
  status: 200,
  json: { _embedded: { [key]: rows } },
});

test('a bad query is left out with a notice; its list is partial, so nothing is taken for gone', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({
      path: /a1sales\/queries$/,
      does: list(
        'queries',
        { token: 'b1', raw_query: { sql: 'canary' } },
        { token: 'b2', data_source_id: 1 },
      ),
    });
    const { reports, notices } = await walk(mode);
    const queries = reports[0]?.queries;
    assert.equal(queries?.state, 'partial');
    assert.deepEqual(
      queries?.items.map(({ token, charts }) => [token, charts.items.length]),
      [['b2', 1]],
    );
    assert.equal(notices.length, 1);
    assert.match(
      notices[0] ?? '',
      /^queries of report "Sales" \(a1sales\): element 1 is left out \(raw_query: .*string/,
    );
    assert.doesNotMatch(notices.join(), /canary/);
  });
});

test('a token that would lead elsewhere is never asked for', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({
      path: /c0fin\/reports\?/,
      does: list('reports', { token: '../../other' }, { token: 'a?b' }, { token: 'a1sales' }),
    });
    const { reports, collections } = await walk(mode);
    assert.equal(collections.items[0]?.reports.state, 'partial');
    assert.ok(reports.some(({ token }) => token === 'a1sales'));
    assert.ok(!mode.requests.some(({ path }) => /other|a\?b|a%3Fb/.test(path)));
  });
});

test('fewer collections than Mode counts are partly read', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const [space] = smallWorkspace().collections;
    const pagination = { page: 1, per_page: 30, count: 1, total_pages: 1, total_count: 2 };
    mode.addFault({
      path: /\/spaces\?/,
      does: { status: 200, json: { pagination, _embedded: { spaces: [space] } } },
    });
    const { collections, reports } = await walk(mode);
    assert.equal(collections.state === 'partial' && collections.failure.code, 'mode-count');
    assert.equal(reports.length, 3);
  });
});

test('long names are shortened in messages', async () => {
  const data = smallWorkspace();
  const [sales] = data.collections[0]?.reports ?? [];
  assert.ok(sales);
  sales.name = '🚀'.repeat(5_000);
  await withMode(data, async (mode) => {
    mode.addFault({ path: /a1sales\/queries$/, does: { status: 404 } });
    const { reports } = await walk(mode);
    const queries = reports[0]?.queries;
    assert.ok(queries?.state === 'unread');
    assert.equal(queries.failure.part, `queries of report "${'🚀'.repeat(79)}…" (a1sales)`);
    assert.equal(queries.failure.status, 404);
  });
});

const REFUSALS = [401, 403, 404];
for (const status of REFUSALS) {
  test(`a key that is refused the members’ addresses (${status}) still gets their names, and a notice`, async () => {
    await withMode(smallWorkspace(), async (mode) => {
      mode.addFault({ path: /memberships\/lite/, does: { status } });
      const { members, notices } = await walk(mode);
      assert.deepEqual(members, { state: 'complete', items: [{ username: 'jane', email: null }] });
      assert.deepEqual(notices, ['members: Mode gives this key no e-mail address, so no owner can be found']);
    });
  });
}

test('a workspace that never had a definition has no Library, which is no failure; any other 404 is one', async () => {
  const answers = { 'No default Library found': 'complete', 'Workspace not found': 'unread' };
  for (const [message, state] of Object.entries(answers)) {
    await withMode(smallWorkspace(), async (mode) => {
      mode.addFault({ path: /definitions/, does: { status: 404, json: { id: 'not_found', message } } });
      const { definitions } = await walk(mode);
      assert.equal(definitions.state, state);
    });
  }
});
