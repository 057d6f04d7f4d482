import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as tick } from 'node:timers/promises';
import { mapConcurrently } from '../../src/concurrency/map-concurrently.ts';

test('results keep their order, and no more than the limit is under way', async () => {
  let underWay = 0;
  let most = 0;
  const results = await mapConcurrently([5, 1, 4, 0, 3, 2], 2, async (ticks) => {
    most = Math.max(most, ++underWay);
    for (let left = ticks; left > 0; left -= 1) await tick();
    underWay -= 1;
    return ticks * 10;
  });
  assert.deepEqual(results, [50, 10, 40, 0, 30, 20]);
  assert.equal(most, 2);
});

test('after a failure nothing more is begun', async () => {
  const begun: number[] = [];
  const work = async (item: number): Promise<void> => {
    begun.push(item);
    await tick();
    if (item === 1) throw new Error('no');
  };
  await assert.rejects(mapConcurrently([0, 1, 2, 3, 4, 5], 2, work), /no/);
  await tick();
  await tick();
  assert.deepEqual(begun, [0, 1, 2]);
});

test('nothing to do is done at once', async () => {
  assert.deepEqual(await mapConcurrently([], 2, async () => 1), []);
});
