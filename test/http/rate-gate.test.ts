import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GateAnswer } from '../../src/http/create-gate.ts';
import { paced, type RateGate, unpaced } from '../../src/http/rate-gate.ts';
import { fakeClock } from './fake-clock.ts';

const FINE: GateAnswer = { status: 200, limit: null, remaining: null, pauseMs: null };
const { signal } = new AbortController();
setMaxListeners(0, signal);
const entering = { signal, again: false, patienceMs: Number.POSITIVE_INFINITY };

/** Sends `count` requests from `workers` workers; the server sees each at some moment of its time and answers by `answer`. */
async function crowd(
  gate: RateGate,
  clock: ReturnType<typeof fakeClock>,
  options: {
    readonly workers: number;
    readonly count: number;
    /** Milliseconds from sending to arrival, and from arrival to the answer's being here. */
    readonly delays: (index: number) => readonly [there: number, back: number];
    readonly answer?: (arrivals: readonly number[], at: number) => GateAnswer;
  },
) {
  const arrivals: number[] = [];
  const sent: number[] = [];
  let index = 0;
  let atOnce = 0;
  let mostAtOnce = 0;
  let busy = options.workers;
  const worker = async () => {
    while (index < options.count) {
      const [there, back] = options.delays(index++);
      const pass = await gate.enter(entering);
      assert.ok(pass.admitted);
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      sent.push(clock.now());
      await clock.sleep(there, signal);
      arrivals.push(clock.now());
      const answer = options.answer?.(arrivals, clock.now()) ?? FINE;
      await clock.sleep(back, signal);
      atOnce -= 1;
      pass.done(answer);
    }
    busy -= 1;
  };
  const work = Promise.all(Array.from({ length: options.workers }, worker));
  await clock.runUntil(() => busy === 0);
  await work;
  return { arrivals: arrivals.sort((a, b) => a - b), sent, mostAtOnce };
}

/** The most events in any window [t, t + ms). */
const densest = (times: readonly number[], ms: number): number =>
  Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + ms).length));

test('20 workers share 40 requests per 10 s, whatever the network does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 3_000 }), fc.nat({ max: 3_000 })), { minLength: 1, maxLength: 60 }),
      async (delays) => {
        const clock = fakeClock();
        const gate = paced({ requests: 40, windowMs: 10_000, concurrency: 20, ...clock });
        const { arrivals } = await crowd(gate, clock, {
          workers: 20,
          count: 130,
          delays: (index) => delays[index % delays.length] ?? [0, 0],
        });
        assert.equal(arrivals.length, 130);
        assert.ok(densest(arrivals, 10_000) <= 40, `${densest(arrivals, 10_000)} in a window`);
        assert.equal(clock.sleeping(), 0);
      },
    ),
    { numRuns: 25 },
  );
});

test('the pace is used up: 400 quick requests take little more than nine windows', async () => {
  const clock = fakeClock();
  const gate = paced({ requests: 40, windowMs: 10_000, ...clock });
  const { arrivals, mostAtOnce } = await crowd(gate, clock, {
    workers: 20,
    count: 400,
    delays: () => [50, 50],
  });
  const took = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
  assert.ok(took < 95_000, `${took} ms`);
  assert.equal(mostAtOnce, 10);
});

test('unpaced only bounds how many are under way', async () => {
  const clock = fakeClock();
  const gate = unpaced({ concurrency: 8, ...clock });
  const { arrivals, mostAtOnce } = await crowd(gate, clock, {
    workers: 20,
    count: 100,
    delays: () => [10, 10],
  });
  assert.equal(mostAtOnce, 8);
  assert.equal(arrivals.length, 100);
  assert.equal(clock.now(), 1_000_000 + Math.ceil(100 / 8) * 20);
});

for (const make of [paced, unpaced]) {
  test(`a 429 stops all workers of ${make.name} until its pause is over`, async () => {
    const clock = fakeClock();
    const gate = make({ requests: 40, windowMs: 10_000, concurrency: 5, ...clock });
    let refusedAt: number | null = null;
    const { sent } = await crowd(gate, clock, {
      workers: 20,
      count: 60,
      delays: () => [100, 100],
      answer: (arrivals, at) => {
        if (arrivals.length !== 10) return FINE;
        refusedAt = at + 100;
        return { ...FINE, status: 429, pauseMs: 30_000 };
      },
    });
    const from = refusedAt ?? 0;
    assert.deepEqual(
      sent.filter((at) => at > from && at < from + 30_000),
      [],
    );
    assert.equal(sent.length, 60);
  });
}

test('a lower X-RateLimit-Limit is taken over', async () => {
  const clock = fakeClock();
  const gate = paced({ requests: 40, windowMs: 10_000, ...clock });
  const answer = (): GateAnswer => ({ ...FINE, limit: 12 });
  const { arrivals } = await crowd(gate, clock, { workers: 10, count: 60, delays: () => [10, 10], answer });
  assert.ok(densest(arrivals.slice(10), 10_000) <= 12);
});

