import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backoffMs, parseRetryAfter, pauseMs } from '../../src/http/retry-timing.ts';

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const DAY = 86_400_000;

const CASES: readonly (readonly [text: string | null | undefined, ms: number | null])[] = [
  ['120', 120_000],
  [' 3 ', 3_000],
  ['0', 0],
  ['1.5', 1_500],
  ['0.0001', 1],
  ['99999999999999999999', DAY],
  ['9'.repeat(400), DAY],
  ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', DAY],
  ['Tue, 24 Foo 2026 12:00:30 GMT', null],
  ['Tuesday, 24-Nov-26 12:00:30 GMT', null],
  ['2026-11-24T12:00:30Z', null],
  ['-1', null],
  ['1e9', null],
  ['Infinity', null],
  ['soon', null],
  ['', null],
  [null, null],
  [undefined, null],
];
for (const [text, ms] of CASES) {
  test(`Retry-After ${JSON.stringify(text)?.slice(0, 40)} is ${ms}`, () => {
    assert.equal(parseRetryAfter(text, NOW), ms);
  });
}

test('the parser is total: null, or whole milliseconds from none to a day', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double().map(String),
    fc.bigInt().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 4e12 }), (value, now) => {
      const ms = parseRetryAfter(value, now);
      assert.ok(ms === null || (Number.isInteger(ms) && ms >= 0 && ms <= DAY), String(ms));
    }),
    { numRuns: 1_000 },
  );
});

test('seconds and the date that they lead to mean the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
      const date = new Date(NOW + seconds * 1000).toUTCString();
      assert.equal(parseRetryAfter(date, NOW), parseRetryAfter(String(seconds), NOW));
    }),
  );
});

test('the backoff is anything up to a ceiling that doubles until 30 s', () => {
  const most = [1, 2, 3, 4, 5, 6, 7, 100].map((attempt) => backoffMs(attempt, () => 1));
  assert.deepEqual(most, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  assert.equal(
    backoffMs(3, () => 0),
    0,
  );
});

test('only 429, and 503 with Retry-After, ask everybody to wait', () => {
  const clock = { now: NOW, random: () => 0 };
  const ask = (status: number, retryAfter?: string) => pauseMs({ status, retryAfter }, 2, clock);
  assert.equal(ask(429, '7'), 7_000);
  assert.equal(ask(429), 1_000);
  assert.equal(ask(503, '7'), 7_000);
  assert.equal(ask(503), null);
  assert.equal(ask(500, '7'), null);
  assert.equal(ask(200, '7'), null);
});
