import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoQuery } from '../../src/demo/mode/mode-data.ts';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { completeColumns } from '../../src/demo/open-metadata/columns.ts';
import { type Scene, setScene } from './scene.ts';

const BOTH =
  'select b.*, e.* from finance.budgets b join finance.ledger_entries e on e.cost_centre = b.cost_centre';

/** A query on Snowflake, and the name of its data model. */
function queryOf(scene: Scene): { readonly query: DemoQuery; readonly model: string } {
  const report = scene.mode.workspace.collections
    .flatMap(({ reports }) => reports)
    .find(({ name }) => name === 'Monthly close');
  const [query] = report?.queries ?? [];
  assert.ok(report && query);
  return { query, model: `${report.token}.${query.token}` };
}

const edgesInto = (scene: Scene, model: string) =>
  scene.openMetadata.store.edges().filter(({ to }) => to.name === model);
const columnsInto = (scene: Scene, model: string) =>
  edgesInto(scene, model).flatMap(({ details }) => details.columnsLineage ?? []);
const modelOf = (scene: Scene, name: string) => {
  const model = scene.openMetadata.store.all('dashboardDataModel').find((one) => one.name === name);
  assert.ok(model);
  return model;
};

test('a table that could not be looked up takes no column away, of the data model or of its edges', async (context) => {
  const scene = await setScene(context);
  const { query, model } = queryOf(scene);
  query.sql = BOTH;
  await scene.run();
  const before = catalogImage(scene.openMetadata);
  assert.ok(JSON.stringify(columnsInto(scene, model)).includes('LEDGER_ENTRIES'));

  scene.openMetadata.addFault({ path: /\/tables\/name\/.*LEDGER_ENTRIES/, does: { status: 500, json: {} } });
  const partial = await scene.run();
  assert.equal(partial.status, 'partial');
  assert.deepEqual(catalogImage(scene.openMetadata), before);

  scene.openMetadata.clearFaults();
  assert.equal((await scene.run()).status, 'done');
  assert.deepEqual(catalogImage(scene.openMetadata), before);
});

test('columns go from an edge when no output is made from them any more', async (context) => {
  const scene = await setScene(context);
  const { query, model } = queryOf(scene);
  query.sql = 'select month from finance.budgets';
  await scene.run();
  assert.equal(columnsInto(scene, model).length, 1);
  query.sql = "select 'now' as month from finance.budgets";
  await scene.run();
  assert.deepEqual(columnsInto(scene, model), []);
  assert.equal(edgesInto(scene, model).length, 1);
  scene.forget();
  assert.equal((await scene.run()).calls.writes, 0);
});

test('lineage names a data model’s column as the catalog does, however the SQL writes it now', async (context) => {
  const scene = await setScene(context);
  const { query, model } = queryOf(scene);
  query.sql = 'select month, amount from finance.budgets';
  await scene.run();
  const before = columnsInto(scene, model);
  assert.equal(before.length, 2);
  query.sql = 'select MONTH, Amount from finance.budgets';
  await scene.run();
  assert.deepEqual(columnsInto(scene, model), before);
  scene.forget();
  assert.equal((await scene.run()).calls.writes, 0);
});

test('a column of another type keeps the case of its name', async (context) => {
  const scene = await setScene(context);
  const { query, model } = queryOf(scene);
  query.sql = 'select month from finance.budgets';
  await scene.run();
  const there = modelOf(scene, model);
  there.values = {
    ...there.values,
    columns: completeColumns([{ name: 'Month', dataType: 'INT' }], there.fqn),
  };
  query.sql = 'select month from finance.budgets -- revised';
  await scene.run();
  assert.match(JSON.stringify(modelOf(scene, model).values.columns), /"name":"Month","dataType":"DATE"/);
  assert.match(JSON.stringify(columnsInto(scene, model)), /\.Month"/);
});
