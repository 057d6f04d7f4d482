import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pipelineState } from '../../src/ingestion-pipeline/pipeline-state.ts';
import { stepSummaries } from '../../src/ingestion-pipeline/step-summaries.ts';
import { CASES } from '../report/cases.ts';
import { facts, outcome } from '../report/facts.ts';

test('text of others comes in plain characters, short, and ten times at most', () => {
  const hostile = CASES['hostile-names'];
  assert.ok(hostile);
  const many = Array.from({ length: 50 }, (_, index) => ({
    key: `chart:${'x'.repeat(1000)}${index}`,
    what: 'chart' as const,
    ok: false,
    error: 'select 1',
    status: 400,
  }));
  for (const given of [hostile, facts({ outcome: outcome({ results: many }) })]) {
    const [, sink] = stepSummaries(given);
    assert.ok(sink);
    assert.ok(sink.failures.length > 0 && sink.failures.length <= 10);
    assert.equal(sink.errors, given.outcome?.failures.length);
    for (const { name, error } of sink.failures) {
      assert.match(name, /^[\p{L}\p{N} .:"_→?-]{1,200}$/u);
      assert.match(error, /^(?:HTTP \d{3}|not written)$/);
    }
  }
});

test('an error that ended the run is told by its code', () => {
  const failed = CASES.failed;
  assert.ok(failed);
  assert.deepEqual(stepSummaries(failed)[1]?.failures, [{ name: 'run', error: 'mode-credentials' }]);
});

test('every end of a run has its state, and a run that was stopped is stopped where the server knows that', () => {
  const state = (status: Parameters<typeof pipelineState>[0], isStopped = false, stoppedState = true) =>
    pipelineState(status, { isStopped, stoppedState });
  assert.equal(state('done'), 'success');
  assert.equal(state('done', true), 'success');
  assert.equal(state('guarded'), 'partialSuccess');
  assert.equal(state('partial'), 'partialSuccess');
  assert.equal(state('empty'), 'failed');
  assert.equal(state('failed'), 'failed');
  assert.equal(state('partial', true), 'stopped');
  assert.equal(state('partial', true, false), 'failed');
});
