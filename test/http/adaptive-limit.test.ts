import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { startStandIn } from '../../src/demo/stand-in-server.ts';
import { adaptiveLimit, type Ended, type Limit } from '../../src/http/adaptive-limit.ts';
import { adaptive } from '../../src/http/rate-gate.ts';
import { clientFor } from './client-for.ts';

const FINE: Ended = { status: 200, full: true };
const TOO_MANY = [429, 503, null];

const bounds = fc.record({ start: fc.integer({ min: -2, max: 40 }), most: fc.integer({ min: 1, max: 32 }) });
const events = fc.array(
  fc.record({
    status: fc.constantFrom(200, 201, 404, 500, ...TOO_MANY),
    full: fc.boolean(),
    age: fc.nat(500),
    wait: fc.nat(200),
  }),
  { maxLength: 200 },
);

/** Rounds of good answers until it is at `goal`. */
function roundsTo(goal: number, limit: Limit, from: number): number {
  let rounds = 0;
  for (; limit.atOnce() < goal && rounds < 1_000; rounds += 1)
    for (let left = limit.atOnce(); left > 0; left -= 1) limit.ended(from, from, FINE);
  return rounds;
}

describe('a limit that learns', () => {
  test('is never below 1 nor above its bound, grows by one, falls by half, and comes back to its bound', () => {
    fc.assert(
      fc.property(bounds, events, ({ start, most }, history) => {
        const limit = adaptiveLimit({ start, most });
        let now = 0;
        let before = limit.atOnce();
        for (const { status, full, age, wait } of history) {
          now += wait;
          limit.ended(now - age, now, { status, full });
          const after = limit.atOnce();
          assert.ok(Number.isInteger(after) && after >= 1 && after <= most, `${after} of ${most}`);
          const steps = TOO_MANY.includes(status)
            ? [before, Math.max(1, Math.floor(before / 2))]
            : [before, before + 1];
          assert.ok(steps.includes(after), `${before} → ${after} after ${status}`);
          before = after;
        }
        assert.ok(roundsTo(most, limit, now + 1) <= most + 11);
        assert.equal(limit.atOnce(), most);
      }),
    );
  });

  test('falls once for a crowd that was sent together, and again for what was sent after', () => {
    const limit = adaptiveLimit({ start: 16, most: 16 });
    for (const at of [10, 11, 12]) limit.ended(0, at, { status: 503, full: true });
    assert.equal(limit.atOnce(), 8);
    limit.ended(20, 30, { status: 503, full: true });
    assert.equal(limit.atOnce(), 4);
  });

  test('is cautious where there was too much, and only there', () => {
    const limit = adaptiveLimit({ start: 8, most: 16 });
    limit.ended(0, 1, { status: 429, full: true });
    assert.equal(roundsTo(7, limit, 2), 3);
    assert.equal(roundsTo(8, limit, 2), 10);
    assert.equal(roundsTo(16, limit, 2), 8);
  });

  test('does not grow while less is under way than may be', () => {
    const limit = adaptiveLimit({ start: 4, most: 16 });
    for (let count = 0; count < 100; count += 1) limit.ended(0, 1, { status: 200, full: false });
    assert.equal(limit.atOnce(), 4);
  });
});

/** A server that refuses what goes beyond so many at once, sent 400 requests by 16 workers. */
async function against(room: number): Promise<{ readonly refused: number; readonly mostAtOnce: number }> {
  let [open, refused, mostAtOnce] = [0, 0, 0];
  const server = await startStandIn(async () => {
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    const tooMany = open > room;
    if (tooMany) refused += 1;
    await delay(10);
    open -= 1;
    return tooMany ? { status: 503, headers: { 'retry-after': '0' }, json: {} } : { status: 200, json: {} };
  });
  const clients = clientFor(server.url, { gate: adaptive({ start: 8, most: 16 }), attempts: 9 });
  let left = 400;
  const worker = async () => {
    while (left-- > 0) await clients.client.request({ method: 'GET', path: '/' });
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  clients.client.close();
  await server.close();
  return { refused, mostAtOnce };
}

describe('against a server that answers 503 above so many at once, all requests succeed', () => {
  for (const room of [1, 3, 6]) {
    test(`${room} at once: few are refused`, async () => {
      const { refused } = await against(room);
      assert.ok(refused > 0 && refused <= 60, `${refused} of 400 refused`);
    });
  }
  test('and one that takes 16 is sent more than at first, and never more than that', async () => {
    const { refused, mostAtOnce } = await against(16);
    assert.equal(refused, 0);
    assert.ok(mostAtOnce > 8 && mostAtOnce <= 16, `${mostAtOnce} at once`);
  });
});
