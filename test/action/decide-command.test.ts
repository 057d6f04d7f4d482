import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideCommand } from '../../src/action/decide-command.ts';
import { readTrigger, type Trigger } from '../../src/action/trigger.ts';

const trigger = (event: string, fromFork: boolean): Trigger => ({
  event,
  underReview: event.startsWith('pull_request'),
  fromFork,
});

const CASES = [
  { asked: 'auto', event: 'schedule', does: 'ingest' },
  { asked: 'auto', event: 'workflow_dispatch', does: 'ingest' },
  { asked: 'auto', event: 'push', does: 'ingest' },
  { asked: 'auto', event: 'schedule', secrets: false, does: 'ingest' },
  { asked: 'auto', event: 'pull_request', does: 'plan' },
  { asked: 'auto', event: 'pull_request', secrets: false, does: 'validate' },
  { asked: 'auto', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'auto', event: 'pull_request_review', does: 'plan' },
  { asked: 'auto', event: 'pull_request_review', secrets: false, does: 'validate' },
  { asked: 'ingest', event: 'pull_request', does: 'ingest' },
  { asked: 'ingest', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'plan', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'plan', event: 'schedule', does: 'plan' },
  { asked: 'sweep', event: 'schedule', does: 'sweep' },
  { asked: 'sweep', event: 'pull_request', does: 'sweep' },
  { asked: 'sweep', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'drift', event: 'schedule', does: 'drift' },
  { asked: 'drift', event: 'pull_request', does: 'plan' },
  { asked: 'drift', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'list', event: 'schedule', does: 'list' },
  { asked: 'list', event: 'pull_request', secrets: false, does: 'list' },
  { asked: 'list', event: 'pull_request', fork: true, does: 'list' },
  { asked: 'auto', event: 'merge_group', does: 'plan' },
  { asked: 'auto', event: 'release', does: 'plan' },
] as const;

for (const { asked, event, does, ...rest } of CASES) {
  const { secrets = true, fork = false } = rest as { secrets?: boolean; fork?: boolean };
  test(`${asked} on ${event}${fork ? ' from a fork' : ''}${secrets ? '' : ' without secrets'} → ${does}`, () => {
    assert.equal(decideCommand(asked, trigger(event, fork), secrets).command, does);
  });
}

for (const event of ['pull_request_target', 'workflow_run', 'issue_comment']) {
  test(`${event} is refused`, () => {
    for (const asked of ['plan', 'list'] as const)
      assert.throws(() => decideCommand(asked, trigger(event, false), true), {
        code: 'trigger',
        exitCode: 2,
      });
  });
}

const repository = (name: string | null) => ({ repo: name === null ? null : { full_name: name } });
const TRIGGERS = [
  { event: 'push', what: 'no payload', payload: undefined, is: 'agreed' },
  { event: 'push', what: 'a branch', payload: { ref: 'refs/heads/main' }, is: 'agreed' },
  { event: 'merge_group', what: 'a queue', payload: { merge_group: { head_sha: 'a' } }, is: 'under review' },
  {
    event: 'pull_request',
    what: 'the same repository',
    payload: { pull_request: { head: repository('a/b'), base: repository('a/b') } },
    is: 'under review',
  },
  {
    event: 'pull_request_review',
    what: 'the same repository',
    payload: { pull_request: { head: repository('a/b'), base: repository('a/b') } },
    is: 'under review',
  },
  {
    event: 'pull_request',
    what: 'a fork',
    payload: { pull_request: { head: repository('x/b'), base: repository('a/b') } },
    is: 'from a fork',
  },
  {
    event: 'pull_request',
    what: 'a deleted fork',
    payload: { pull_request: { head: repository(null), base: repository('a/b') } },
    is: 'from a fork',
  },
  { event: 'pull_request', what: 'an odd payload', payload: { pull_request: 7 }, is: 'from a fork' },
  { event: 'pull_request', what: 'no payload', payload: {}, is: 'from a fork' },
];
for (const { event, what, payload, is } of TRIGGERS) {
  test(`${event} with ${what} is ${is}`, () => {
    assert.deepEqual(readTrigger(event, payload), {
      event,
      underReview: is !== 'agreed',
      fromFork: is === 'from a fork',
    });
  });
}
