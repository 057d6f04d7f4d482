import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInShard } from '../../src/config/is-in-shard.ts';
import { type Shard, shardOf, shardText } from '../../src/config/shard.ts';

const shardsOf = (count: number): readonly Shard[] =>
  Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));

const TEXTS = [
  { text: '1/4', shard: { index: 1, count: 4 } },
  { text: ' 4 / 4 ', shard: { index: 4, count: 4 } },
  { text: '1/1', shard: { index: 1, count: 1 } },
  { text: '256/256', shard: { index: 256, count: 256 } },
  { text: '0/4', shard: null },
  { text: '5/4', shard: null },
  { text: '1/257', shard: null },
  { text: '1/0', shard: null },
  { text: '-1/4', shard: null },
  { text: '1.5/4', shard: null },
  { text: '1', shard: null },
  { text: '1/4/2', shard: null },
  { text: '', shard: null },
];
for (const { text, shard } of TEXTS) {
  test(`${JSON.stringify(text)} names ${shard === null ? 'no shard' : shardText(shard)}`, () => {
    assert.deepEqual(shardOf(text), shard);
  });
}

test('every collection is in one shard, whatever their number', () => {
  const property = fc.property(fc.string(), fc.integer({ min: 1, max: 256 }), (token, count) => {
    assert.equal(shardsOf(count).filter((shard) => isInShard(token, shard)).length, 1);
    assert.ok(isInShard(token, null));
  });
  fc.assert(property);
});

test('collections are spread evenly', () => {
  const tokens = Array.from({ length: 2_000 }, (_, nth) => nth.toString(16).padStart(12, '0'));
  for (const shard of shardsOf(4)) {
    const own = tokens.filter((token) => isInShard(token, shard)).length;
    assert.ok(own > 400 && own < 600, `${own} in ${shardText(shard)}`);
  }
});

test('a new release assigns collections as the last one did', () => {
  const tokens = ['a1b2c3d4e5f6', '000000000000', 'ffffffffffff', '1d0f2b3c4a5e', 'sales'];
  const shardIn = (token: string) => shardsOf(4).find((shard) => isInShard(token, shard))?.index;
  assert.deepEqual(tokens.map(shardIn), [4, 2, 2, 3, 1]);
});
