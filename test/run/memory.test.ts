import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PresentCatalog } from '../../src/catalog/entities.ts';
import { generateWorkspace } from '../../src/demo/sample/generate-workspace.ts';
import { silentHost } from '../../src/host/silent-host.ts';
import type { QuerySources } from '../../src/lineage/sources.ts';
import { Workflow } from '../../src/workflow.ts';
import { setScene } from './scene.ts';

/** What the groups of a run come to, as far as it is of use for the plan only. */
interface Read {
  readonly 'List Mode and the catalog': readonly [listed: object, present: PresentCatalog];
  readonly 'Trace lineage': { readonly sources: readonly QuerySources[] };
}

const parts: { readonly [Title in keyof Read]: (read: Read[Title]) => Readonly<Record<string, unknown>> } = {
  'List Mode and the catalog': ([listed, present]) => ({
    'the listing': listed,
    'the catalog': present,
    'its charts': present.charts,
    'a chart of it': present.charts.values().next().value,
    'its data models': present.dataModels,
    'a data model of it': present.dataModels.values().next().value,
    'its dashboards': present.dashboards,
    'a dashboard of it': present.dashboards.values().next().value,
  }),
  'Trace lineage': ({ sources }) => ({
    'the sources of all queries': sources,
    'the sources of a query': sources[0],
    'the tables of a query': sources.find(({ linked }) => linked.length > 0)?.linked,
    'the columns of a query': sources.find(({ columns }) => columns !== null)?.columns,
  }),
};

test('what was read for the plan alone is let go before the catalog is written', async (context) => {
  const demo = await setScene(context);
  for (const run of ['into an empty catalog', 'into one that is as it should be']) {
    const seen = new Map<string, WeakRef<object>>();
    let held: readonly string[] | null = null;
    const note = (title: string, read: unknown): void => {
      if (!(title in parts)) return;
      // The title says which of them it is.
      const told = parts[title as keyof Read](read as Read[keyof Read] & never);
      for (const [name, part] of Object.entries(told))
        if (typeof part === 'object' && part !== null) seen.set(name, new WeakRef(part));
    };
    const workflow = await Workflow.create(demo.config, {
      env: demo.env,
      host: {
        ...silentHost,
        async group(title, work) {
          if (title === 'Write the catalog') {
            await collectGarbage();
            held = [...seen].filter(([, part]) => part.deref() !== undefined).map(([name]) => name);
          }
          const read = await work();
          note(title, read);
          return read;
        },
      },
    });
    await workflow.execute();
    assert.deepEqual(held, [], run);
    assert.ok(seen.size >= (run === 'into an empty catalog' ? 9 : 12), [...seen.keys()].join(', '));
  }
});

/** Bytes of the heap for each entity and edge of a plan: some 1,050 are needed. */
const MOST_PER_STEP = 1_200;

test('what is held when the writing begins is little more than the plan', async (context) => {
  const [collections, reportsPerCollection, queriesPerReport, chartsPerQuery] = [10, 40, 5, 2];
  const shape = { collections, reportsPerCollection, queriesPerReport, chartsPerQuery };
  const demo = await setScene(context, { workspace: generateWorkspace(shape) });
  const env = { ...demo.env, MODE_DISCOVERY_TOKEN: demo.mode.discoveryToken };
  let held = Number.POSITIVE_INFINITY;
  const workflow = await Workflow.create(demo.config, {
    env,
    host: {
      ...silentHost,
      async group(title, work) {
        if (title === 'Write the catalog') {
          demo.forget();
          await collectGarbage();
          held = process.memoryUsage().heapUsed - before;
          workflow.stop();
        }
        return work();
      },
    },
  });
  await collectGarbage();
  const before = process.memoryUsage().heapUsed;
  await workflow.execute();
  const edgesPerQuery = 3;
  const perReport = 1 + queriesPerReport * (1 + chartsPerQuery + edgesPerQuery);
  const perStep = Math.round(held / (collections * reportsPerCollection * perReport));
  assert.ok(perStep <= MOST_PER_STEP, `${perStep} bytes a step`);
  assert.ok(perStep > MOST_PER_STEP / 2, `${perStep} bytes a step: the bound is out of date`);
});

/** A weak reference that was made or read holds on until what runs now is done. */
async function collectGarbage(): Promise<void> {
  await sleep(1);
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert.ok(typeof collect === 'function');
  collect();
}
