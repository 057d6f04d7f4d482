import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PresentCatalog } from '../../src/catalog/entities.ts';
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

/** A weak reference that was made or read holds on until what runs now is done. */
async function collectGarbage(): Promise<void> {
  await sleep(1);
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert.ok(typeof collect === 'function');
  collect();
}
