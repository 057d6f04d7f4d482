import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { restMinimum } from './expected-calls.ts';

test('the fewest requests, counted by hand', () => {
  const workspace = generateWorkspace({
    collections: 31,
    reportsPerCollection: 31,
    queriesPerReport: 2,
    chartsPerQuery: 1,
  });
  // The key and three lists; 2 pages of collections; in each collection 3 pages of reports and 1 of datasets; 961 reports; 1,922 queries.
  assert.equal(restMinimum(workspace), 4 + 2 + 31 * 4 + 961 + 1_922);
});
