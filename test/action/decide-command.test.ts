import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHosts } from '../../src/action/allowed-hosts.ts';
import { decideCommand } from '../../src/action/decide-command.ts';
import { readTrigger } from '../../src/action/trigger.ts';

const CASES = [
  { asked: 'auto', event: 'schedule', does: 'ingest' },
  { asked: 'auto', event: 'workflow_dispatch', does: 'ingest' },
  { asked: 'auto', event: 'push', does: 'ingest' },
  { asked: 'auto', event: 'schedule', secrets: false, does: 'ingest' },
  { asked: 'auto', event: 'pull_request', does: 'plan' },
  { asked: 'auto', event: 'pull_request', secrets: false, does: 'validate' },
  { asked: 'auto', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'ingest', event: 'pull_request', does: 'ingest' },
  { asked: 'ingest', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'plan', event: 'pull_request', fork: true, does: 'validate' },
  { asked: 'plan', event: 'schedule', does: 'plan' },
  { asked: 'auto', event: 'issue_comment', does: 'plan' },
] as const;

for (const { asked, event, does, ...rest } of CASES) {
  const { secrets = true, fork = false } = rest as { secrets?: boolean; fork?: boolean };
  test(`${asked} on ${event}${fork ? ' from a fork' : ''}${secrets ? '' : ' without secrets'} → ${does}`, () => {
    assert.equal(decideCommand(asked, { event, fromFork: fork }, secrets).command, does);
  });
}

for (const event of ['pull_request_target', 'workflow_run']) {
  test(`${event} is refused`, () => {
    assert.throws(() => decideCommand('plan', { event, fromFork: false }, true), {
      code: 'trigger',
      exitCode: 2,
    });
  });
}

const repository = (name: string | null) => ({ repo: name === null ? null : { full_name: name } });
const TRIGGERS = [
  { what: 'no payload', payload: undefined, fromFork: false },
  { what: 'a push', payload: { ref: 'refs/heads/main' }, fromFork: false },
  {
    what: 'the same repository',
    payload: { pull_request: { head: repository('a/b'), base: repository('a/b') } },
    fromFork: false,
  },
  {
    what: 'a fork',
    payload: { pull_request: { head: repository('x/b'), base: repository('a/b') } },
    fromFork: true,
  },
  {
    what: 'a deleted fork',
    payload: { pull_request: { head: repository(null), base: repository('a/b') } },
    fromFork: true,
  },
  { what: 'an odd payload', payload: { pull_request: 7 }, fromFork: true },
];
for (const { what, payload, fromFork } of TRIGGERS) {
  test(`${what} ${fromFork ? 'counts as' : 'is not'} a fork`, () => {
    assert.equal(readTrigger('pull_request', payload).fromFork, fromFork);
  });
}

const HOSTS = [
  {
    event: 'pull_request',
    allowed: null,
    mode: 'https://app.mode.com',
    om: 'https://om.example/api',
    refused: 1,
  },
  {
    event: 'pull_request',
    allowed: ['om.example'],
    mode: 'https://app.mode.com',
    om: 'https://om.example/api',
    refused: 0,
  },
  {
    event: 'pull_request',
    allowed: ['om.example'],
    mode: 'https://evil.example',
    om: 'https://om.example/api',
    refused: 1,
  },
  {
    event: 'pull_request',
    allowed: ['om.example:8585'],
    mode: 'https://app.mode.com',
    om: 'http://om.example:8585/api',
    refused: 0,
  },
  {
    event: 'pull_request',
    allowed: ['om.example:8585'],
    mode: 'https://app.mode.com',
    om: 'http://om.example:9999/api',
    refused: 1,
  },
  {
    event: 'schedule',
    allowed: null,
    mode: 'https://mode.example',
    om: 'https://om.example/api',
    refused: 0,
  },
  {
    event: 'schedule',
    allowed: ['om.example'],
    mode: 'https://mode.example',
    om: 'https://om.example/api',
    refused: 1,
  },
] as const;
for (const { event, allowed, mode, om, refused } of HOSTS) {
  test(`${event}: ${mode} and ${om} with ${allowed ?? 'no list'} → ${refused} refused`, () => {
    const findings = checkHosts(
      { mode, openMetadata: om },
      { allowed, trigger: { event, fromFork: false }, file: 'm.yml' },
    );
    assert.equal(findings.length, refused);
  });
}
