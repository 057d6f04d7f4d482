import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoReport } from '../../src/demo/mode/mode-data.ts';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { type Scene, setScene } from './scene.ts';

const reportCalled = (scene: Scene, name: string, kind: DemoReport['kind']): DemoReport => {
  const found = scene.mode.workspace.collections
    .flatMap(({ reports }) => reports)
    .find((report) => report.name === name && report.kind === kind);
  assert.ok(found, name);
  return found;
};

/** Where the edges that touch the token lead from and to. */
const edgesWith = (scene: Scene, token: string): readonly (readonly [from: string, to: string])[] =>
  catalogImage(scene.openMetadata)
    .edges.filter(({ from, to }) => `${from} ${to}`.includes(token))
    .map(({ from, to }) => [from, to]);

test('a report built on a dataset has lineage through the dataset to its tables, for as long as it imports it', async (context) => {
  const scene = await setScene(context);
  const dataset = reportCalled(scene, 'Net orders', 'dataset');
  const importing = reportCalled(scene, 'Customers who came back', 'report');
  const first = await scene.run();
  assert.equal(first.status, 'done');
  const edges = edgesWith(scene, dataset.token);
  const into = edges.filter(([, to]) => to.startsWith('dashboardDataModel ')).map(([from]) => from);
  const outOf = edges.filter(([from]) => from.startsWith('dashboardDataModel ')).map(([, to]) => to);
  assert.ok(into.length > 0 && into.every((from) => from.startsWith('table ')));
  assert.equal(outOf.length, 1);
  assert.match(outOf[0] ?? '', new RegExp(`^dashboard .*\\.${importing.token}$`));

  scene.forget();
  importing.imports = [];
  const dropped = await scene.run();
  assert.equal(dropped.status, 'done');
  assert.equal(dropped.totals.edges.deleted, 1);
  assert.equal(edgesWith(scene, dataset.token).length, edges.length - 1);

  scene.forget();
  importing.imports = [dataset.token];
  const again = await scene.run();
  assert.equal(again.totals.edges.created, 1);
  assert.deepEqual(edgesWith(scene, dataset.token), edges);
  assert.equal((await scene.run()).calls.writes, 0);
});