test('what others use up, as X-RateLimit-Remaining shows, is left to them', async () => {
  const clock = fakeClock();
  const gate = paced({ requests: 40, windowMs: 10_000, concurrency: 4, ...clock });
  // Somebody else takes 30 of the 40 in every window.
  const answer = (arrivals: readonly number[], at: number): GateAnswer => {
    const ours = arrivals.filter((other) => other > at - 10_000).length;
    return { ...FINE, limit: 40, remaining: Math.max(0, 10 - ours) };
  };
  const { arrivals } = await crowd(gate, clock, { workers: 10, count: 60, delays: () => [5, 5], answer });
  assert.ok(densest(arrivals, 10_000) <= 14, `${densest(arrivals, 10_000)}`);
});

test('a server that always says none remain slows the pace down but does not stop it', async () => {
  const clock = fakeClock();
  const gate = paced({ requests: 40, windowMs: 10_000, ...clock });
  const answer = (): GateAnswer => ({ ...FINE, limit: 0, remaining: 0 });
  const { arrivals } = await crowd(gate, clock, { workers: 10, count: 30, delays: () => [5, 5], answer });
  assert.equal(arrivals.length, 30);
});

test('repeated 429s lower the pace, and quiet windows bring it back', async () => {
  const clock = fakeClock();
  const gate = paced({ requests: 40, windowMs: 10_000, ...clock });
  const start = clock.now();
  // The server bears 12 in 10 s for the first two minutes.
  const answer = (arrivals: readonly number[], at: number): GateAnswer => {
    const recent = arrivals.filter((other) => other > at - 10_000).length;
    return at - start < 120_000 && recent > 12 ? { ...FINE, status: 429, pauseMs: 5_000 } : FINE;
  };
  const { sent } = await crowd(gate, clock, { workers: 10, count: 1_000, delays: () => [5, 5], answer });
  const between = (from: number, to: number) => sent.filter((at) => at >= start + from && at < start + to);
  assert.ok(densest(between(60_000, 120_000), 10_000) <= 20);
  const end = (sent.at(-1) ?? 0) - start;
  assert.ok(densest(between(end - 40_000, end), 10_000) >= 38);
});

test('several 429s of one burst lower the pace no more than one', async () => {
  const clock = fakeClock();
  const gate = paced({ requests: 10, windowMs: 1_000, concurrency: 10, ...clock });
  const passes = await Promise.all(Array.from({ length: 10 }, () => gate.enter(entering)));
  for (const pass of passes) if (pass.admitted) pass.done({ ...FINE, status: 429, pauseMs: 100 });
  const { arrivals } = await crowd(gate, clock, { workers: 10, count: 20, delays: () => [1, 1] });
  assert.equal(densest(arrivals, 1_000), 10);
});

test('retries go first', async () => {
  const gate = unpaced({ concurrency: 1 });
  const first = await gate.enter(entering);
  const order: string[] = [];
  const enter = async (name: string, again: boolean) => {
    const pass = await gate.enter({ ...entering, again });
    order.push(name);
    if (pass.admitted) pass.done(FINE);
  };
  const all = [enter('new', false), enter('retry 1', true), enter('retry 2', true)];
  if (first.admitted) first.done(FINE);
  await Promise.all(all);
  assert.deepEqual(order, ['retry 1', 'retry 2', 'new']);
});

test('who cannot wait for the end of a pause is refused at once, and told when it ends', async () => {
  const clock = fakeClock();
  const gate = unpaced({ concurrency: 1, ...clock });
  const first = await gate.enter(entering);
  const early = gate.enter({ ...entering, patienceMs: 5_000 });
  if (first.admitted) first.done({ ...FINE, status: 429, pauseMs: 60_000 });
  const refusal = { admitted: false, reopensAt: clock.now() + 60_000, status: 429 };
  assert.deepEqual(await early, refusal);
  assert.deepEqual(await gate.enter({ ...entering, patienceMs: 5_000 }), refusal);
  let patient = false;
  const late = gate.enter({ ...entering, patienceMs: 60_000 }).then((pass) => {
    patient = pass.admitted;
  });
  await clock.runUntil(() => patient);
  await late;
  assert.equal(clock.now(), refusal.reopensAt);
});

test('whoever gives up leaves the queue, and no timer behind', async () => {
  const clock = fakeClock();
  const gate = paced({ requests: 1, windowMs: 1_000, ...clock });
  const pass = await gate.enter(entering);
  if (pass.admitted) pass.done(FINE);
  const giving = new AbortController();
  const waits = [1, 2, 3].map(() => gate.enter({ ...entering, signal: giving.signal }));
  assert.equal(clock.sleeping(), 1);
  giving.abort('enough');
  for (const wait of waits) await assert.rejects(wait, (reason) => reason === 'enough');
  await assert.rejects(gate.enter({ ...entering, signal: giving.signal }), (reason) => reason === 'enough');
  assert.equal(clock.sleeping(), 0);
});
