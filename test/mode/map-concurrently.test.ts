import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { mapConcurrently } from '../../src/concurrency/map-concurrently.ts';

test('results keep the order of the items, whichever is done first', async () => {
  const waits = [20, 1, 10, 0, 5];
  const results = await mapConcurrently(waits, 3, async (wait, index) => {
    await setTimeout(wait);
    return `${index}:${wait}`;
  });
  assert.deepEqual(results, ['0:20', '1:1', '2:10', '3:0', '4:5']);
});

test('never more than the limit are under way, and no fewer while there is work', async () => {
  let running = 0;
  let most = 0;
  await mapConcurrently(Array.from({ length: 50 }), 8, async () => {
    running += 1;
    most = Math.max(most, running);
    await setImmediate();
    running -= 1;
  });
  assert.equal(most, 8);
});

test('nothing is begun after a failure', async () => {
  const begun: number[] = [];
  const work = mapConcurrently([0, 1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    await setImmediate();
    if (item === 0) throw new Error('first');
  });
  await assert.rejects(work, { message: 'first' });
  await setTimeout(5);
  assert.ok(begun.length <= 3, `begun: ${begun}`);
});

test('no items, no work', async () => {
  assert.deepEqual(await mapConcurrently([], 8, () => assert.fail()), []);
});
