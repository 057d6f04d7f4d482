import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHosts, hostEntry } from '../../src/action/allowed-hosts.ts';

const MODE = 'https://app.mode.com';
const OM = 'https://om.example/api';

const CASES = [
  { review: true, allowed: null, mode: MODE, om: OM, refused: ['OpenMetadata'] },
  { review: true, allowed: ['om.example'], mode: MODE, om: OM, refused: [] },
  { review: true, allowed: ['https://om.example/api'], mode: MODE, om: OM, refused: [] },
  { review: true, allowed: ['OM.Example:443'], mode: MODE, om: OM, refused: [] },
  { review: true, allowed: ['om.example'], mode: 'https://evil.example', om: OM, refused: ['Mode'] },
  { review: true, allowed: ['om.example'], mode: 'http://app.mode.com', om: OM, refused: ['Mode'] },
  { review: true, allowed: ['om.example'], mode: 'https://app.mode.com:8443', om: OM, refused: ['Mode'] },
  {
    review: true,
    allowed: ['om.example'],
    mode: MODE,
    om: 'https://om.example.evil.example/api',
    refused: ['OpenMetadata'],
  },
  {
    review: true,
    allowed: ['om.example'],
    mode: MODE,
    om: 'https://sub.om.example/api',
    refused: ['OpenMetadata'],
  },
  {
    review: true,
    allowed: ['om.example'],
    mode: MODE,
    om: 'https://om.example./api',
    refused: ['OpenMetadata'],
  },
  { review: true, allowed: ['om.example:8585'], mode: MODE, om: 'http://om.example:8585/api', refused: [] },
  {
    review: true,
    allowed: ['http://om.example:8585/api'],
    mode: MODE,
    om: 'http://om.example:8585/api',
    refused: [],
  },
  {
    review: true,
    allowed: ['om.example:8585'],
    mode: MODE,
    om: 'http://om.example:9999/api',
    refused: ['OpenMetadata'],
  },
  {
    review: true,
    allowed: ['om.example:443'],
    mode: MODE,
    om: 'http://om.example/api',
    refused: ['OpenMetadata'],
  },
  { review: false, allowed: null, mode: 'https://mode.example', om: OM, refused: [] },
  { review: false, allowed: ['om.example'], mode: 'https://mode.example', om: OM, refused: ['Mode'] },
];

for (const { review, allowed, mode, om, refused } of CASES) {
  const what = `${mode} and ${om} ${review ? 'under review' : 'agreed to'}, with ${allowed ?? 'no list'}`;
  test(`${what}: ${refused.join() || 'none'} refused`, () => {
    const findings = checkHosts(
      { mode, openMetadata: om },
      {
        allowed: allowed?.map(hostEntry) ?? null,
        trigger: { event: review ? 'pull_request' : 'schedule', underReview: review, fromFork: false },
        file: 'm.yml',
      },
    );
    assert.deepEqual(
      findings.map(({ message }) => /^The (\w+) host/.exec(message)?.[1]),
      refused,
    );
  });
}
