import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startOpenMetadata } from '../../src/demo/open-metadata/start-open-metadata.ts';
import { ask } from './open-metadata/ask.ts';
import { differences } from './open-metadata/differences.ts';
import { createIdMap } from './open-metadata/id-map.ts';
import { readTranscript } from './open-metadata/transcript.ts';

/** Lines whose answer is compared without some fields, and why. Everything else must be equal. */
const LOOSE = new Map<number, { readonly fields: readonly string[]; readonly why: string }>([
  [
    147,
    { fields: ['version'], why: 'merging a patch into the last version counts undone column changes again' },
  ],
  [164, { fields: ['version'], why: 'the version of line 147' }],
  [
    218,
    { fields: ['dashboards'], why: 'one row of the listing shows an empty relation that nobody asked for' },
  ],
  [229, { fields: ['version'], why: 'the version of line 147' }],
  [
    479,
    {
      fields: ['version', 'sqlQuery'],
      why: 'the version of line 147; the index keeps SQL apart by its own rule',
    },
  ],
  [482, { fields: ['value'], why: 'counts the charts of load tests that were not recorded' }],
  [484, { fields: ['_id', '_source'], why: 'which table comes first is the score of the search engine' }],
]);

/** Requests that were made between the recorded ones and left a trace, by the line that they come before. */
const UNRECORDED = new Map([
  [
    200,
    {
      method: 'PUT',
      path: '/charts/bulk?overrideMetadata=true',
      body: [
        {
          name: 'b0',
          service: 'mode_lab',
          chartType: 'Bar',
          displayName: 'drift2',
          sourceHash: 'b'.repeat(32),
        },
      ],
    },
  ],
]);

const HEADERS = ['x-openmetadata-change', 'www-authenticate'];

test('the stand-in answers a replay of the transcript as the real 1.12.6 did', async () => {
  const openMetadata = await startOpenMetadata();
  const { botToken, adminToken } = openMetadata;
  const tokens = { bot: botToken, admin: adminToken, nobody: '', 'bad token': 'no.such.token' };
  const ids = createIdMap();
  const problems: string[] = [];
  const transcript = readTranscript();
  let replayed = 0;
  let etag = '';
  try {
    for (const row of transcript) {
      const extra = UNRECORDED.get(row.line);
      if (extra !== undefined) await ask(openMetadata, extra.method, extra.path, extra.body);
      // The transcript has no request headers: these two are of the tests of If-Match.
      const ifMatch = { 132: '"0123456789abcdef"', 133: etag }[row.line];
      const told = await ask(
        openMetadata,
        row.method,
        ids.translate(row.path),
        row.body === null ? undefined : JSON.parse(ids.translate(JSON.stringify(row.body))),
        { token: tokens[row.as], headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } },
      );
      const place = `line ${row.line} ${row.method} ${row.path}`;
      const compare = (what: string, actual: unknown, recorded: unknown) => {
        if (actual !== recorded) problems.push(`${place}: ${what} ${recorded} was recorded, not ${actual}`);
      };
      compare('status', told.status, row.status);
      for (const header of HEADERS)
        compare(header, told.headers.get(header) ?? undefined, row.headers[header]);
      compare('etag', told.headers.get('etag')?.length, row.headers.etag?.length);
      etag = told.headers.get('etag') ?? etag;
      ids.learn(row.answer, told.json);
      const loose = new Set(LOOSE.get(row.line)?.fields);
      problems.push(...differences(row.answer, told.json, ids, loose).map((text) => `${place}: ${text}`));
      replayed += 1;
    }
  } finally {
    await openMetadata.close();
  }
  assert.deepEqual(problems, []);
  assert.equal(transcript.length, 486);
  assert.equal(replayed, 486);
  assert.equal(LOOSE.size, 7);
  assert.equal(UNRECORDED.size, 1);
});

test('the comparison sees a missing key, one too many, another type and another value', () => {
  const ids = createIdMap();
  const recorded = { name: 'a', version: 0.1, tags: [] };
  const cases: readonly (readonly [unknown, readonly string[]])[] = [
    [{ name: 'a', version: 0.1, tags: [] }, []],
    [{ name: 'a', version: 0.1 }, ['$.tags: is missing']],
    [{ name: 'a', version: 0.1, tags: [], owners: [] }, ['$.owners: was not recorded']],
    [{ name: 'a', version: '0.1', tags: [] }, ['$.version: number was recorded']],
    [{ name: 'b', version: 0.1, tags: [] }, ['$.name: "a" was recorded, not "b"']],
    [{ name: 'a', version: 0.1, tags: ['x'] }, ['$.tags: 0 elements were recorded, not 1']],
  ];
  for (const [actual, expected] of cases) assert.deepEqual(differences(recorded, actual, ids), expected);
});
