import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { loadConfig } from '../../src/config/load-config.ts';
import { startDemo } from '../../src/demo/start-demo.ts';
import { silentHost } from '../../src/host/silent-host.ts';
import { DEFAULT_DELETION_LIMITS } from '../../src/plan/plan-options.ts';
import { run } from '../../src/run.ts';
import { secretsFrom } from '../../src/workflow.ts';

type Source = Readonly<Record<string, unknown>>;

async function findingsOf(
  context: { after: (work: () => Promise<void>) => void },
  source: Source,
  { shard = null, fault }: { shard?: { index: number; count: number } | null; fault?: RegExp } = {},
) {
  const demo = await startDemo();
  context.after(() => demo.close());
  if (fault !== undefined)
    demo.mode.addFault({ path: fault, does: { status: 403, json: { code: 403, message: 'no' } } });
  const { config } = demo;
  const text = stringify({
    ...config,
    source: {
      ...config.source,
      sourceConfig: { config: { ...config.source.sourceConfig.config, ...source } },
    },
  });
  const loaded = await loadConfig(text, {
    path: 'mode.yml',
    env: demo.env,
    secrets: secretsFrom(demo.env),
    readFile: () => Promise.reject(new Error('no file')),
  });
  assert.ok(loaded.config !== null);
  const facts = await run(loaded.config, {
    command: 'plan',
    host: silentHost,
    env: demo.env,
    signal: new AbortController().signal,
    limits: DEFAULT_DELETION_LIMITS,
    detailedExitCode: false,
    shard,
  });
  const lines = text.split('\n');
  return facts.findings.map((finding) => ({ ...finding, at: lines[(finding.line ?? 0) - 1]?.trim() }));
}

const said = (findings: Awaited<ReturnType<typeof findingsOf>>) =>
  findings.map(({ severity, code, at }) => `${severity} ${code} at ${at}`);

test('a pattern that matches nothing is told at its line, one that matches is not', async (context) => {
  const findings = await findingsOf(context, {
    dashboardFilterPattern: { includes: ['.*'], excludes: ['Nothing is called so'] },
    chartFilterPattern: { excludes: ['[zq]{9}'] },
    dataModelFilterPattern: { includes: ['.*', 'zqzqzq'] },
    projectFilterPattern: { excludes: ['zqzq'] },
  });
  assert.deepEqual(said(findings).sort(), [
    'warning pattern-matches-nothing at - "[zq]{9}"',
    'warning pattern-matches-nothing at - Nothing is called so',
    'warning pattern-matches-nothing at - zqzq',
    'warning pattern-matches-nothing at - zqzqzq',
  ]);
  const [dashboards] = findings.filter(({ message }) => message.includes('dashboardFilterPattern'));
  assert.match(
    dashboards?.message ?? '',
    /^`source\.sourceConfig\.config\.dashboardFilterPattern\.excludes\[0\]` holds "Nothing is called so", which matches the name of none of the \d+ reports\.$/,
  );
});

const PATTERNS = {
  dashboardFilterPattern: { excludes: ['zqzq'] },
  chartFilterPattern: { excludes: ['zqzq'] },
  dataModelFilterPattern: { excludes: ['zqzq'] },
  projectFilterPattern: { excludes: ['zqzq'] },
};
for (const { what, fault, shard, told } of [
  { what: 'all was read', told: 4 },
  { what: 'a list of charts was not read', fault: /\/charts$/, told: 3 },
  { what: 'queries were not read', fault: /\/queries$/, told: 2 },
  { what: 'a list of reports was not read', fault: /\/spaces\/[^/]+\/reports/, told: 1 },
  { what: 'only a shard was read', shard: { index: 1, count: 2 }, told: 0 },
])
  test(`unknown is not nothing: ${what}`, async (context) => {
    const findings = await findingsOf(context, PATTERNS, {
      ...(fault === undefined ? {} : { fault }),
      ...(shard === undefined ? {} : { shard }),
    });
    assert.equal(findings.length, told);
  });

test('a database service that the catalog does not have is told, with the one that was meant', async (context) => {
  const findings = await findingsOf(context, {
    lineageInformation: { dbServicePrefixes: ['snowflake_lumen', 'Shop_Postgres.shop', 'oracle'] },
  });
  assert.deepEqual(said(findings), [
    'warning database-service-unknown at - Shop_Postgres.shop',
    'warning database-service-unknown at - oracle',
  ]);
  assert.deepEqual(
    findings.map(({ next }) => next),
    [
      'Did you mean "shop_postgres"? Names are told apart by case.',
      'The catalog has "shop_postgres", "snowflake_lumen".',
    ],
  );
  assert.match(
    findings[0]?.message ?? '',
    /dbServicePrefixes\[1\]` names the database service "Shop_Postgres"/,
  );
});
