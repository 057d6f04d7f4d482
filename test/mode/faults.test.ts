import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Misbehaviour } from '../../src/demo/stand-in-server.ts';
import type { ReadFailure, Reading, Report, Workspace } from '../../src/mode/workspace.ts';
import { smallWorkspace } from './small-workspace.ts';
import { type ClientOptions, type StandInMode, walk, withMode } from './walk.ts';

interface FaultCase {
  readonly what: string;
  readonly does: Misbehaviour;
  readonly code: string;
  readonly options?: ClientOptions;
}

const HANGS: FaultCase = {
  what: 'hangs',
  does: 'hang',
  code: 'http-timeout',
  options: { attempts: 1, timeoutMs: 2_000 },
};

const FAULTS: readonly FaultCase[] = [
  { what: 'answers 500', does: { status: 500 }, code: 'http-status' },
  {
    what: 'answers 429 for ever',
    does: { status: 429, headers: { 'retry-after': '0' } },
    code: 'http-rate-limited',
  },
  { what: 'answers HTML', does: 'html', code: 'http-not-json' },
  { what: 'answers half a document', does: 'truncate', code: 'http-not-json' },
  { what: 'drops the connection', does: 'reset', code: 'http-network' },
  { what: 'answers 403', does: { status: 403 }, code: 'http-forbidden' },
  { what: 'answers 404', does: { status: 404 }, code: 'http-not-found' },
  { what: 'answers 204', does: { status: 204 }, code: 'mode-empty-answer' },
  { what: 'answers 200 without a body', does: { status: 200 }, code: 'mode-empty-answer' },
  { what: 'answers another shape', does: { status: 200, json: { _embedded: {} } }, code: 'mode-shape' },
];

interface ListCase {
  readonly path: RegExp;
  readonly part: string;
  readonly reading: (workspace: Workspace) => Reading<unknown> | undefined;
  /** The healthy workspace, but for what this list would have brought. */
  readonly without: (healthy: Workspace, failure: ReadFailure) => Workspace;
}

const unread = (failure: ReadFailure): Reading<never> => ({ state: 'unread', items: [], failure });
const changed = <T extends { readonly token: string }>(
  items: readonly T[],
  token: string,
  change: (item: T) => T,
) => items.map((item) => (item.token === token ? change(item) : item));
const withFinance = (healthy: Workspace, lists: object): Workspace['collections'] => ({
  state: 'complete',
  items: changed(healthy.collections.items, 'c0fin', (finance) => ({ ...finance, ...lists })),
});
const financeOf = ({ collections }: Workspace) => collections.items.find(({ token }) => token === 'c0fin');
const reportOf = ({ reports }: Workspace, token: string): Report | undefined =>
  reports.find((report) => report.token === token);

const LISTS: readonly ListCase[] = [
  {
    path: /\/data_sources/,
    part: 'connections',
    reading: ({ connections }) => connections,
    without: (healthy, failure) => ({ ...healthy, connections: unread(failure) }),
  },
  {
    path: /\/definitions/,
    part: 'definitions',
    reading: ({ definitions }) => definitions,
    without: (healthy, failure) => ({ ...healthy, definitions: unread(failure) }),
  },
  {
    path: /\/memberships/,
    part: 'members',
    reading: ({ members }) => members,
    without: (healthy, failure) => ({
      ...healthy,
      members: unread(failure),
      reports: healthy.reports.map((report) => ({ ...report, creatorEmail: null })),
    }),
  },
  {
    path: /\/spaces\?/,
    part: 'collections',
    reading: ({ collections }) => collections,
    without: (healthy, failure) => ({ ...healthy, collections: unread(failure), reports: [] }),
  },
  {
    path: /\/c0fin\/reports/,
    part: 'reports of collection "Finance" (c0fin)',
    reading: (workspace) => financeOf(workspace)?.reports,
    without: (healthy, failure) => ({
      ...healthy,
      collections: withFinance(healthy, { reports: unread(failure) }),
      reports: healthy.reports.filter(({ token }) => token !== 'a1sales' && token !== 'a2empty'),
    }),
  },
  {
    path: /\/c0fin\/reports\?page=2/,
    part: 'reports of collection "Finance" (c0fin)',
    reading: (workspace) => financeOf(workspace)?.reports,
    without: (healthy, failure) => ({
      ...healthy,
      collections: withFinance(healthy, {
        reports: { state: 'partial', items: ['a1sales', 'a2empty'], failure },
      }),
    }),
  },
  {
    path: /\/c0fin\/datasets/,
    part: 'datasets of collection "Finance" (c0fin)',
    reading: (workspace) => financeOf(workspace)?.datasets,
    without: (healthy, failure) => ({
      ...healthy,
      collections: withFinance(healthy, { datasets: unread(failure) }),
      reports: healthy.reports.filter(({ token }) => token !== 'a3orders'),
    }),
  },
  {
    path: /\/a1sales\/queries$/,
    part: 'queries of report "Sales" (a1sales)',
    reading: (workspace) => reportOf(workspace, 'a1sales')?.queries,
    without: (healthy, failure) => ({
      ...healthy,
      reports: changed(healthy.reports, 'a1sales', (report) => ({ ...report, queries: unread(failure) })),
    }),
  },
  {
    path: /\/a4stock\/queries$/,
    part: 'queries of report without a title (a4stock)',
    reading: (workspace) => reportOf(workspace, 'a4stock')?.queries,
    without: (healthy, failure) => ({
      ...healthy,
      reports: changed(healthy.reports, 'a4stock', (report) => ({ ...report, queries: unread(failure) })),
    }),
  },
  {
    path: /\/a3orders\/reports\?page=1/,
    part: 'reports importing dataset "Report a3orders" (a3orders)',
    reading: (workspace) => reportOf(workspace, 'a3orders')?.importedBy,
    without: (healthy, failure) => ({
      ...healthy,
      reports: changed(healthy.reports, 'a3orders', (report) => ({ ...report, importedBy: unread(failure) })),
    }),
  },
  {
    path: /\/a3orders\/reports\?page=2/,
    part: 'reports importing dataset "Report a3orders" (a3orders)',
    reading: (workspace) => reportOf(workspace, 'a3orders')?.importedBy,
    without: (healthy, failure) => ({
      ...healthy,
      reports: changed(healthy.reports, 'a3orders', (report) => ({
        ...report,
        importedBy: { state: 'partial', items: ['a1sales'], failure },
      })),
    }),
  },
  {
    path: /\/b1\/charts/,
    part: 'charts of query "Query b1" (b1) in report "Sales" (a1sales)',
    reading: (workspace) => reportOf(workspace, 'a1sales')?.queries.items[0]?.charts,
    without: (healthy, failure) => ({
      ...healthy,
      reports: changed(healthy.reports, 'a1sales', (report) => ({
        ...report,
        queries: {
          state: 'complete',
          items: changed(report.queries.items, 'b1', (query) => ({ ...query, charts: unread(failure) })),
        },
      })),
    }),
  },
];

