import { EXIT } from '../../src/errors.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import type { CommentContext } from '../../src/report/sections/comment-frame.ts';
import { CASES } from './cases.ts';
import { facts, plan } from './facts.ts';
import { largeRun } from './large-run.ts';

const SHA = '5d2f1c0e9b8a7f6e5d4c3b2a1908f7e6d5c4b3a2';

export const CONTEXT: CommentContext = {
  marker: '<!-- mode-ingest:plan config=ingestion/mode.yml label= -->',
  label: '',
  commit: { sha: SHA, url: `https://github.com/acme/catalog/commit/${SHA}` },
  runUrl: 'https://github.com/acme/catalog/actions/runs/4711',
};

const { plan: planned = facts(), guarded = facts() } = CASES;
const estimate = { mode: 642, openMetadata: 61, writes: 40, seconds: 162 };
const first: RunFacts = { ...planned, estimate };

const moved = (token: string, name: string, because: string) =>
  ({
    token,
    name,
    because,
    kind: 'report',
    url: `https://app.mode.com/acme/reports/${token}`,
    calls: 3,
  }) as const;
const FINANCE = 'collection excluded by `Finance.*` of projectFilterPattern';

/** The comments that golden files show. */
export const COMMENTS: Readonly<Record<string, RunFacts>> = {
  'comment-first': first,
  'comment-change': {
    ...first,
    status: 'guarded',
    exitCode: EXIT.guard,
    plan: planned.plan && {
      ...planned.plan,
      guard: {
        state: 'stopped',
        reasons: ['3 of 6 dashboards would be deleted; max-deletion-share allows 25 %.'],
        deletions: 3,
      },
    },
    comparison: {
      kind: 'compared',
      keys: [
        {
          key: 'source.sourceConfig.config.projectFilterPattern.excludes',
          before: 'Finance.*, Scratch.*',
          after: 'Scratch.*',
        },
        { key: 'source.sourceConfig.config.includeOwners', before: null, after: 'true' },
        {
          key: 'source.serviceConnection.config.accessTokenPassword',
          before: '(not shown)',
          after: '${MODE_ACCESS_TOKEN_PASSWORD}',
        },
      ],
    },
    base: {
      plan:
        planned.plan &&
        plan({
          ...planned.plan,
          dashboards: planned.plan.dashboards.slice(0, 2),
          dataModels: planned.plan.dataModels.slice(0, 2),
        }),
      problem: null,
      gained: [
        moved('c3d4e5f6a1b2', 'Month-end close', FINANCE),
        moved('f7a1b2c3d4e5', 'Board pack', FINANCE),
        moved('f7a1b2c3d4e6', 'Ledger of 2023', 'archived, and includeDraftDashboard is false'),
      ],
      lost: [moved('e5f6a1b2c3d4', 'Scratch: pipeline', 'excluded by `Scratch.*` of dashboardFilterPattern')],
    },
  },
  'comment-resolved': {
    ...(CASES['nothing-changed'] ?? facts()),
    command: 'plan',
    status: 'planned',
    outcome: null,
    estimate: { mode: 18, openMetadata: 9, writes: 0, seconds: 5 },
  },
  'comment-trimmed': {
    ...largeRun(900),
    command: 'plan',
    status: 'planned',
    outcome: null,
    estimate: { mode: 14_402, openMetadata: 4_210, writes: 3_800, seconds: 3_695 },
  },
  'comment-guarded': { ...guarded, command: 'plan', outcome: null },
};
