import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WorkflowConfig } from '../../src/config/workflow-config.ts';
import { silentHost } from '../../src/host/silent-host.ts';
import { DEFAULT_DELETION_LIMITS } from '../../src/plan/plan-options.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import { run } from '../../src/run.ts';
import { configure, type Source } from './configure.ts';
import { type Scene, setScene } from './scene.ts';

const NOW = Date.UTC(2026, 10, 24, 12);

const plan = (
  { env }: Scene,
  config: WorkflowConfig,
  base: WorkflowConfig | null = null,
): Promise<RunFacts> =>
  run(config, {
    command: 'plan',
    base,
    host: silentHost,
    env,
    signal: new AbortController().signal,
    limits: DEFAULT_DELETION_LIMITS,
    detailedExitCode: false,
    now: () => NOW,
  });

/** Who imports a dataset is asked only when a report that may import one is read anew: two may know more unchanged edges than one. */
const sorted = (facts: Pick<RunFacts, 'plan'> | null | undefined) => {
  assert.ok(facts?.plan);
  const { charts, dataModels, dashboards, edges, ...rest } = facts.plan;
  const byName = <Step>(steps: readonly Step[], name: (step: Step) => string) =>
    [...steps].sort((one, other) => (name(one) < name(other) ? -1 : 1));
  return {
    ...rest,
    tags: byName(rest.tags, ({ fqn }) => fqn),
    entities: byName([...charts, ...dataModels, ...dashboards], ({ kind, fqn }) => `${kind} ${fqn}`),
    edges: byName(
      edges.filter(({ action }) => action !== 'unchanged'),
      ({ from, to }) => `${from.fqn} ${to.fqn}`,
    ),
  };
};

/** Pairs of configurations, each with something that the other lacks. */
const PAIRS: readonly {
  readonly name: string;
  readonly base: readonly [Source, Source?];
  readonly head: readonly [Source, Source?];
}[] = [
  {
    name: 'filters',
    base: [{ projectFilterPattern: { excludes: ['Finance'] } }],
    head: [
      { dashboardFilterPattern: { excludes: ['Campaign.*'] }, chartFilterPattern: { excludes: ['.*by.*'] } },
    ],
  },
  {
    name: 'data models and owners',
    base: [{ includeDataModels: false, includeOwners: false }],
    head: [{ includeTags: false }],
  },
  {
    name: 'personal collections',
    base: [{}, { filterQueryParam: 'custom' }],
    head: [{ includeDraftDashboard: false }, { filterQueryParam: 'all' }],
  },
  {
    name: 'where tables are looked for',
    base: [{ lineageInformation: { dbServicePrefixes: ['no_such_service'] } }],
    head: [{}],
  },
  {
    name: 'memory of the last run',
    base: [{ incremental: true, dashboardFilterPattern: { excludes: ['Campaign.*'] } }],
    head: [{ incremental: true, includeDataModels: false }],
  },
];

describe('one reading serves two configurations', () => {
  for (const { name, base, head } of PAIRS) {
    for (const ingested of [false, true]) {
      test(`${name}, ${ingested ? 'into a full catalog' : 'into an empty one'}: each plan is as if made alone`, async (context) => {
        const scene = await setScene(context);
        if (ingested) assert.equal((await scene.run('ingest', { now: NOW - 60_000 })).status, 'done');
        const [before, after] = [await configure(scene, ...base), await configure(scene, ...head)];
        for (const [own, other] of [
          [after, before],
          [before, after],
        ] as const) {
          const both = await plan(scene, own, other);
          const alone = await plan(scene, own);
          assert.deepEqual(sorted(both), sorted(alone));
          assert.deepEqual(sorted(both.base), sorted(await plan(scene, other)));
        }
      });
    }
  }

  test('Mode is asked only for what either lets in, once', async (context) => {
    const scene = await setScene(context);
    const everything = await configure(scene, {});
    const some = await configure(scene, { projectFilterPattern: { excludes: ['Finance'] } });
    const alone = await plan(scene, everything);
    for (const [own, other] of [
      [everything, some],
      [some, everything],
    ] as const) {
      scene.forget();
      const both = await plan(scene, own, other);
      assert.equal(both.calls.mode, alone.calls.mode);
      const asked = scene.mode.requests.map(({ path }) => path);
      assert.equal(new Set(asked).size, asked.length, 'nothing is asked twice');
      assert.equal(both.calls.openMetadata, alone.calls.openMetadata, 'nor are tables');
    }
    const narrow = await plan(scene, some);
    assert.ok(narrow.calls.mode < alone.calls.mode);
    const { estimate } = await plan(scene, some, everything);
    assert.equal(estimate?.mode, narrow.calls.mode, 'the estimate is that of the own configuration');
  });

  test('reports that go in and out are told with what keeps them out of the other', async (context) => {
    const scene = await setScene(context);
    const base = await configure(scene, {
      projectFilterPattern: { excludes: ['Finance'] },
      includeDataModels: false,
    });
    const head = await configure(scene, { dashboardFilterPattern: { excludes: ['Campaign'] } });
    const { base: told } = await plan(scene, head, base);
    const reasons = (moves: readonly { readonly because: string }[] = []) => [
      ...new Set(moves.map(({ because }) => because)),
    ];
    assert.deepEqual(reasons(told?.gained).sort(), [
      'collection excluded by `Finance` of projectFilterPattern',
      'includeDataModels is false',
    ]);
    assert.deepEqual(reasons(told?.lost), ['excluded by `Campaign` of dashboardFilterPattern']);
  });

  test('a base that cannot be planned costs the comparison alone', async (context) => {
    const scene = await setScene(context);
    const head = await configure(scene, { includeOwners: false });
    const base = await configure(scene, { includeOwners: true });
    scene.openMetadata.addFault({ path: /\/search\/query|\/users\?/, does: { status: 403, json: {} } });
    const facts = await plan(scene, head, base);
    assert.equal(facts.status, 'planned');
    assert.equal(facts.base?.plan, null);
    assert.match(facts.base?.problem ?? '', /./);
  });
});

test('the estimate of a plan is what its ingestion takes', async (context) => {
  const scene = await setScene(context);
  for (const expected of ['all is new', 'nothing is']) {
    const { estimate } = await plan(scene, await configure(scene, {}));
    assert.ok(estimate);
    const report = await scene.run('ingest', { now: NOW });
    const near = (guess: number, real: number) =>
      assert.ok(Math.abs(guess - real) <= 3 + real / 10, `${expected}: ${guess} guessed, ${real} made`);
    near(estimate.mode, report.calls.mode);
    near(estimate.writes, report.calls.writes);
    near(estimate.openMetadata, report.calls.openMetadata);
  }
});
