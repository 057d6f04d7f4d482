import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PresentDashboard } from '../../src/catalog/entities.ts';
import { countViews, dateOf, type ViewCount } from '../../src/plan/count-views.ts';
import {
  keepViewMemory,
  MOST_VIEWS,
  type ViewMemory,
  viewMemoryOf,
  withViewMemory,
} from '../../src/plan/view-memory.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 3, 0);
const TODAY = Math.floor(NOW / DAY);
const date = (daysAgo: number) => dateOf(NOW - daysAgo * DAY);
const usage = (daysAgo: number, count: number) => ({ usage: { date: date(daysAgo), count } });
const at = (daysAgo: number, base: number): ViewMemory => ({ day: TODAY - daysAgo, base });
const NOTHING: ViewCount = { memory: null, count: null };

describe('the views of today', () => {
  const ROWS: readonly {
    readonly what: string;
    readonly counter: number;
    readonly madeAt?: string;
    readonly present?: Pick<PresentDashboard, 'usage'>;
    readonly memory?: ViewMemory;
    readonly is: ViewCount;
  }[] = [
    {
      what: 'seen first: views of years are not of today',
      counter: 900,
      is: { memory: at(0, 900), count: null },
    },
    {
      what: 'made today: all its views are',
      counter: 9,
      madeAt: new Date(NOW - 3_600_000).toISOString(),
      is: { memory: at(0, 0), count: 9 },
    },
    {
      what: 'made today, and nobody looked',
      counter: 0,
      madeAt: new Date(NOW - 3_600_000).toISOString(),
      is: { memory: at(0, 0), count: null },
    },
    {
      what: 'made two days ago',
      counter: 9,
      madeAt: new Date(NOW - 2 * DAY).toISOString(),
      is: { memory: at(0, 9), count: null },
    },
    {
      what: 'made at a time that is none',
      counter: 9,
      madeAt: 'soon',
      is: { memory: at(0, 9), count: null },
    },
    {
      what: 'made today, and somebody has counted: nothing is counted twice',
      counter: 9,
      madeAt: new Date(NOW - 3_600_000).toISOString(),
      present: usage(0, 4),
      is: { memory: at(0, 5), count: null },
    },
    { what: 'nobody looked since', counter: 900, memory: at(3, 900), is: NOTHING },
    { what: 'the first views since', counter: 907, memory: at(3, 900), is: { memory: null, count: 7 } },
    {
      what: 'again on the same day, nothing new',
      counter: 907,
      memory: at(3, 900),
      present: usage(0, 7),
      is: NOTHING,
    },
    {
      what: 'again on the same day: the count is set anew, not added',
      counter: 912,
      memory: at(3, 900),
      present: usage(0, 7),
      is: { memory: null, count: 12 },
    },
    {
      what: 'on the next day',
      counter: 912,
      memory: at(3, 900),
      present: usage(1, 7),
      is: { memory: at(0, 907), count: 5 },
    },
    {
      what: 'on the next day, nothing new',
      counter: 907,
      memory: at(3, 900),
      present: usage(1, 7),
      is: NOTHING,
    },
    {
      what: 'after days without a run',
      counter: 920,
      memory: at(9, 900),
      present: usage(8, 7),
      is: { memory: at(0, 907), count: 13 },
    },
    {
      what: 'the memory was written and the count was not: it is made up',
      counter: 912,
      memory: at(0, 907),
      present: usage(1, 7),
      is: { memory: null, count: 5 },
    },
    {
      what: 'the same, a day later',
      counter: 914,
      memory: at(1, 907),
      present: usage(2, 7),
      is: { memory: null, count: 7 },
    },
    {
      what: 'a record that was deleted is counted again',
      counter: 912,
      memory: at(1, 907),
      present: { usage: null },
      is: { memory: null, count: 5 },
    },
    {
      what: 'a counter that went down begins anew',
      counter: 3,
      memory: at(1, 900),
      present: usage(1, 7),
      is: { memory: at(0, 3), count: null },
    },
    {
      what: 'a counter that went down on the same day leaves the day as it is',
      counter: 903,
      memory: at(0, 900),
      present: usage(0, 7),
      is: NOTHING,
    },
    {
      what: 'a memory of a day to come is none',
      counter: 999,
      memory: at(-100_000, 5),
      is: { memory: at(0, 999), count: null },
    },
    {
      what: 'a record of tomorrow: clocks differ',
      counter: 999,
      memory: at(1, 900),
      present: usage(-1, 7),
      is: NOTHING,
    },
    { what: 'a counter that is none', counter: Number.NaN, is: NOTHING },
    { what: 'a counter below zero', counter: -1, is: NOTHING },
    { what: 'a counter that no memory holds', counter: MOST_VIEWS + 1, memory: at(1, 900), is: NOTHING },
  ];
  for (const { what, counter, madeAt = null, present, memory = null, is } of ROWS)
    test(what, () => {
      assert.deepEqual(countViews({ views: { count: counter, madeAt } }, present, memory, NOW), is);
    });

  test('unknown is not zero', () => {
    assert.deepEqual(countViews({ views: null }, undefined, at(1, 900), NOW), NOTHING);
  });
});

test('whatever runs there are, and wherever they end, the records add up to the views since the first', () => {
  const run = fc.record({
    days: fc.integer({ min: 0, max: 2 }),
    views: fc.integer({ min: 0, max: 50 }),
    ends: fc.constantFrom('well', 'well', 'before the memory', 'before the count'),
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.array(run, { maxLength: 30 }), (first, runs) => {
      const records = new Map<string, number>();
      let memory: ViewMemory | null = null;
      let counter = first;
      let now = NOW;
      const latest = () => {
        const day = [...records.keys()].sort().at(-1);
        return { usage: day === undefined ? null : { date: day, count: records.get(day) ?? 0 } };
      };
      const doRun = (ends: string): ViewCount => {
        const wants = countViews({ views: { count: counter, madeAt: null } }, latest(), memory, now);
        if (ends === 'before the memory') return wants;
        memory = wants.memory ?? memory;
        if (ends === 'before the count') return wants;
        if (wants.count !== null) records.set(dateOf(now), wants.count);
        return wants;
      };
      doRun('well');
      for (const { days, views, ends } of runs) {
        now += days * DAY;
        counter += views;
        doRun(ends);
      }
      doRun('well');
      assert.equal(
        [...records.values()].reduce((sum, count) => sum + count, 0),
        counter - first,
      );
      assert.deepEqual(doRun('well'), NOTHING, 'the same once more');
      now += DAY;
      assert.deepEqual(doRun('well'), NOTHING, 'the same on the next day');
    }),
  );
});

test('a memory stands at the end of a mark and leaves the rest as it is', () => {
  const mark = `m1${'x'.repeat(30)}`;
  const none = keepViewMemory(mark, null);
  assert.equal(viewMemoryOf(none), null);
  fc.assert(
    fc.property(fc.nat({ max: MOST_VIEWS }), fc.nat({ max: 200_000 }), (base, day) => {
      const remembering = withViewMemory(mark, { base, day });
      assert.equal(remembering.length, 32);
      assert.equal(remembering.slice(0, 24), mark.slice(0, 24));
      assert.deepEqual(viewMemoryOf(remembering), { base, day });
      assert.equal(keepViewMemory(none, remembering), remembering);
    }),
  );
  assert.deepEqual(viewMemoryOf(withViewMemory(mark, { base: MOST_VIEWS, day: 1 })), {
    base: MOST_VIEWS,
    day: 1,
  });
});
