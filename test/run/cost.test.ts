import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { mostReads, mostWrites, restMinimum } from './expected-calls.ts';
import { type Scene, setScene } from './scene.ts';

/** Reads beside tables that a run may take when it finds everything as it should be. */
const QUIET_READS = 20;

const SIZES = {
  S: { collections: 5, reportsPerCollection: 10, queriesPerReport: 3, chartsPerQuery: 2 },
  M: { collections: 40, reportsPerCollection: 25, queriesPerReport: 3, chartsPerQuery: 2 },
} as const;

/** What a run asked of the two servers; tables are counted by themselves, and each at most once. */
function cost({ mode, openMetadata }: Scene) {
  const reads = openMetadata.requests.filter(({ method }) => method === 'GET');
  const tables = reads.map(({ path }) => path).filter((path) => /^\/api\/v1\/(?:tables|search)\//.test(path));
  assert.equal(new Set(tables).size, tables.length, 'a table was asked for twice');
  return {
    mode: mode.requests.length,
    reads: reads.length - tables.length,
    writes: openMetadata.requests.length - reads.length,
  };
}

describe('a run asks and writes no more than it must', () => {
  for (const [name, size] of Object.entries(SIZES)) {
    test(name, async (context) => {
      const workspace = generateWorkspace(size);
      // Patient: what is asked a second time would be counted.
      const scene = await setScene(context, { workspace, requests: {} });
      const mostAsked = Math.floor(restMinimum(workspace) * 1.01);

      assert.equal((await scene.run()).status, 'done');
      const first = cost(scene);
      assert.ok(first.mode <= mostAsked, `${first.mode} requests to Mode, ${mostAsked} at most`);
      assert.ok(first.reads <= mostReads(workspace), `${first.reads} reads`);
      assert.equal(first.writes, mostWrites(workspace));

      scene.forget();
      assert.equal((await scene.run()).status, 'done');
      const second = cost(scene);
      assert.ok(second.mode <= mostAsked, `${second.mode} requests to Mode, ${mostAsked} at most`);
      assert.ok(second.reads <= QUIET_READS, `${second.reads} reads`);
      assert.equal(second.writes, 0);
    });
  }
});
