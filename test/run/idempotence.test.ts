import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DemoReport } from '../../src/demo/mode/mode-data.ts';
import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import { type Scene, setScene } from './scene.ts';

const VERSIONS = ['1.3.2', '1.4.1', '1.6.4', '1.10.0', '1.12.6', '1.13.4', '2.0.7', '2.1.0'];

describe('on every version of the server', () => {
  for (const version of VERSIONS) {
    test(`${version}: an ingestion, and a second one that writes nothing`, async (context) => {
      const scene = await setScene(context, { openMetadataVersion: version });
      const first = await scene.run();
      assert.deepEqual(first.failures, []);
      assert.equal(first.status, 'done');
      assert.ok(first.totals.dashboards.created > 30);
      assert.ok(first.totals.edges.created > 50);
      const image = catalogImage(scene.openMetadata);
      const again = await scene.run();
      assert.equal(again.status, 'done');
      assert.equal(again.calls.writes, 0);
      assert.deepEqual(catalogImage(scene.openMetadata), image);
      const plan = await scene.run('plan');
      assert.equal(plan.totals.dashboards.created + plan.totals.dashboards.changed, 0);
    });
  }
});

/** A report of the sample with a query, a chart and an edge. */
function someReport(scene: Scene): DemoReport {
  for (const collection of scene.mode.workspace.collections) {
    for (const report of collection.reports) {
      const [query] = report.queries;
      if (report.kind === 'report' && report.name && query && query.charts.length > 0 && !report.archived)
        return report;
    }
  }
  throw new Error('The sample has no such report');
}

describe('after one change in Mode, exactly the writes for it', () => {
  const CASES: readonly {
    readonly what: string;
    readonly change: (report: DemoReport, scene: Scene) => void;
    readonly writes: readonly string[];
  }[] = [
    {
      what: 'a report renamed',
      change: (report) => {
        report.name = 'A new name';
      },
      writes: ['PUT /dashboards'],
    },
    {
      what: 'a chart renamed',
      change: (report) => {
        const chart = report.queries[0]?.charts[0];
        if (chart) chart.title = 'A new title';
      },
      writes: ['PUT /charts'],
    },
    {
      what: 'a query rewritten, its tables the same',
      change: (report) => {
        const [query] = report.queries;
        if (query) query.sql = `${query.sql}\n-- revised`;
      },
      writes: ['PUT /dashboard/datamodels', 'PUT /lineage', 'PUT /dashboard/datamodels'],
    },
    {
      what: 'a chart that draws another column',
      change: (report) => {
        const chart = report.queries[0]?.charts[0];
        if (chart) chart.columns = ['day', 'order_count'];
      },
      writes: ['PUT /dashboards', 'PUT /lineage', 'PUT /dashboards'],
    },
    {
      what: 'a description written',
      change: (report) => {
        report.description = 'Words about it';
      },
      writes: ['PATCH /dashboards/…', 'PUT /dashboards'],
    },
  ];
  for (const { what, change, writes } of CASES) {
    test(what, async (context) => {
      const scene = await setScene(context);
      await scene.run();
      scene.forget();
      change(someReport(scene), scene);
      const report = await scene.run();
      assert.equal(report.status, 'done');
      const made = scene.writes().map((write) => write.replace(/[0-9a-f-]{36}$/, '…'));
      assert.deepEqual(made, writes);
      scene.forget();
      assert.equal((await scene.run()).calls.writes, 0);
    });
  }
});

test('the columns that charts draw are on the edge to their dashboard', async (context) => {
  const scene = await setScene(context);
  await scene.run();
  const report = someReport(scene);
  const [query] = report.queries;
  const edge = scene.openMetadata.store
    .edges()
    .find(({ from, to }) => from.name === `${report.token}.${query?.token}` && to.name === report.token);
  assert.ok(edge);
  const service = edge.to.fqn.slice(0, -report.token.length);
  const column = (name: string) => `${edge.from.fqn}.${name}`;
  const [line, soFar] = query?.charts ?? [];
  // The charts name them in upper case, as their warehouse does, and the catalog has them as the SQL does.
  assert.deepEqual(edge.details.columnsLineage, [
    {
      fromColumns: [column('day'), column('revenue'), column('order_count')],
      toColumn: `${service}${line?.token}`,
    },
    { fromColumns: [column('revenue')], toColumn: `${service}${soFar?.token}` },
  ]);
});

test('a report that is gone is soft-deleted, and restored when it is back', async (context) => {
  const scene = await setScene(context);
  await scene.run();
  const image = catalogImage(scene.openMetadata);
  const collection = scene.mode.workspace.collections.find(({ reports }) =>
    reports.includes(someReport(scene)),
  );
  assert.ok(collection);
  const before = [...collection.reports];
  collection.reports = before.filter((report) => report !== someReport(scene));
  scene.forget();
  const gone = await scene.run();
  assert.equal(gone.status, 'done');
  assert.equal(gone.totals.dashboards.deleted, 1);
  assert.ok(scene.openMetadata.requests.every(({ path }) => !path.includes('hardDelete=true')));
  scene.forget();
  assert.equal((await scene.run()).calls.writes, 0);

  collection.reports = before;
  const back = await scene.run();
  assert.equal(back.status, 'done');
  assert.deepEqual(catalogImage(scene.openMetadata), image);
  assert.equal((await scene.run()).calls.writes, 0);
});

test('what a filter leaves out is kept in the catalog', async (context) => {
  const scene = await setScene(context);
  await scene.run();
  const image = catalogImage(scene.openMetadata);
  const report = await scene.run('ingest', {
    source: { dashboardFilterPattern: { includes: ['No such report'] } },
  });
  assert.equal(report.totals.dashboards.deleted, 0);
  assert.deepEqual(catalogImage(scene.openMetadata), image);
});

test('without a search engine the lineage is the same where names are exact, and nothing is removed', async (context) => {
  const scene = await setScene(context);
  await scene.run();
  const image = catalogImage(scene.openMetadata);
  scene.openMetadata.searchWorks = false;
  await scene.run();
  assert.deepEqual(catalogImage(scene.openMetadata), image);
});

test('a report that no listing shows but that Mode still has is kept', async (context) => {
  const scene = await setScene(context);
  await scene.run();
  const image = catalogImage(scene.openMetadata);
  const hidden = someReport(scene);
  // As when pages shift while they are read: the listing leaves it out, its own address answers.
  scene.mode.addFault({
    path: new RegExp(`/api/[^/]+/reports/${hidden.token}$`),
    does: { status: 200, json: {} },
  });
  for (const collection of scene.mode.workspace.collections)
    collection.reports = collection.reports.filter((report) => report !== hidden);
  const report = await scene.run();
  assert.equal(report.totals.dashboards.deleted, 0);
  assert.ok(report.skipped.some(({ why }) => why.startsWith('still in Mode')));
  assert.deepEqual(catalogImage(scene.openMetadata), image);

  scene.mode.clearFaults();
  scene.mode.addFault({ path: new RegExp(`/api/[^/]+/reports/${hidden.token}$`), does: 'html' });
  assert.equal((await scene.run()).totals.dashboards.deleted, 0);
  scene.mode.clearFaults();
  assert.equal((await scene.run()).totals.dashboards.deleted, 1);
});
