import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DemoReport, ModeData } from '../../src/demo/mode/mode-data.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { living } from './living.ts';
import { Nth } from './nth.ts';
import { type Scene, setScene } from './scene.ts';

/** Five reports and a dataset. */
function world(): ModeData {
  const workspace = generateWorkspace({
    collections: 2,
    reportsPerCollection: 3,
    queriesPerReport: 2,
    chartsPerQuery: 1,
  });
  const dataset = workspace.collections[1]?.reports[2];
  if (dataset === undefined) throw new Error('No report was made');
  dataset.kind = 'dataset';
  for (const query of dataset.queries) query.charts = [];
  return workspace;
}

/** Something that people do in Mode, to the report (and the collection) that the numbers choose. */
type Deed = (workspace: ModeData, report: DemoReport, nth: number) => void;

const take = (workspace: ModeData, report: DemoReport): void => {
  for (const collection of workspace.collections)
    collection.reports = collection.reports.filter((each) => each !== report);
};

/** Reports that are away may come back. */
const bin = new WeakMap<ModeData, DemoReport[]>();

const DEEDS: Readonly<Record<string, Deed>> = {
  rename: (_, report, nth) => {
    report.name = `Name ${nth}`;
  },
  describe: (_, report, nth) => {
    report.description = nth % 2 === 0 ? null : `Words ${nth}`;
  },
  archive: (_, report) => {
    report.archived = !report.archived;
  },
  move: (workspace, report, nth) => {
    take(workspace, report);
    workspace.collections[nth % 2]?.reports.push(report);
  },
  remove: (workspace, report) => {
    if (workspace.collections.flatMap(({ reports }) => reports).length < 3) return;
    take(workspace, report);
    bin.set(workspace, [...(bin.get(workspace) ?? []), report]);
  },
  restore: (workspace, _, nth) => {
    const back = bin.get(workspace)?.pop();
    if (back !== undefined) workspace.collections[nth % 2]?.reports.push(back);
  },
  'import the dataset, or no more': (workspace, report) => {
    const dataset = workspace.collections
      .flatMap(({ reports }) => reports)
      .find(({ kind }) => kind === 'dataset');
    if (report.kind === 'report' && dataset !== undefined)
      report.imports = report.imports?.length ? [] : [dataset.token];
  },
  'drop a query': (_, report) => {
    report.queries.pop();
  },
  'copy a query': (_, report, nth) => {
    const [query] = report.queries;
    if (query !== undefined)
      report.queries.push({ ...query, token: `copy${nth}`.padEnd(12, '0'), charts: [] });
  },
  'exchange SQL': (_, report) => {
    const [first, second] = report.queries;
    if (first !== undefined && second !== undefined) [first.sql, second.sql] = [second.sql, first.sql];
  },
  'move a chart': (_, report) => {
    const [first, second] = report.queries;
    second?.charts.push(...(first?.charts.splice(0) ?? []));
  },
};

/** One run; or the shards at the same time and the sweep that closes them. */
async function runAs(scene: Scene, how: string, asked: Parameters<Scene['run']>[1]): Promise<void> {
  const reports = how.endsWith('shards')
    ? [
        ...(await Promise.all(SHARDS.map((shard) => scene.run('ingest', { ...asked, shard })))),
        await scene.run('sweep', asked),
      ]
    : [await scene.run('ingest', asked)];
  for (const report of reports)
    assert.equal(report.status, 'done', `${report.verdict} ${JSON.stringify(report.failures)}`);
}

const SHARDS = ['1/3', '2/3', '3/3'];

