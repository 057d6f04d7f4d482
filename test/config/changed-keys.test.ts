import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changedKeys } from '../../src/config/changed-keys.ts';

const file = (metadata: string, connection = '') => `
source:
  type: mode
  serviceName: mode_acme
  serviceConnection:
    config:
      type: Mode
      workspaceName: acme
${connection}
  sourceConfig:
    config:
      type: DashboardMetadata
${metadata}
`;
const METADATA = 'source.sourceConfig.config';
const CONNECTION = 'source.serviceConnection.config';

describe('the keys that changed', () => {
  const CASES = [
    { name: 'nothing', before: '', after: '', changes: [] },
    {
      name: 'one that is new, and one that is gone',
      before: '      includeTags: false',
      after: '      includeOwners: true',
      changes: [
        { key: `${METADATA}.includeTags`, before: 'false', after: null },
        { key: `${METADATA}.includeOwners`, before: null, after: 'true' },
      ],
    },
    {
      name: 'a list as one value',
      before: '      dashboardFilterPattern: { excludes: [Finance.*, Tmp.*] }',
      after: '      dashboardFilterPattern: { excludes: [Tmp.*] }',
      changes: [
        { key: `${METADATA}.dashboardFilterPattern.excludes`, before: 'Finance.*, Tmp.*', after: 'Tmp.*' },
      ],
    },
    {
      name: 'a spelling of old is no change',
      before: '      dashboardFilterPattern: { excludes: [a] }',
      after: '      dashboard_filter_pattern: { excludes: [a] }',
      changes: [],
    },
  ];
  for (const { name, before, after, changes } of CASES)
    test(name, () => assert.deepEqual(changedKeys(file(before), file(after), []), changes));

  test('a secret is never among the values, a variable’s name may be', () => {
    const before = file('', '      accessToken: ${MODE_TOKEN}\n      accessTokenPassword: s3cret-of-old');
    const after = file('', '      accessToken: abcdef012345\n      accessTokenPassword: s3cret-of-new');
    assert.deepEqual(changedKeys(before, after, []), [
      { key: `${CONNECTION}.accessToken`, before: '${MODE_TOKEN}', after: '(not shown)' },
      { key: `${CONNECTION}.accessTokenPassword`, before: '(not shown)', after: '(not shown)' },
    ]);
  });

  test('a value that holds a known secret is not shown wherever it stands', () => {
    const [change] = changedKeys(
      file('      projectFilterPattern: { excludes: [x] }'),
      file('      projectFilterPattern: { excludes: [very-secret-1] }'),
      ['very-secret-1'],
    );
    assert.equal(change?.after, '(not shown)');
  });
});
