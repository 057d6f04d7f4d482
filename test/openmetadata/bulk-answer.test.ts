import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fqnOf, readBulkAnswer } from '../../src/openmetadata/bulk-answer.ts';

const bodies = ['bd1', 'bd2', 'bd3'].map((name) => ({ name, service: 'my.mode' }));
const read = (answer: unknown) => readBulkAnswer(answer, 'dashboard', bodies);

test('each row is found, by FQN or by the whole request', () => {
  const answer = {
    status: 'partialSuccess',
    successRequest: [{ request: '"my.mode".bd1', status: 200 }],
    failedRequest: [
      {
        request: { name: 'bd2', dashboardType: 'Dashboard', service: 'my.mode', domains: [] },
        message: 'chart instance for my.mode.none not found',
        status: 400,
      },
      { request: '"my.mode".bd3', message: 'no' },
    ],
  };
  assert.deepEqual(read(answer), ['passed', 'failed', 'failed']);
});

test('the service may be given by name or by FQN', () => {
  assert.equal(fqnOf('chart', { service: '"my.mode"', name: 'c1' }), '"my.mode".c1');
  assert.equal(fqnOf('chart', { service: 'my.mode', name: 'c1' }), '"my.mode".c1');
  assert.equal(fqnOf('dashboardDataModel', { service: 'mode', name: 'r1.q1' }), 'mode.model."r1.q1"');
});

test('a row that both lists name has failed', () => {
  const row = { request: '"my.mode".bd1' };
  assert.deepEqual(read({ successRequest: [row], failedRequest: [row] }), ['failed', undefined, undefined]);
});

test('of a row in neither list nothing is known, whatever the counts say', () => {
  const silent = [undefined, undefined, undefined];
  assert.deepEqual(read({ status: 'success', numberOfRowsProcessed: 3, numberOfRowsPassed: 3 }), silent);
  assert.deepEqual(read({ status: 'aborted', successRequest: null, failedRequest: null }), silent);
  assert.deepEqual(read({ successRequest: [{ request: 7 }, 'x', null], failedRequest: 'none' }), silent);
  assert.deepEqual(read(undefined), silent);
});

test('one row that cannot be read does not spoil the others', () => {
  assert.deepEqual(read({ successRequest: [null, { request: '"my.mode".bd2' }] })[1], 'passed');
});

test('no answer makes a row pass that it does not name', () => {
  fc.assert(fc.property(fc.anything(), (answer) => assert.ok(!read(answer).includes('passed'))));
});
