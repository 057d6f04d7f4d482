import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Workspace } from '../../src/mode/workspace.ts';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import { complete, facts, report, workspace } from './facts.ts';

test('reports without an owner are counted, their creators named without their e-mail', () => {
  const by = (creator: string | null, token: string, email: string | null = null) => ({
    ...report(token, token, null),
    creator,
    creatorEmail: email,
  });
  const of = (members: Workspace['members'], owners: RunFacts['owners']) =>
    buildRunReport(
      facts({
        workspace: workspace({
          members,
          reports: [
            by('ann', 'a', 'ann@acme.example'),
            by('ann', 'b', 'ann@acme.example'),
            by('bo', 'c', 'bo@acme.example'),
            by('gone', 'd'),
            by(null, 'e'),
            by(null, 'f', 'cy@acme.example'),
          ],
        }),
        ...(owners === undefined ? {} : { owners }),
      }),
    );
  const members = complete([
    { username: 'ann', email: 'ann@acme.example' },
    { username: 'bo', email: 'bo@acme.example' },
  ]);
  const owners = new Map([['bo@acme.example', 'id']]);
  const told = of(members, owners);
  assert.deepEqual(told.notices, [
    '3 reports that get no owner from Mode: OpenMetadata has no user with the e-mail address of ann and 1 more.',
    '1 report that gets no owner from Mode: Mode tells no e-mail address of gone.',
  ]);
  assert.doesNotMatch(JSON.stringify(told), /acme\.example"|@acme/);
  const failure = { part: 'members', code: 'http-status', reason: 'no' };
  assert.equal(of({ ...members, state: 'partial', failure }, owners).notices.length, 1);
  assert.deepEqual(of(members, null).notices, []);
  assert.deepEqual(of(members, undefined).notices, []);
});
