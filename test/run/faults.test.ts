import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ModeData } from '../../src/demo/mode/mode-data.ts';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import type { Misbehaviour } from '../../src/demo/stand-in-server.ts';
import { IMPATIENT, setScene } from './scene.ts';

/** A small workspace with one of everything, so that a fault that lasts is soon over. */
function small(): ModeData {
  const workspace = generateWorkspace({
    collections: 2,
    reportsPerCollection: 2,
    queriesPerReport: 1,
    chartsPerQuery: 1,
  });
  const [dataset] = generateWorkspace({
    collections: 1,
    reportsPerCollection: 5,
    queriesPerReport: 1,
    chartsPerQuery: 0,
  }).collections.flatMap(({ reports }) => reports.slice(4));
  if (dataset === undefined) throw new Error('No report was made');
  const [importing] = workspace.collections[1]?.reports ?? [];
  if (importing !== undefined) importing.imports = [dataset.token];
  workspace.collections[0]?.reports.push({ ...dataset, kind: 'dataset' });
  return workspace;
}

const LISTS = [
  { part: /connections|data sources/i, path: /\/data_sources$/ },
  { part: /definitions/i, path: /\/definitions$/ },
  { part: /members/i, path: /\/memberships/ },
  { part: /collections/i, path: /\/spaces\?/ },
  { part: /reports of/i, path: /\/spaces\/[^/]+\/reports/ },
  { part: /datasets of/i, path: /\/spaces\/[^/]+\/datasets/ },
  { part: /reports importing/i, path: /\/datasets\/[^/]+\/reports/ },
  { part: /queries of/i, path: /\/reports\/[^/]+\/queries$/ },
  { part: /charts of/i, path: /\/charts$/ },
];
const FAULTS: readonly { readonly name: string; readonly does: Misbehaviour }[] = [
  { name: '500', does: { status: 500, json: { id: 'internal_server_error', message: 'Oops' } } },
  { name: '429', does: { status: 429, headers: { 'retry-after': '0' }, json: { id: 'rate_limited' } } },
  { name: 'a time-out', does: 'hang' },
  { name: 'HTML', does: 'html' },
  { name: 'truncated JSON', does: 'truncate' },
  { name: 'a reset', does: 'reset' },
];

const REFUSED = {
  name: '403',
  does: { status: 403, json: { code: 403, message: 'not allowed' } },
} as const;

describe('a fault on a list of Mode', { concurrency: 4 }, () => {
  for (const { part, path } of LISTS) {
    for (const { name, does } of FAULTS) {
      test(`${name} on ${path}: nothing is lost, the run is partial, the part is named`, async (context) => {
        const scene = await setScene(context, { workspace: small() });
        assert.equal((await scene.run()).status, 'done');
        const before = catalogImage(scene.openMetadata);
        scene.mode.addFault({ path, does });
        scene.forget();

        const report = await scene.run('ingest', does === 'hang' ? { requests: IMPATIENT } : {});
        assert.equal(report.status, 'partial');
        assert.equal(report.exitCode, 4);
        assert.match(report.incomplete.join('\n'), part);
        assert.deepEqual(catalogImage(scene.openMetadata), before);
        assert.deepEqual(
          scene.writes().filter((write) => write.startsWith('DELETE')),
          [],
        );

        scene.mode.clearFaults();
        assert.equal((await scene.run()).status, 'done');
        assert.deepEqual(catalogImage(scene.openMetadata), before);
      });
    }
  }
});

test('a passing fault costs a retry and nothing else', async (context) => {
  const scene = await setScene(context, { workspace: small() });
  for (const { name, does } of FAULTS) {
    scene.mode.addFault({ path: /\/charts$/, does, times: 1 });
    const asked = does === 'hang' ? { requests: IMPATIENT } : {};
    assert.equal((await scene.run('ingest', asked)).status, 'done', name);
  }
});

describe('a fault while writing to the catalog is reported', { concurrency: 4 }, () => {
  const WRITES = [
    { what: 'charts', path: /\/charts\/bulk/ },
    { what: 'data models', path: /\/dashboard\/datamodels\/bulk/ },
    { what: 'dashboards', path: /\/dashboards\/bulk/ },
    { what: 'edges', path: /\/lineage$/ },
    { what: 'tags', path: /\/tags$/ },
    { what: 'the service', path: /\/services\/dashboardServices$/ },
  ];
  for (const { what, path } of WRITES) {
    for (const { name, does } of [...FAULTS, REFUSED]) {
      // An edge is answered with an empty body: there is nothing to cut.
      if (what === 'edges' && does === 'truncate') continue;
      test(`${name} on ${what}`, async (context) => {
        const scene = await setScene(context, { workspace: small() });
        scene.openMetadata.addFault({ method: 'PUT', path, does });
        const report = await scene.run('ingest', does === 'hang' ? { requests: IMPATIENT } : {});
        const whole = report.status === 'done';
        // A bulk request that fails is asked for again row by row; what has no other way fails and is named.
        if (whole) assert.match(String(path), /bulk/);
        else assert.ok(report.failures.length > 0, report.status);
        scene.openMetadata.clearFaults();
        assert.equal((await scene.run()).status, 'done');
        scene.forget();
        assert.equal((await scene.run()).calls.writes, 0);
      });
    }
  }
});

test('a bulk answer of 200 with failed rows is the failure of those rows', async (context) => {
  const scene = await setScene(context, { workspace: small() });
  const broken = scene.mode.workspace.collections[1]?.reports[0];
  assert.ok(broken);
  // A control character that the server refuses cannot come through; a name that it refuses can: 257 characters.
  broken.token = `r${'0'.repeat(300)}`;
  const report = await scene.run();
  assert.equal(report.status, 'partial');
});
