import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { StandIn } from '../../src/demo/stand-in-server.ts';
import { listAll } from '../../src/openmetadata/list-all.ts';
import { asked, json, type Script, scripted } from './scripted-server.ts';

const element = z.object({ id: z.number() });
type Page = { readonly data: readonly unknown[]; readonly paging: Readonly<Record<string, unknown>> };

/** A listing whose page is named by its cursor; the first by ''. */
const listing = (pages: Readonly<Record<string, Page>>): Script => ({
  'GET /things': (_, query) => json(pages[query.get('after') ?? '']),
});

const ids = (...numbers: readonly number[]) => numbers.map((id) => ({ id }));

test('all pages are read, 1,000 at a time, and progress is told', async (context) => {
  const { server, client } = await scripted(
    context,
    listing({
      '': { data: ids(1, 2), paging: { total: 3, after: 'b+/=' } },
      'b+/=': { data: ids(3), paging: { total: 3, before: 'a' } },
    }),
  );
  const told: unknown[] = [];
  const all = await listAll(client, '/things', {
    element,
    query: { service: 'my.mode' },
    onPage: (...progress) => told.push(progress),
  });
  assert.deepEqual(all, ids(1, 2, 3));
  assert.deepEqual(told, [
    [2, 3],
    [3, 3],
  ]);
  assert.deepEqual(asked(server), [
    'GET /things?service=my.mode&limit=1000',
    'GET /things?service=my.mode&limit=1000&after=b%2B%2F%3D',
  ]);
});

test('a listing that is not whole is an error, never a shorter list', async (context) => {
  const table: readonly (readonly [string, Readonly<Record<string, Page>>, string, RegExp])[] = [
    [
      'ends before its total',
      { '': { data: ids(1, 2), paging: { total: 3 } } },
      'catalog-listing',
      /tells of 3 and ends after 2/,
    ],
    [
      'ends early on a later page',
      {
        '': { data: ids(1), paging: { total: 3, after: 'b' } },
        b: { data: [], paging: { total: 3 } },
      },
      'catalog-listing',
      /ends after 1/,
    ],
    [
      'goes round in circles',
      {
        '': { data: ids(1), paging: { total: 1, after: 'b' } },
        b: { data: ids(1), paging: { total: 1, after: 'b' } },
      },
      'catalog-listing',
      /again and again/,
    ],
    [
      'has an element that cannot be read',
      { '': { data: [{ id: 'x' }], paging: {} } },
      'openmetadata-answer',
      /data\.0\.id/,
    ],
    ['has no paging', { '': { data: [] } as unknown as Page }, 'openmetadata-answer', /paging/],
  ];
  for (const [name, pages, code, message] of table) {
    const { client } = await scripted(context, listing(pages));
    await assert.rejects(listAll(client, '/things', { element }), { code, message, exitCode: 4 }, name);
  }
});

test('what is deleted or added while we read does not count as missing', async (context) => {
  for (const [first, second] of [
    [4, 3],
    [3, 4],
  ]) {
    const { client } = await scripted(
      context,
      listing({
        '': { data: ids(1, 2), paging: { total: first, after: 'b' } },
        b: { data: ids(4), paging: { total: second, after: null } },
      }),
    );
    assert.deepEqual(await listAll(client, '/things', { element }), ids(1, 2, 4));
  }
});

test('a server that refuses or breaks down is an error', async (context) => {
  for (const does of [
    json({ code: 500, message: 'boom' }, 500),
    json({}, 403),
    'html',
    'truncate',
    'reset',
  ] as const) {
    const { server, client } = await scripted(
      context,
      listing({ '': { data: ids(1), paging: { total: 1 } } }),
    );
    server.addFault({ path: /things/, does });
    await assert.rejects(listAll(client, '/things', { element }), { name: 'HttpError' });
  }
});

test('a page that the server cannot make in time is asked for in smaller ones', async (context) => {
  const { server, client } = await scripted(context, {
    'GET /things': (_, query) =>
      Number(query.get('limit')) > 125
        ? json({ code: 504, message: 'too slow' }, 504)
        : json(
            query.get('after')
              ? { data: ids(2), paging: { total: 2 } }
              : { data: ids(1), paging: { total: 2, after: 'b' } },
          ),
  });
  assert.deepEqual(await listAll(client, '/things', { element }), ids(1, 2));
  assert.deepEqual(limits(server), ['1000', '1000', '1000', '125', '125']);
});

const limits = (server: StandIn) =>
  server.requests.map(({ path }) => new URL(path, 'http://stand-in').searchParams.get('limit'));
