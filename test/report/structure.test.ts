import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { COMMENT_LIMIT, renderComment } from '../../src/report/comment.ts';
import { joinSummaries } from '../../src/report/join-summaries.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import { renderSummary, SUMMARY_LIMIT } from '../../src/report/summary.ts';
import { bytes } from '../../src/report/trim.ts';
import { CASES } from './cases.ts';
import {
  chart,
  collection,
  complete,
  dashboard,
  dataModel,
  edge,
  facts,
  modelFqn,
  outcome,
  plan,
  query,
  report,
  sources,
  workspace,
} from './facts.ts';
import { hostileText } from './hostile.ts';
import { largeRun } from './large-run.ts';
import { assertStructure } from './structure.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const CONTEXT = {
  marker: '<!-- m -->',
  label: '',
  commit: { sha: SHA, url: `https://github.com/acme/catalog/commit/${SHA}` },
  runUrl: 'https://github.com/acme/catalog/actions/runs/1',
};

/** A run in which every text that can come from outside is hostile. */
const hostileFacts: fc.Arbitrary<RunFacts> = fc
  .array(hostileText, { minLength: 1, maxLength: 12 })
  .map((texts) => {
    const at = (index: number) => texts[index % texts.length] ?? '';
    return facts({
      configPath: at(0),
      serviceName: at(1),
      servers: { mode: at(2), openMetadata: `https://x.example/${at(3)}`, openMetadataVersion: at(4) },
      workspace: workspace({
        collections: complete([collection('c', at(5))]),
        reports: texts.map((text, index) => report(`r${index}`, text, 'c', [query('q', at(index + 1))])),
        leftOut: texts.map((text) => ({ token: text, name: text, because: text })),
        notices: texts,
      }),
      sources: texts.map((text, index) =>
        sources(`r${index}`, 'q', 'unparsed', text, {
          unlinked: [
            { written: text, why: 'ambiguous', candidates: texts },
            { written: text, why: 'not-in-catalog', candidates: [] },
          ],
          diagnostics: [{ code: text, message: at(index + 1), line: 3 }],
        }),
      ),
      plan: plan({
        dashboards: texts.map((text, index) =>
          dashboard(`r${index}`, text, {
            action: 'update',
            url: `https://app.mode.com/${text}`,
            reason: text,
            changes: [{ field: text, before: at(index + 1), after: at(index + 2) }],
          }),
        ),
        charts: texts.map((text, index) =>
          chart(`r${index}`, `c${index}`, text, { action: 'delete', reason: text }),
        ),
        dataModels: texts.map((text, index) => dataModel(`r${index}`, 'q', text, { url: text })),
        edges: texts.map((text, index) =>
          edge(text, modelFqn(`r${index}`, 'q'), { action: index % 2 === 0 ? 'add' : 'unchanged' }),
        ),
        guard: { state: 'stopped', reasons: texts, deletions: 3 },
        incomplete: texts,
      }),
      outcome: outcome({
        results: texts.map((text) => ({ key: text, what: 'dashboard', ok: false, error: text })),
      }),
      findings: texts.map((text) => ({
        severity: 'error',
        code: text,
        message: text,
        next: text,
        file: text,
        line: 3,
      })),
      status: 'failed',
      error: { code: at(0), message: at(1), next: at(2) },
    });
  });

test('hostile text never breaks the structure of a summary, whole or trimmed', () => {
  fc.assert(
    fc.property(hostileFacts, fc.integer({ min: 300, max: 30_000 }), (run, limit) => {
      const model = buildRunReport(run);
      assertStructure(renderSummary(model));
      const trimmed = renderSummary(model, limit);
      assert.ok(bytes(trimmed) <= limit);
      assertStructure(trimmed);
    }),
    { numRuns: 30 },
  );
});

for (const [name, run] of Object.entries(CASES)) {
  test(`the summary of ${name} is well made at any limit`, () => {
    const model = buildRunReport(run);
    assertStructure(renderSummary(model));
    for (let limit = 500; limit < 20_000; limit = Math.ceil(limit * 1.3)) {
      const text = renderSummary(model, limit);
      assert.ok(bytes(text) <= limit, `${bytes(text)} bytes within ${limit}`);
      assertStructure(text);
    }
  });
}

test('a summary below every limit is empty, and no part of one', () => {
  assert.equal(renderSummary(buildRunReport(CASES.partial ?? facts()), 50), '');
});

for (const changed of [1, 50]) {
  test(`5,000 dashboards, one in ${changed} of them new, fit into a summary and a comment`, () => {
    const model = buildRunReport(largeRun(5000, changed));
    const summary = renderSummary(model);
    assert.ok(bytes(summary) <= SUMMARY_LIMIT);
    assert.ok(bytes(summary) > SUMMARY_LIMIT / 3, 'room is used');
    assertStructure(summary);
    assert.match(summary, /and [\d,]+ (?:more|unchanged)/);
    const comment = renderComment(model, CONTEXT).replace(/^.*\n/, '');
    assert.ok(bytes(comment) <= COMMENT_LIMIT);
    assert.match(comment, /Full report of this run/);
    assertStructure(comment);
    for (const text of [summary, comment]) {
      assert.match(text, /### Not written/);
      assert.match(text, /_The drawing has \d+ of 15,000 edges\._/);
    }
  });
}

test('one summary stays as it is; several share a limit, each under its own heading', () => {
  const models = Object.values(CASES).map(buildRunReport);
  const [only = models[0]] = models;
  assert.ok(only);
  assert.equal(joinSummaries([only]), renderSummary(only));
  assert.equal(joinSummaries([]), '');
  const joined = joinSummaries(models);
  assertStructure(joined);
  assert.match(joined, /^# 9 configurations\n/);
  for (const model of models) assert.ok(joined.includes(renderSummary(model)));

  const large = buildRunReport(largeRun(200));
  for (const count of [2, 40, 256]) {
    const many = joinSummaries(
      Array.from({ length: count }, () => large),
      300_000,
    );
    assert.ok(bytes(many) <= 300_000);
    assertStructure(many);
    assert.equal(many.match(/^## Ingested: mode_acme$/gm)?.length, count);
  }
});
