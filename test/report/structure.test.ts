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
import { facts } from './facts.ts';
import { hostileText } from './hostile.ts';
import { hostileRun } from './hostile-run.ts';
import { largeRun } from './large-run.ts';
import { assertStructure } from './structure.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const CONTEXT = {
  marker: '<!-- m -->',
  label: '',
  commit: { sha: SHA, url: `https://github.com/acme/catalog/commit/${SHA}` },
  runUrl: 'https://github.com/acme/catalog/actions/runs/1',
};

const hostileFacts: fc.Arbitrary<RunFacts> = fc
  .array(hostileText, { minLength: 1, maxLength: 12 })
  .map((texts) => hostileRun(texts));

test('the look-out finds what would not be inert', () => {
  for (const markdown of [
    'by @acme/team',
    'see #1',
    'see GH-1',
    'since deadbeef1',
    ':tada:',
    'www.evil.example',
    'https://evil.example',
    '<code>https://evil.example</code>',
    '<code>ada@acme.example</code>',
    '<img src=x>',
    '[x](javascript:alert(1))',
    '<details><summary>x</summary>',
    '```mermaid\nflowchart LR\n  n1["x"]',
    '```mermaid\nflowchart LR\n  click n1 call x()\n```\n',
    '| a | b |\n| :-- | :-- |\n| a |',
    'a\u202eb',
    '\u001b[31m',
  ])
    assert.throws(() => assertStructure(markdown), markdown);
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
