import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type StandInMode, startMode } from '../../src/demo/mode/start-mode.ts';
import { generateWorkspace, manyReports } from '../../src/demo/sample/generate-workspace.ts';
import { askMode, listed, tokens, under } from './ask-mode.ts';
import { tinyMode } from './tiny-mode.ts';

let mode: StandInMode;
before(async () => {
  mode = await startMode(tinyMode());
});
after(() => mode.close());

/** The stand-in with 65 collections, the first of which has 61 reports. */
async function withBigMode(test: (mode: StandInMode) => Promise<void>): Promise<void> {
  const big = generateWorkspace({
    collections: 65,
    reportsPerCollection: 0,
    queriesPerReport: 0,
    chartsPerQuery: 0,
  });
  big.collections[0]?.reports.push(...manyReports(61));
  const server = await startMode(big);
  try {
    await test(server);
  } finally {
    await server.close();
  }
}

describe('the listing of spaces', () => {
  const filters: readonly [query: string, expected: readonly string[]][] = [
    ['?filter=all', ['s1', 's2', 's3']],
    ['?filter=custom', ['s1', 's2']],
    ['?filter=mine', []],
    ['', []],
    ['?filter=ALL', []],
    ['?filter=everything', []],
  ];
  for (const [query, expected] of filters) {
    it(`/spaces${query} has ${expected.length}`, async () => {
      const { status, body } = await askMode(mode, `/api/tiny/spaces${query}`);
      assert.equal(status, 200);
      assert.deepEqual(tokens(listed(body, 'spaces')), expected);
    });
  }

  it('gives away restricted collections by their access level alone', async () => {
    const { body } = await askMode(mode, '/api/tiny/spaces?filter=all');
    assert.deepEqual(
      listed(body, 'spaces').map((space) => [
        under(space, 'restricted'),
        under(space, 'default_access_level'),
        under(space, 'viewable?'),
        under(space, 'created_at'),
      ]),
      [
        [false, 'edit', false, undefined],
        [false, 'restricted', false, undefined],
        [false, 'none', false, undefined],
      ],
    );
  });

  it('counts its pages of 30, whatever per_page asks', async () => {
    await withBigMode(async (big) => {
      const page = async (number: number) =>
        (await askMode(big, `/api/big_lumen/spaces?filter=all&per_page=100&page=${number}`)).body;
      const counts = { per_page: 30, total_pages: 3, total_count: 65 };
      assert.deepEqual(under(await page(1), 'pagination'), { page: 1, count: 30, ...counts });
      assert.deepEqual(under(await page(3), 'pagination'), { page: 3, count: 5, ...counts });
      assert.deepEqual(listed(await page(4), 'spaces'), []);
      assert.match(String(under(await page(2), '_links', 'next_page', 'href')), /^\/api\/.*page=3/);
      assert.equal(under(await page(3), '_links', 'next_page'), undefined);
      const all = (await Promise.all([1, 2, 3].map(page))).flatMap((body) => tokens(listed(body, 'spaces')));
      assert.equal(new Set(all).size, 65);
    });
  });
});

describe('the listings of reports and datasets', () => {
  it('keep to their kind, under the same key, archived ones included', async () => {
    const reports = await askMode(mode, '/api/tiny/spaces/s1/reports');
    const datasets = await askMode(mode, '/api/tiny/spaces/s1/datasets');
    assert.deepEqual(
      listed(reports.body, 'reports').map((row) => [under(row, 'token'), under(row, 'archived')]),
      [
        ['r1', false],
        ['r2', true],
      ],
    );
    assert.deepEqual(tokens(listed(datasets.body, 'reports')), ['d1']);
  });

  it('know that datasets are imported and not which; datasets do not know whether they are archived', async () => {
    const [row] = listed((await askMode(mode, '/api/tiny/spaces/s1/reports')).body, 'reports');
    const [dataset] = listed((await askMode(mode, '/api/tiny/spaces/s1/datasets')).body, 'reports');
    assert.equal(under(row, 'has_imported_datasets'), false);
    assert.equal(under(row, 'imported_datasets'), undefined);
    assert.equal(under(dataset, 'archived'), undefined);
    assert.equal(under(dataset, 'collection_token'), 's1');
  });

  it('tell of a dataset which reports import it, and a report alone tells which it imports', async () => {
    const data = tinyMode();
    const [report] = data.collections[0]?.reports ?? [];
    if (report !== undefined) report.imports = ['d1', 'gone'];
    const importing = await startMode(data);
    try {
      const importers = listed((await askMode(importing, '/api/tiny/datasets/d1/reports')).body, 'reports');
      assert.deepEqual(tokens(importers), ['r1']);
      assert.deepEqual(Object.keys(importers[0] ?? {}), ['token', 'name', 'creator', '_links']);
      const { body: past } = await askMode(importing, '/api/tiny/datasets/d1/reports?page=2');
      assert.deepEqual(listed(past, 'reports'), []);
      const rows = listed((await askMode(importing, '/api/tiny/spaces/s1/reports')).body, 'reports');
      assert.deepEqual(
        rows.map((row) => under(row, 'has_imported_datasets')),
        [true, false],
      );
      const imported = under((await askMode(importing, '/api/tiny/reports/r1')).body, 'imported_datasets');
      assert.ok(Array.isArray(imported));
      assert.deepEqual(
        imported.map((dataset) => under(dataset, 'token')),
        ['d1'],
      );
    } finally {
      await importing.close();
    }
  });

  it('come in pages of 30 without counts or links, and end in an empty page', async () => {
    await withBigMode(async (big) => {
      const first = big.workspace.collections[0];
      const page = async (query: string) =>
        (await askMode(big, `/api/big_lumen/spaces/${first?.token}/reports${query}`)).body;
      const sizes = ['', '?page=2&per_page=1000', '?page=3', '?page=4', '?page=nonsense'].map(
        async (query) => listed(await page(query), 'reports').length,
      );
      assert.deepEqual(await Promise.all(sizes), [30, 30, 1, 0, 30]);
      const body = await page('');
      assert.equal(under(body, 'pagination'), undefined);
      assert.deepEqual(Object.keys(Object(under(body, '_links'))), ['self']);
      const all = (await Promise.all(['', '?page=2', '?page=3'].map(page))).flatMap((body) =>
        tokens(listed(body, 'reports')),
      );
      assert.deepEqual(
        all,
        first?.reports.map(({ token }) => token),
      );
    });
  });
});

describe('the listings without pages', () => {
  const paths: readonly [path: string, key: string][] = [
    ['/api/tiny/reports/r1/queries', 'queries'],
    ['/api/tiny/reports/r1/queries/q1/charts', 'charts'],
    ['/api/tiny/data_sources', 'data_sources'],
    ['/api/tiny/definitions', 'definitions'],
    ['/api/tiny/memberships', 'memberships'],
    ['/api/tiny/memberships/lite', 'memberships'],
  ];
  for (const [path, key] of paths) {
    it(`${path} answers the same on every page`, async () => {
      const first = await askMode(mode, path);
      const ninth = await askMode(mode, `${path}?page=9&per_page=1`);
      assert.ok(listed(first.body, key).length > 0);
      assert.deepEqual(listed(ninth.body, key), listed(first.body, key));
    });
  }
});
