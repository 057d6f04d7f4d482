import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandIn } from '../../src/demo/stand-in-server.ts';
import { findOwners } from '../../src/openmetadata/find-owners.ts';
import { json, type Script, scripted } from './scripted-server.ts';

const USERS = [
  { id: 'u1', name: 'ann', email: 'ann@x.example', isBot: false, deleted: false },
  { id: 'u2', name: 'bob', email: 'Bob@x.example' },
  { id: 'u3', name: 'robot', email: 'robot@x.example', isBot: true },
  { id: 'u4', name: 'gone', email: 'gone@x.example', deleted: true },
];

/** Finds by the exact terms of the query, as the index does. */
const search: Script = {
  'GET /search/query': (_, query) => {
    const terms = [...(query.get('q') ?? '').matchAll(/email\.keyword:"([^"]+)"/g)].map(([, email]) => email);
    const found = USERS.filter((user) => terms.includes(user.email));
    return json({ hits: { hits: found.map((user) => ({ _source: user })) } });
  },
};
const noSearch: Script = {
  'GET /search/query': json({ code: 500, message: 'no engine' }, 500),
  'GET /users': json({ data: USERS, paging: { total: USERS.length } }),
};

const emails = ['ANN@x.example', 'Bob@x.example', 'robot@x.example', 'gone@x.example', 'nobody@x.example'];

test('owners are found whatever the case of their e-mail; bots and deleted users are none', async (context) => {
  for (const script of [search, noSearch]) {
    const { client } = await scripted(context, script);
    assert.deepEqual(
      await findOwners(client, [...emails, ...emails]),
      new Map([
        ['ANN@x.example', { id: 'u1', type: 'user' }],
        ['Bob@x.example', { id: 'u2', type: 'user' }],
      ]),
    );
  }
});

test('without a search engine the list of users is read once', async (context) => {
  const { server, client } = await scripted(context, noSearch);
  await findOwners(client, emails);
  assert.deepEqual(paths(server), ['/api/v1/search/query', '/api/v1/users']);
});

test('many e-mails are asked for in batches whose URLs a server takes', async (context) => {
  const { server, client } = await scripted(context, search);
  const many = Array.from({ length: 120 }, (_, index) => `${'long'.repeat(index % 25)}${index}@x.example`);
  await findOwners(client, [...many, 'ann@x.example']);
  assert.ok(server.requests.length >= 3 && server.requests.length < 10, `${server.requests.length} requests`);
  for (const { path } of server.requests) assert.ok(path.length < 4000, `${path.length} characters`);
  const asked = server.requests.map(({ path }) => decodeURIComponent(path)).join('\n');
  for (const email of many) assert.ok(asked.includes(`"${email}"`));
});

test('what is no e-mail never reaches a query', async (context) => {
  const { server, client } = await scripted(context, search);
  const hostile = [
    'a@\uD800',
    '',
    'x',
    '*@x.example" OR isBot:true',
    'a@b" OR "c@d',
    'a b@c.d',
    'a@b\\',
    `${'x'.repeat(130)}@b.c`,
  ];
  assert.deepEqual(await findOwners(client, hostile), new Map());
  assert.equal(server.requests.length, 0);
});

const paths = (server: StandIn) => server.requests.map(({ path }) => path.replace(/\?.*/, ''));