test('after any history in Mode, runs that were stopped on the way included, the catalog is as if it had been made anew, and a second run writes nothing', async (context) => {
  const deeds = fc.array(
    fc.record({
      deed: fc.constantFrom(...Object.keys(DEEDS)),
      report: fc.nat(5),
      nth: fc.nat(9),
      runs: fc.constantFrom(null, 'full', 'incremental', 'shards', 'incremental shards'),
      stops: fc.option(
        fc.record({
          at: fc.constantFrom('read', 'written'),
          nth: fc.integer({ min: 1, max: 40 }),
          how: fc.constantFrom('full', 'incremental'),
        }),
      ),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const version = fc.constantFrom('1.10.0', '1.12.6', '2.1.0');
  const limits = { maxDeletions: 1_000, maxDeletionShare: 1 };
  const last = fc.constantFrom('full', 'incremental', 'shards', 'incremental shards');
  const property = fc.asyncProperty(deeds, last, version, async (history, end, openMetadataVersion) => {
    const workspace = world();
    const scene = await setScene(context, { workspace, openMetadataVersion });
    const settle = async (how: string) => {
      const asked = { limits, source: { incremental: how.startsWith('incremental') } };
      await runAs(scene, how, asked);
      scene.forget();
      await runAs(scene, how, asked);
      assert.deepEqual(scene.writes(), []);
    };
    /** A run that is told to stop in the middle of reading Mode or of writing the catalog. What it does is right as far as it goes. */
    const stopped = async (stop: { readonly at: string; readonly nth: number; readonly how: string }) => {
      await scene.run('ingest', {
        limits,
        source: { incremental: stop.how === 'incremental' },
        begins(workflow) {
          const path = new Nth(stop.nth, () => {
            workflow.stop();
            return false;
          });
          const does = { status: 500 };
          if (stop.at === 'read') scene.mode.addFault({ path, does });
          else
            for (const method of ['PUT', 'PATCH', 'DELETE'])
              scene.openMetadata.addFault({ method, path, does });
        },
      });
      scene.mode.clearFaults();
      scene.openMetadata.clearFaults();
    };
    await settle('full');
    let edits = 0;
    for (const { deed, report, nth, runs, stops } of history) {
      const reports = workspace.collections.flatMap((collection) => collection.reports);
      const chosen = reports[report % reports.length];
      if (chosen !== undefined) {
        DEEDS[deed]?.(workspace, chosen, nth);
        edits += 1;
        chosen.editedAt = new Date(Date.UTC(2026, 5, 1, 0, edits)).toISOString();
      }
      if (stops !== null) await stopped(stops);
      if (runs !== null) await settle(runs);
    }
    await settle(end);
    const anew = await setScene(context, { workspace, openMetadataVersion });
    await anew.run();
    assert.deepEqual(living(scene), living(anew));
    await Promise.all([scene.close(), anew.close()]);
  });
  // Found once: a dataset that lost its last query is still in Mode, and yet its data models are gone.
  const emptied = [
    { deed: 'drop a query', report: 5, nth: 0, runs: null, stops: null },
    { deed: 'drop a query', report: 5, nth: 0, runs: null, stops: null },
  ];
  // Found once: each shard took the old tag off the dataset, and the second was refused.
  const moved = [
    { deed: 'move', report: 5, nth: 0, runs: null, stops: null },
    { deed: 'rename', report: 0, nth: 0, runs: null, stops: null },
  ];
  // Found once: a dataset that came back led to no dashboard whose report nobody had edited.
  const restored = [
    { deed: 'import the dataset, or no more', report: 1, nth: 0, runs: null, stops: null },
    { deed: 'remove', report: 5, nth: 0, runs: null, stops: null },
    { deed: 'rename', report: 0, nth: 0, runs: 'full' as const, stops: null },
    { deed: 'restore', report: 0, nth: 0, runs: null, stops: null },
  ];
  // Likewise a query that it gained.
  const gained = [
    { deed: 'import the dataset, or no more', report: 1, nth: 0, runs: 'full' as const, stops: null },
    { deed: 'copy a query', report: 5, nth: 0, runs: 'incremental' as const, stops: null },
  ];
  await fc.assert(property, {
    numRuns: 8,
    examples: [
      [emptied, 'full', '1.12.6'],
      [moved, 'incremental shards', '1.10.0'],
      [restored, 'incremental', '1.10.0'],
      [gained, 'incremental shards', '1.12.6'],
    ],
  });
});
