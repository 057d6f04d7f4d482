import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writesOf } from '../../src/plan/outcome.ts';
import { createRecorder } from '../../src/plan/recorder.ts';
import { stepKey } from '../../src/plan/step-key.ts';

const chart = (name: string) => ({ kind: 'chart', fqn: `mode.${name}` });
const edge = { from: { fqn: 'pg.shop.public.orders' }, to: { fqn: 'mode.model."r.q"' } };
const refused = { ok: false, error: 'no such owner', status: 400 } as const;

/** One step of each sort, with two that fail. */
function recorded() {
  const recorder = createRecorder();
  recorder.add('service', { kind: 'service', fqn: 'mode' }, { ok: true });
  recorder.add('chart', chart('a'), { ok: true });
  recorder.add('mark', chart('a'), { ok: true });
  recorder.add('chart', chart('b'), refused);
  recorder.add('edge', edge, { ok: false, error: 'It could not be written.', status: null });
  recorder.add('usage', { kind: 'usage', fqn: 'mode.r' }, { ok: true });
  return recorder;
}

test('an outcome counts what was written and names what failed', () => {
  const outcome = recorded().outcome({ interrupted: false });
  assert.deepEqual(outcome, {
    failures: [
      { key: 'chart:mode.b', what: 'chart', error: 'no such owner', status: 400 },
      { key: stepKey(edge), what: 'edge', error: 'It could not be written.' },
    ],
    succeeded: { usage: 1, others: 3 },
    reached: null,
  });
  assert.equal(writesOf(outcome), 6);
});

test('that of a run that ended early names all that it reached, done or failed', () => {
  const { reached } = recorded().outcome({ interrupted: true });
  assert.deepEqual(
    [...(reached ?? [])].sort(),
    [
      'chart:mode.a',
      'chart:mode.b',
      'pg.shop.public.orders → mode.model."r.q"',
      'service:mode',
      'usage:mode.r',
    ].sort(),
  );
});
