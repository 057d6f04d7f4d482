import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TableCatalog } from '../../src/lineage/table-catalog.ts';
import { watchTables } from '../../src/openmetadata/watch-tables.ts';

const tables = (answers: Partial<TableCatalog>): TableCatalog => ({
  services: async () => [],
  get: async () => undefined,
  search: async () => ({ fqns: [], complete: true }),
  ...answers,
});

test('what is not there was read all the same', async () => {
  const watched = watchTables(tables({}));
  assert.deepEqual(await watched.services(), []);
  assert.equal(await watched.get('a.b.c.d'), undefined);
  assert.deepEqual(await watched.search('*.d'), { fqns: [], complete: true });
  assert.deepEqual(watched.unread(), []);
});

test('what fails is handed on, and told once a kind', async () => {
  const fails = async () => {
    throw new Error('503');
  };
  const watched = watchTables(tables({ services: fails, get: fails, search: async () => undefined }));
  await assert.rejects(watched.services(), /503/);
  for (const fqn of ['a', 'b', 'b']) await assert.rejects(watched.get(fqn), /503/);
  assert.equal(await watched.search('*.d'), undefined);
  assert.deepEqual(watched.unread(), [
    'database services of the catalog, for lineage: 503',
    'tables of the catalog, for lineage: 503 (2 times, the first told)',
    'search for tables of the catalog, for lineage: the search engine does not answer',
  ]);
});

test('what is answered at last was read', async () => {
  let calls = 0;
  const get = async () => {
    calls += 1;
    if (calls === 1) throw new Error('reset');
    return undefined;
  };
  const watched = watchTables(tables({ get }));
  await assert.rejects(watched.get('a'));
  await watched.get('a');
  assert.deepEqual(watched.unread(), []);
});
