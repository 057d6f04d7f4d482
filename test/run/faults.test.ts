import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import type { Misbehaviour } from '../../src/demo/stand-in-server.ts';
import { setScene } from './scene.ts';

const LISTS = [
  { part: /connections|data sources/i, path: /\/data_sources$/ },
  { part: /definitions/i, path: /\/definitions$/ },
  { part: /members/i, path: /\/memberships/ },
  { part: /collections/i, path: /\/spaces\?/ },
  { part: /reports of/i, path: /\/spaces\/[^/]+\/reports/ },
  { part: /datasets of/i, path: /\/spaces\/[^/]+\/datasets/ },
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

describe('a fault on a list of Mode', { concurrency: 4 }, () => {
  for (const { part, path } of LISTS) {
    for (const { name, does } of FAULTS) {
      test(`${name} on ${path}: nothing is lost, the run is partial, the part is named`, async (context) => {
        const scene = await setScene(context);
        assert.equal((await scene.run()).status, 'done');
        const before = catalogImage(scene.openMetadata);
        scene.mode.addFault({ path, does });
        scene.forget();

        const report = await scene.run();
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
  const scene = await setScene(context);
  for (const { does } of FAULTS) scene.mode.addFault({ path: /\/charts$/, does, times: 1 });
  assert.equal((await scene.run()).status, 'done');
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
      test(`${name} on ${what}`, async (context) => {
        const scene = await setScene(context);
        scene.openMetadata.addFault({ method: 'PUT', path, does });
        const report = await scene.run();
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

const REFUSED = {
  name: '403',
  does: { status: 403, json: { code: 403, message: 'not allowed' } },
} as const;

test('a bulk answer of 200 with failed rows is the failure of those rows', async (context) => {
  const scene = await setScene(context);
  const broken = scene.mode.workspace.collections[1]?.reports[0];
  assert.ok(broken);
  // A control character that the server refuses cannot come through; a name that it refuses can: 257 characters.
  broken.token = `r${'0'.repeat(300)}`;
  const report = await scene.run();
  assert.equal(report.status, 'partial');
});
