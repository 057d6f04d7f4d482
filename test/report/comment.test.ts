import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { COMMENT_LIMIT, renderComment } from '../../src/report/comment.ts';
import type { RunFacts, RunReport } from '../../src/report/run-report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { bytes } from '../../src/report/trim.ts';
import { CASES } from './cases.ts';
import { checkGolden } from './check-golden.ts';
import { COMMENTS, CONTEXT } from './comments.ts';
import { dashboard, facts, plan } from './facts.ts';
import { hostileText } from './hostile.ts';
import { assertStructure } from './structure.ts';

const body = (report: RunReport, limit?: number): string =>
  renderComment(report, CONTEXT, limit).replace(/^<!--.*-->\n/, '');

for (const [name, run] of Object.entries(COMMENTS)) {
  test(`${name} looks as in its golden file`, () => {
    const comment = renderComment(buildRunReport(run), CONTEXT);
    assert.ok(bytes(comment) <= COMMENT_LIMIT);
    assertStructure(comment.replace(/^<!--.*-->\n/, ''));
    checkGolden(`${name}.md`, comment);
  });
}

for (const [name, run] of Object.entries({ ...CASES, ...COMMENTS })) {
  test(`the comment on ${name} is well made at any limit, with its head and foot`, () => {
    const report = buildRunReport(run);
    for (let limit = 3_000; limit < COMMENT_LIMIT; limit = Math.ceil(limit * 1.6)) {
      const comment = renderComment(report, CONTEXT, limit);
      assert.ok(bytes(comment) <= limit, `${bytes(comment)} bytes within ${limit}`);
      assertStructure(comment.replace(/^<!--.*-->\n/, ''));
      assert.ok(comment.startsWith(`${CONTEXT.marker}\n\n### `));
      assert.match(comment, /\[Full report of this run\]/);
    }
  });
}

describe('the first line', () => {
  const totals = (parts: Partial<RunReport['totals']>): RunReport['totals'] => {
    const none = { created: 0, changed: 0, unchanged: 0, deleted: 0, kept: 0, failed: 0 };
    return { dashboards: none, charts: none, dataModels: none, edges: none, ...parts };
  };
  const counts = (created: number, changed: number, deleted: number) => ({
    created,
    changed,
    deleted,
    unchanged: 9,
    kept: 0,
    failed: 0,
  });
  const CASES = [
    {
      totals: totals({ dashboards: counts(12, 3, 1), edges: counts(41, 0, 0) }),
      line: '### 12 dashboards created, 3 changed, 1 deleted; 41 lineage edges added',
    },
    { totals: totals({ charts: counts(0, 1, 2) }), line: '### 1 chart changed, 2 deleted' },
    { totals: totals({ edges: counts(0, 0, 1_200) }), line: '### 1,200 lineage edges removed' },
    {
      totals: totals({}),
      line: '### ✅ Resolved: nothing is left to do, the catalog is true to Mode',
    },
  ];
  for (const { totals: given, line } of CASES) {
    test(line, () => {
      const report = { ...buildRunReport(facts({ command: 'plan', status: 'planned' })), totals: given };
      assert.equal(body(report).trim().split('\n')[0], line);
    });
  }
});

/** Every text that a comparison can hold is hostile. */
const hostileComparison: fc.Arbitrary<RunFacts> = fc
  .array(hostileText, { minLength: 1, maxLength: 8 })
  .map((texts) => {
    const at = (index: number) => texts[index % texts.length] ?? '';
    const moves = texts.map((text, index) => ({
      token: text,
      name: at(index + 1),
      kind: 'report' as const,
      url: `https://app.mode.com/${text}`,
      because: at(index + 2),
      calls: 1,
    }));
    return facts({
      command: 'plan',
      status: 'planned',
      configPath: at(0),
      serviceName: at(1),
      plan: plan({ dashboards: texts.map((text) => dashboard(text, text)) }),
      comparison: {
        kind: 'compared',
        keys: texts.map((text, index) => ({ key: text, before: at(index + 1), after: at(index + 3) })),
      },
      base: { plan: plan(), problem: null, gained: moves, lost: moves },
    });
  });

test('hostile text breaks neither comment nor summary, wherever it stands', () => {
  fc.assert(
    fc.property(
      hostileComparison,
      hostileText,
      fc.integer({ min: 12_000, max: 40_000 }),
      (run, label, limit) => {
        const report = buildRunReport(run);
        assertStructure(renderSummary(report));
        const comment = renderComment(report, { ...CONTEXT, label }, limit);
        assert.ok(bytes(comment) <= limit);
        assertStructure(comment.replace(/^<!--.*-->\n/, ''));
      },
    ),
    { numRuns: 60 },
  );
});

test('what GitHub would link or mention is parted', () => {
  const names = [
    '@acme/team',
    '#1',
    'GH-1',
    'acme/catalog#12',
    'deadbeef1',
    'a1b2c3d',
    ':tada:',
    'www.evil.example',
  ];
  const report = buildRunReport(
    facts({
      command: 'plan',
      status: 'planned',
      plan: plan({ dashboards: names.map((name, index) => dashboard(`r${index}`, name)) }),
    }),
  );
  const text = body(report);
  for (const name of names) assert.ok(!text.includes(`[${name}]`), name);
  assert.doesNotMatch(text.replace(/<code>.*?<\/code>|\(https:.*?\)/g, ''), /\b[0-9a-f]{7,40}\b/);
});
