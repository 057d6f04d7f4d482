import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRunReport } from '../../src/report/build-run-report.ts';
import { COMMENT_LIMIT } from '../../src/report/comment.ts';
import type { RunFacts } from '../../src/report/run-report.ts';
import { bytes } from '../../src/report/trim.ts';
import { checkGolden } from '../report/check-golden.ts';
import { COMMENTS } from '../report/comments.ts';
import { driftIssue } from '../report/drift-issue.ts';
import { largeRun } from '../report/large-run.ts';
import { assertStructure } from '../report/structure.ts';

const { 'comment-first': drifted, 'comment-resolved': settled } = COMMENTS;
assert.ok(drifted && settled);

const issueOf = (...runs: readonly RunFacts[]) => driftIssue(...runs.map(buildRunReport));

test('the issue of a drift looks as in its golden file', async () => {
  const { title, body } = await issueOf(drifted, { ...settled, configPath: 'ingestion/finance.yml' });
  assert.equal(title, 'OpenMetadata is not as Mode: ingestion/mode.yml, ingestion/finance.yml');
  checkGolden('drift-issue.md', `${body}\n`);
});

test('the issue of fifty large drifts is within what GitHub takes, and whole', async () => {
  const large = largeRun(300);
  const { title, body } = await issueOf(
    ...Array.from({ length: 50 }, (_, index) => ({ ...large, configPath: `ingestion/mode-${index}.yml` })),
  );
  assert.ok([...title].length <= 200);
  assert.ok(bytes(body) <= COMMENT_LIMIT);
  assertStructure(body.replace(/^.*\n/, ''));
  assert.match(body, /^# 50 configurations$/m);
  assert.match(body, /closed when there is no difference any more/);
});

test('a title is one line, and cuts no character in two', async () => {
  const { title } = await issueOf({ ...drifted, configPath: `a\n${'👍'.repeat(300)}` });
  assert.doesNotMatch(title, /\p{Cs}/u);
  assert.match(title, /^OpenMetadata is not as Mode: a 👍+…$/u);
});
