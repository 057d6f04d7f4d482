import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type StandInMode, startMode } from '../../src/demo/mode/start-mode.ts';
import { askMode, listed, under } from './ask-mode.ts';
import { tinyMode } from './tiny-mode.ts';

let mode: StandInMode;
before(async () => {
  mode = await startMode(tinyMode());
});
after(() => mode.close());

const body = async (path: string): Promise<unknown> => (await askMode(mode, `/api/tiny/${path}`)).body;

describe('a report on the wire', () => {
  it('counts its queries and charts', async () => {
    const report = await body('reports/r1');
    assert.equal(under(report, 'query_count'), 1);
    assert.equal(under(report, 'chart_count'), 3);
    assert.equal(under(report, 'query_preview'), 'SELECT 1');
    assert.equal(under(report, 'view_count'), 5);
  });

  it('writes moments with milliseconds, and moves updated_at when it runs', async () => {
    const report = await body('reports/r1');
    assert.equal(under(report, 'created_at'), '2026-01-01T08:00:00.000Z');
    assert.equal(under(report, 'edited_at'), '2026-02-01T08:00:00.000Z');
    assert.equal(under(report, 'updated_at'), '2026-03-01T08:00:00.000Z');
    assert.equal(under(report, 'last_run_at'), '2026-03-01T08:00:00.000Z');
    assert.equal(under(report, 'last_successfully_run_at'), '2026-03-01T08:00:41.500Z');
  });

  it('may have no name, no edit, no run and no creator', async () => {
    const report = await body('reports/r2');
    for (const key of ['name', 'edited_at', 'last_saved_at', 'last_run_at', 'query_preview']) {
      assert.equal(under(report, key), null, key);
    }
    assert.equal(under(report, '_links', 'creator'), undefined);
    assert.equal(under(report, '_links', 'last_run'), undefined);
    assert.equal(under(await body('reports/r1'), '_links', 'creator', 'href'), '/api/ada');
  });

  it('has an absolute page, a relative share, and neither share nor imports on a dataset', async () => {
    const report = await body('reports/r1');
    const dataset = await body('reports/d1');
    assert.equal(under(report, '_links', 'web', 'href'), 'https://app.mode.com/tiny/reports/r1');
    assert.equal(under(report, '_links', 'share', 'href'), '/tiny/reports/r1');
    assert.equal(under(dataset, '_links', 'web', 'href'), 'https://app.mode.com/tiny/datasets/d1');
    assert.equal(under(dataset, '_links', 'share'), undefined);
    assert.equal(under(dataset, 'imported_datasets'), undefined);
    assert.equal(under(dataset, 'max_query_count'), 1);
  });
});

describe('a query on the wire', () => {
  it('counts explorations and never charts', async () => {
    const [query] = listed(await body('reports/r1/queries'), 'queries');
    assert.equal(under(query, 'explorations_count'), 0);
    assert.equal(under(query, 'chart_count'), undefined);
    assert.equal(under(query, '_links', 'charts', 'href'), '/api/tiny/reports/r1/queries/q1/charts');
  });

  it('repeats its SQL in the forms, and has no charts link in a dataset', async () => {
    const [query] = listed(await body('reports/d1/queries'), 'queries');
    assert.equal(under(query, '_forms', 'edit', 'input', 'raw_query', 'value'), 'SELECT 2');
    assert.equal(under(query, '_links', 'charts'), undefined);
    assert.equal(under(query, 'name'), null);
  });
});

describe('a chart on the wire', () => {
  it('has an empty view and an encoded title when new', async () => {
    const chart = await body('reports/r1/queries/q1/charts/c1');
    assert.deepEqual(under(chart, 'view'), {});
    assert.equal(under(chart, 'view_vegas', 'title'), 'A &amp; &quot;B&quot; &lt;c&gt; &#39;d&#39;');
    assert.equal(under(chart, 'view_vegas', 'chartType'), 'bar');
    assert.equal(under(chart, 'id'), undefined);
    assert.equal(under(chart, 'name'), undefined);
  });

  it('has a null view_vegas when old', async () => {
    const chart = await body('reports/r1/queries/q1/charts/c2');
    assert.equal(under(chart, 'view_vegas'), null);
    assert.equal(under(chart, 'view', 'selectedChart'), 'pie');
    assert.equal(under(chart, 'view', 'chartTitle'), 'Old');
  });

  it('has the empty title when untitled', async () => {
    assert.equal(under(await body('reports/r1/queries/q1/charts/c3'), 'view_vegas', 'title'), '');
  });
});

describe('a definition on the wire', () => {
  it("shows Mode's bug: its form names the definition where the connection should be", async () => {
    const [definition] = listed(await body('definitions'), 'definitions');
    assert.equal(under(definition, 'source'), 'SELECT 3');
    assert.equal(under(definition, 'data_source_id'), '71');
    assert.equal(
      under(definition, '_forms', 'edit', 'input', 'data_source_id', 'value'),
      under(definition, 'id'),
    );
  });
});
