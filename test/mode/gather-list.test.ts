import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IngestError } from '../../src/errors.ts';
import { gatherList } from '../../src/mode/gather-list.ts';
import { listPage } from '../../src/mode/payloads/list-payload.ts';
import type { Element } from '../../src/mode/read-element.ts';

const read = (row: unknown): Element<string> =>
  typeof row === 'object' && row !== null && 'good' in row && 'token' in row
    ? { item: String(row.token) }
    : { problem: 'good: is missing' };
const row = (token: string) => ({ token, good: true });
const PAGED = { part: 'reports', paged: true, identity: 'token', read };

/** A listing in pages: `beyond` is what comes after the last one. */
interface Server {
  readonly tokens: readonly string[];
  readonly pageSize: number;
  readonly beyond: 'empty' | 'last page again' | 'first page again' | 'error';
  readonly counters: 'none' | 'true' | 'too many' | 'too few pages';
}

function serve({ tokens, pageSize, beyond, counters }: Server) {
  const pages = Math.ceil(tokens.length / pageSize);
  const asked: number[] = [];
  const fetchPage = async (page: number) => {
    asked.push(page);
    if (page > pages && page > 1 && beyond === 'error') {
      throw new IngestError('http-status', 'no such page', { next: 'none' });
    }
    const instead = { empty: page, error: page, 'last page again': pages, 'first page again': 1 }[beyond];
    const shown = page > pages ? Math.max(instead, 1) : page;
    return {
      rows: tokens.slice((shown - 1) * pageSize, shown * pageSize).map(row),
      totalPages: counters === 'none' ? null : counters === 'too few pages' ? 1 : pages,
      totalCount: counters === 'none' ? null : tokens.length + (counters === 'too many' ? 3 : 0),
    };
  };
  return { fetchPage, asked };
}

const servers: fc.Arbitrary<Server> = fc.record({
  tokens: fc.uniqueArray(fc.stringMatching(/^[a-f0-9]{1,4}$/), { maxLength: 40 }),
  pageSize: fc.integer({ min: 1, max: 45 }),
  beyond: fc.constantFrom('empty', 'last page again', 'first page again', 'error'),
  counters: fc.constantFrom('none', 'true', 'too many', 'too few pages'),
});

test('however Mode pages and clamps, every token is found once, or the list is not called complete', async () => {
  await fc.assert(
    fc.asyncProperty(servers, async (server) => {
      const { fetchPage, asked } = serve(server);
      const { reading, notices } = await gatherList(fetchPage, PAGED);
      assert.deepEqual(reading.items, server.tokens);
      assert.deepEqual(notices, []);
      const pages = Math.ceil(server.tokens.length / server.pageSize);
      const lies = server.counters === 'too many';
      const breaks = server.beyond === 'error' && server.tokens.length > 0 && server.counters !== 'true';
      if (lies) assert.equal(reading.state, 'partial');
      else if (!breaks) assert.equal(reading.state, 'complete');
      assert.ok(asked.length <= pages + 1, `${asked.length} requests for ${pages} pages`);
      if (server.counters === 'true') assert.equal(asked.length, Math.max(pages, 1));
    }),
  );
});

test('pages of any rows, repeated, overlapping or short, end and hold no token twice', async () => {
  const anyPages = fc.array(fc.array(fc.stringMatching(/^[a-c][0-9]?$/), { maxLength: 6 }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(anyPages, async (pages) => {
      const { reading } = await gatherList(
        async (page) => ({ rows: (pages[page - 1] ?? []).map(row), totalPages: null, totalCount: null }),
        PAGED,
      );
      const barren = pages.findIndex((page, index) =>
        page.every((t) => pages.slice(0, index).flat().includes(t)),
      );
      const before = barren === -1 ? pages : pages.slice(0, barren);
      assert.deepEqual(reading.items, [...new Set(before.flat())]);
    }),
  );
});

test('a list without an end is given up, and is partial', async () => {
  const { reading } = await gatherList(
    async (page) => ({ rows: [row(`t${page}`)], totalPages: null, totalCount: null }),
    { ...PAGED, maxPages: 50 },
  );
  assert.equal(reading.items.length, 50);
  assert.equal(reading.state === 'partial' && reading.failure.code, 'mode-endless-list');
});

test('a list that is sent whole is asked for once', async () => {
  let calls = 0;
  const { reading } = await gatherList(
    async () => {
      calls += 1;
      return { rows: [row('a'), row('b'), row('a')], totalPages: null, totalCount: null };
    },
    { ...PAGED, paged: false },
  );
  assert.equal(calls, 1);
  assert.deepEqual(reading, { state: 'complete', items: ['a', 'b'] });
});

test('a bad element is left out alone, named by its place, and makes the list partial', async () => {
  const rows = [row('a'), { token: 'b' }, null, 7, row('c')];
  const { reading, notices } = await gatherList(
    async (page) => ({ rows: page === 1 ? rows : [], totalPages: null, totalCount: null }),
    PAGED,
  );
  assert.deepEqual(reading, {
    state: 'partial',
    items: ['a', 'c'],
    failure: { part: 'reports', code: 'mode-element', reason: '3 elements could not be used' },
  });
  assert.equal(notices[0], 'reports: element 2 of page 1 is left out (good: is missing)');
  assert.equal(notices.length, 3);
});

test('thousands of bad elements do not become thousands of notices', async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => ({ token: `t${index}` }));
  const { notices } = await gatherList(async () => ({ rows, totalPages: null, totalCount: null }), PAGED);
  assert.equal(notices.length, 21);
  assert.equal(notices.at(-1), 'reports: 4980 more elements are left out');
});

test('a mistake of ours is thrown, never taken for an unreadable list', async () => {
  const mistake = async () => {
    throw new TypeError('ours');
  };
  await assert.rejects(gatherList(mistake, PAGED), TypeError);
});

const BODIES = [
  { what: 'no body', body: undefined, code: 'mode-empty-answer' },
  { what: 'null', body: null, code: 'mode-shape' },
  { what: 'an empty object', body: {}, code: 'mode-shape' },
  { what: 'another key', body: { _embedded: { spaces: [] } }, code: 'mode-shape' },
  { what: 'an object for a list', body: { _embedded: { reports: {} } }, code: 'mode-shape' },
  { what: 'a list at the top', body: [], code: 'mode-shape' },
];
for (const { what, body, code } of BODIES) {
  test(`${what} is a failure (${code}), not an empty list`, () => {
    assert.throws(() => listPage(body, 'reports'), { code });
  });
}

test('counters are read as numbers or digits, and nonsense is no counter', () => {
  const page = (pagination: unknown) => listPage({ _embedded: { reports: [] }, pagination }, 'reports');
  assert.deepEqual(page({ total_pages: '2', total_count: 31 }), { rows: [], totalPages: 2, totalCount: 31 });
  for (const nonsense of [undefined, null, 'x', { total_pages: -1, total_count: {} }]) {
    assert.deepEqual(page(nonsense), { rows: [], totalPages: null, totalCount: null });
  }
});
