import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean, editDistance } from '../../src/config/did-you-mean.ts';
import { tidyModeHost } from '../../src/config/tidy/mode-host.ts';
import { tidyOpenMetadataHost } from '../../src/config/tidy/open-metadata-host.ts';
import type { Tidied } from '../../src/config/tidy/tidied.ts';
import { tidyWorkspaceName } from '../../src/config/tidy/workspace-name.ts';

type Row = readonly [written: string, value: string | null, ...codes: string[]];

const TABLES: readonly (readonly [tidy: (text: string) => Tidied, rows: readonly Row[]])[] = [
  [
    tidyModeHost,
    [
      ['https://app.mode.com', 'https://app.mode.com'],
      [' https://app.mode.com/ ', 'https://app.mode.com'],
      ['https://app.mode.com/acme/', 'https://app.mode.com', 'host-path'],
      ['http://localhost:4000', 'http://localhost:4000'],
      ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
      ['http://[::1]:4000', 'http://[::1]:4000'],
      ['http://mode.example.com', 'http://mode.example.com', 'host-plain-http'],
      ['http://localhost.example.com', 'http://localhost.example.com', 'host-plain-http'],
      ['app.mode.com', null, 'host-invalid'],
      ['ftp://app.mode.com', null, 'host-invalid'],
      ['https://user:pass@app.mode.com', null, 'host-invalid'],
      ['https://app.mode.com?x=1', null, 'host-invalid'],
    ],
  ],
  [
    tidyOpenMetadataHost,
    [
      ['http://localhost:8585/api', 'http://localhost:8585/api'],
      ['http://om:8585/api/', 'http://om:8585/api'],
      ['http://om:8585/api/v1', 'http://om:8585/api'],
      ['http://om:8585/api/v1/', 'http://om:8585/api'],
      ['http://om:8585', 'http://om:8585/api', 'host-api-path'],
      ['https://x.example.com/om/', 'https://x.example.com/om/api', 'host-api-path'],
      ['https://x.example.com/om/api', 'https://x.example.com/om/api'],
      ['localhost:8585/api', null, 'host-invalid'],
      ['http://admin@om:8585/api', null, 'host-invalid'],
    ],
  ],
  [
    tidyWorkspaceName,
    [
      ['acme', 'acme'],
      ['acme_inc-2', 'acme_inc-2'],
      ['Acme', 'acme', 'workspace-name-changed'],
      ['https://app.mode.com/acme/reports/abc', 'acme', 'workspace-name-changed'],
      ['app.mode.com/acme', 'acme', 'workspace-name-changed'],
      ['https://app.mode.com/Acme', 'acme', 'workspace-name-changed', 'workspace-name-changed'],
      ['Acme Incorporated', null, 'workspace-name'],
      ['acme/reports', null, 'workspace-name'],
      ['../acme', null, 'workspace-name'],
      ['workspace_name', 'workspace_name'],
      ['<your workspace>', '<your workspace>'],
    ],
  ],
];

for (const [tidy, rows] of TABLES) {
  for (const [written, value, ...codes] of rows) {
    test(`${tidy.name}: ${written} becomes ${value ?? 'an error'}`, () => {
      const tidied = tidy(written);
      assert.equal(tidied.value, value);
      assert.deepEqual(
        tidied.notes.map(({ code }) => code),
        codes,
      );
      assert.equal(
        tidied.notes.some(({ severity }) => severity === 'error'),
        value === null,
      );
      assert.doesNotMatch(JSON.stringify(tidied.notes), /user:pass|admin@/);
    });
  }
}

test('the distance counts letters put in, left out, changed and swapped', () => {
  const rows = [
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'abd', 1],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
  ] as const;
  for (const [from, to, distance] of rows) {
    assert.equal(editDistance(from, to), distance);
    assert.equal(editDistance(to, from), distance);
  }
});

test('only a near word is meant', () => {
  const known = ['accessToken', 'accessTokenPassword', 'hostPort', 'type'];
  assert.equal(didYouMean('acessToken', known), 'accessToken');
  assert.equal(didYouMean('HOSTPORT', known), 'hostPort');
  assert.equal(didYouMean('tpye', known), 'type');
  assert.equal(didYouMean('colour', known), null);
});