async function onlyThisListFails(
  mode: StandInMode,
  { path, part, reading, without }: ListCase,
  { does, code, options }: FaultCase,
): Promise<void> {
  const healthy = await walk(mode);
  mode.addFault({ path, does });
  const workspace = await walk(mode, {}, { attempts: 2, ...options });
  const read = reading(workspace);
  assert.ok(read !== undefined && read.state !== 'complete');
  assert.equal(read.failure.part, part);
  assert.equal(read.failure.code, code);
  if (code === 'http-not-found') assert.equal(read.failure.reason, 'gone or hidden');
  else assert.notEqual(read.failure.reason, '');
  assert.doesNotMatch(JSON.stringify(workspace), /demo-secret/);
  assert.deepEqual(workspace, without(healthy, read.failure));
}

// Side by side, since each takes as long as it takes to give up.
describe('a list that never comes', { concurrency: true }, () => {
  for (const list of LISTS) {
    test(`${list.part} (${list.path.source}) is unread and everything else is read`, async () => {
      await withMode(smallWorkspace(), (mode) => onlyThisListFails(mode, list, HANGS));
    });
  }
});

for (const fault of FAULTS) {
  test(`a list for which Mode ${fault.what} is unread and everything else is read`, async (context) => {
    await withMode(smallWorkspace(), async (mode) => {
      for (const list of LISTS) {
        await context.test(`${list.part} (${list.path.source})`, () => onlyThisListFails(mode, list, fault));
        mode.clearFaults();
      }
    });
  });
}

test('a fault that passes is got over', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    const healthy = await walk(mode);
    for (const { path } of LISTS) mode.addFault({ path, does: { status: 503 }, times: 1 });
    assert.deepEqual(await walk(mode), healthy);
  });
});

test('a cancelled walk ends at once, and what it did not read is unread', async () => {
  await withMode(smallWorkspace(), async (mode) => {
    mode.addFault({ path: /\/queries$/, does: 'hang' });
    const stopping = new AbortController();
    const options = {
      onProgress: (stage: string, done: number) => {
        if (stage === 'reports' && done === 5) setTimeout(() => stopping.abort(), 50);
      },
    };
    const before = Date.now();
    const workspace = await walk(mode, options, { signal: stopping.signal });
    assert.ok(Date.now() - before < 5_000);
    assert.equal(workspace.collections.state, 'complete');
    const states = workspace.reports.map(({ token, queries }) => [
      token,
      queries.state === 'complete' ? 'complete' : queries.failure.code,
    ]);
    assert.deepEqual(states, [
      ['a1sales', 'cancelled'],
      ['a2empty', 'complete'],
      ['a3orders', 'cancelled'],
      ['a4stock', 'cancelled'],
      ['a5old', 'cancelled'],
    ]);
  });
});
