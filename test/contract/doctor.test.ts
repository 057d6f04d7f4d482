import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import type { Check } from '../../src/doctor/check.ts';
import { type Ended, runChild } from './child.ts';
import { type Scene, setScene } from './scene.ts';

const SCRIPT = resolve('dist/mode-ingest.mjs');

const doctor = (scene: Scene, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  runChild(process.execPath, [SCRIPT, 'doctor', ...args, scene.file], {
    env: { ...scene.env, ...env },
    cwd: scene.folder,
  });

const checksOf = ({ stdout }: Ended): readonly Check[] =>
  (JSON.parse(stdout) as { readonly checks: readonly Check[] }).checks;

const noServices = { data: [], paging: { total: 0 } };
const denied = (resource: string, operations: readonly string[]) => ({
  path: new RegExp(`/permissions/${resource}$`),
  does: {
    status: 200,
    json: {
      resource,
      permissions: [
        ...operations.map((operation) => ({ operation, access: 'deny' })),
        { operation: 'EditUsage', access: 'allow' },
      ],
    },
  },
});

const CASES: readonly {
  readonly what: string;
  readonly arrange?: (scene: Scene) => void;
  readonly env?: Readonly<Record<string, string>>;
  readonly code: number;
  /** What is not well, in order. */
  readonly says: readonly RegExp[];
}[] = [
  { what: 'a healthy pair', code: 0, says: [] },
  {
    what: 'a wrong Mode key',
    env: { MODE_ACCESS_TOKEN_PASSWORD: 'wrong-secret-of-mode' },
    code: 3,
    says: [/^error Mode Mode refuses the API key/],
  },
  {
    what: 'a wrong JWT',
    env: { OPENMETADATA_JWT_TOKEN: 'aaaa.bbbb.cccc' },
    code: 3,
    says: [/^error OpenMetadata OpenMetadata does not accept the token/],
  },
  {
    what: 'a Discovery token that Mode refuses',
    env: { MODE_DISCOVERY_TOKEN: 'other-token:other-key:other-secret' },
    code: 0,
    says: [/^warning Mode Discovery cannot be read, so a run will use REST: .*401/],
  },
  {
    what: 'a Discovery token that is none',
    env: { MODE_DISCOVERY_TOKEN: 'not-a-discovery-token' },
    code: 2,
    says: [/^error Configuration .*discoveryToken` is not a Discovery signature token/],
  },
  {
    what: 'both wrong',
    env: { MODE_ACCESS_TOKEN: 'wrong-token', OPENMETADATA_JWT_TOKEN: 'aaaa.bbbb.cccc' },
    code: 3,
    says: [/^error Mode /, /^error OpenMetadata /],
  },
  {
    what: 'no credentials',
    env: { MODE_ACCESS_TOKEN: '', MODE_ACCESS_TOKEN_PASSWORD: '', OPENMETADATA_JWT_TOKEN: '' },
    code: 2,
    says: [/^error Configuration .*mode\.yml:\d+:\d+ /, /^error Configuration /, /^error Configuration /],
  },
  {
    what: 'an unknown key',
    arrange: (scene) => scene.configure({ source: { includeOwner: true } }),
    code: 2,
    says: [/^error Configuration .*mode\.yml:\d+:\d+ .*includeOwner/],
  },
  {
    what: 'another workspace',
    arrange: (scene) => scene.configure({ mode: { workspaceName: 'elsewhere' } }),
    code: 2,
    says: [/^error Mode .*elsewhere/],
  },
  {
    what: 'a bot without permission',
    arrange: ({ openMetadata }) => {
      openMetadata.addFault(denied('dashboard', ['Create', 'EditAll', 'Delete']));
      openMetadata.addFault(denied('table', ['EditLineage']));
    },
    code: 3,
    says: [
      /may not do: Create on dashboard, EditAll on dashboard, Delete on dashboard, EditLineage on table\.$/,
    ],
  },
  {
    what: 'a person’s token',
    arrange: (scene) => Object.assign(scene.env, { OPENMETADATA_JWT_TOKEN: scene.openMetadata.adminToken }),
    code: 0,
    says: [/^warning OpenMetadata .*admin, who is no bot/],
  },
  {
    what: 'no database service',
    arrange: ({ openMetadata }) =>
      openMetadata.addFault({ path: /databaseServices/, does: { status: 200, json: noServices } }),
    code: 0,
    says: [
      /^warning OpenMetadata .*no database service/,
      ...Array<RegExp>(3).fill(/^warning Lineage .*has no database service of its kind/),
    ],
  },
  {
    what: 'a prefix that names no service, and none of a connection’s kind',
    arrange: (scene) => scene.configure({ source: { dbServiceNames: ['nowhere', 'snowflake_lumen'] } }),
    code: 2,
    says: [
      /^error Lineage .*names the service nowhere, which the catalog does not have/,
      /^warning Lineage .*Shop .* is looked for in snowflake_lumen, which is of another kind/,
    ],
  },
  {
    what: 'a list that Mode does not give',
    arrange: ({ mode }) =>
      mode.addFault({ path: /\/data_sources/, does: { status: 403, json: { id: 'forbidden' } } }),
    code: 4,
    says: [/^error Mode Could not read /],
  },
  {
    what: 'no report in sight',
    arrange: ({ mode }) => {
      for (const collection of mode.workspace.collections) collection.reports.splice(0);
    },
    code: 6,
    says: [/^error Mode No report can be seen/],
  },
  {
    what: 'filters that leave nothing',
    arrange: (scene) => scene.configure({ source: { dashboardFilterPattern: { includes: ['^nothing$'] } } }),
    code: 0,
    says: [/^warning Mode The filters leave out all \d+ reports/],
  },
];

for (const { what, arrange, env, code, says } of CASES) {
  test(`${what} ends with ${code}`, async (context) => {
    const scene = await setScene(context);
    arrange?.(scene);
    const ended = await doctor(scene, ['--json'], env);
    assert.equal(ended.code, code, ended.output);
    const unwell = checksOf(ended).filter(({ state }) => state !== 'ok');
    assert.equal(unwell.length, says.length, JSON.stringify(unwell, null, 2));
    for (const [index, { state, about, says: text, next }] of unwell.entries()) {
      assert.match(`${state} ${about} ${text}`, says[index] ?? /never/);
      assert.ok(next, text);
    }
    const requests = [...scene.mode.requests, ...scene.openMetadata.requests];
    assert.deepEqual(
      requests.filter(({ method }) => method !== 'GET'),
      [],
    );
    for (const secret of Object.values({ ...scene.env, ...env }))
      assert.ok(secret === '' || !ended.output.includes(secret));
    assert.doesNotMatch(ended.output, /^\s+at /m, 'a stack trace');
  });
}

test('in a terminal it tells what is well too, in sections, and how it ends', async (context) => {
  const scene = await setScene(context);
  const { code, stdout } = await doctor(scene);
  assert.equal(code, 0);
  const sections = stdout.split('\n').filter((line) => /^[A-Z]\w+$/.test(line));
  assert.deepEqual(sections, ['Configuration', 'Mode', 'OpenMetadata', 'Lineage']);
  assert.match(stdout, /✓ A run will ask Mode about \d+ times at most/);
  assert.match(stdout, /✓ OpenMetadata 1\.12\.6 answers/);
  assert.match(stdout, /, 0 to look at, 0 wrong · exit code 0\n/);
});

test('with a Discovery token it tells how much Discovery lists', async (context) => {
  const scene = await setScene(context);
  const { code, stdout } = await doctor(scene, [], { MODE_DISCOVERY_TOKEN: scene.mode.discoveryToken });
  assert.equal(code, 0);
  assert.match(stdout, /✓ Discovery answers: \d+ reports, \d+ queries and \d+ charts, in 3 calls/);
  assert.doesNotMatch(stdout, /demo-access/);
});

test('what it expects a run to ask of Mode is what a run asks, or a little more', async (context) => {
  const scene = await setScene(context);
  const [, expected] = /about (\d+) times/.exec((await doctor(scene)).stdout) ?? [];
  scene.mode.forget();
  const run = await runChild(process.execPath, [SCRIPT, 'plan', scene.file], { env: scene.env });
  assert.equal(run.code, 0, run.output);
  const asked = scene.mode.requests.length;
  assert.ok(Number(expected) >= asked && Number(expected) <= asked * 1.2, `${expected} for ${asked}`);
});
