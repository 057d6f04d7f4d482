import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { changed, MARKER, only, sent, setReview, warnings } from './review.ts';

describe('the comment of a pull request', () => {
  test('is created, with the verdict first, the commit and the page of the run', async (context) => {
    const setting = await setReview(context);
    const step = await setting.run('pull_request');
    const body = only(setting);
    const lines = body.split('\n').filter((line) => line !== '');
    assert.equal(lines[0], MARKER);
    assert.match(lines[1] ?? '', /^### \d+ dashboards created; .* lineage edges added/);
    assert.match(body, /\[<code>aaaaaaa<\/code>\]\(https:\/\/github\.com\/acme\/catalog\/commit\/a{8}1/);
    assert.match(
      body,
      /\[Full report of this run\]\(https:\/\/github\.com\/acme\/catalog\/actions\/runs\/4711\)/,
    );
    assert.match(body, /\*\*An ingestion\*\* would make about \d+ calls to Mode/);
    assert.ok(Buffer.byteLength(body) <= 60_000);
    assert.match(step.log, /The comment on pull request 7 was created/);
    assert.equal(warnings(step), '');
  });

  test('is updated in place, then says that nothing is left to do', async (context) => {
    const setting = await setReview(context);
    await setting.run('pull_request');
    const [first] = setting.gitHub.comments;
    await setting.run('pull_request');
    assert.equal(setting.gitHub.comments[0], first);
    await setting.run('push');
    await setting.run('pull_request');
    assert.match(only(setting), /^### ✅ Resolved: nothing is left to do/m);
    assert.match(only(setting), /<code>aaaaaaa<\/code>.* at \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    assert.deepEqual(
      changed(setting).map((request) => request.split(' ')[0]),
      ['POST', 'PATCH', 'PATCH'],
    );
  });

  test('is written anew when somebody deleted it meanwhile', async (context) => {
    const setting = await setReview(context);
    await setting.run('pull_request');
    setting.gitHub.addFault({
      method: 'PATCH',
      path: /./,
      does: { status: 404, json: { message: 'Not Found' } },
      times: 1,
    });
    await setting.run('pull_request');
    assert.equal(setting.gitHub.comments.length, 2);
  });

  test('is found on the third page, after 200 of others', async (context) => {
    const setting = await setReview(context);
    for (let count = 0; count < 200; count += 1) setting.gitHub.comment(`No. ${count}`, 'ada');
    await setting.run('pull_request');
    await setting.run('pull_request');
    assert.equal(setting.gitHub.comments.length, 201);
    const pages = setting.gitHub.requests.filter(({ path }) => /comments\?.*per_page=100/.test(path));
    assert.equal(pages.length, 2 + 3);
  });

  test('is never one that somebody else wrote, whatever it says', async (context) => {
    const setting = await setReview(context);
    const forged = setting.gitHub.comment(`${MARKER}\n\nAll is well.`, 'mallory');
    const quoted = setting.gitHub.comment(`> Look:\n${MARKER}`);
    await setting.run('pull_request');
    assert.match(forged.body, /All is well/);
    assert.match(quoted.body, /Look/);
    assert.equal(setting.gitHub.comments.length, 3);
  });

  test('is that of the token’s own user, of whatever kind', async (context) => {
    const setting = await setReview(context, { login: 'acme-catalog[bot]' });
    setting.gitHub.comment(`${MARKER}\n\nOf another app.`, 'github-actions[bot]');
    await setting.run('pull_request');
    await setting.run('pull_request');
    assert.deepEqual(
      setting.gitHub.comments.map(({ user }) => user?.login),
      ['github-actions[bot]', 'acme-catalog[bot]'],
    );
  });

  test('is one for each configuration and label, and none touches another', async (context) => {
    const setting = await setReview(context);
    copyFileSync(setting.scene.file, join(setting.scene.folder, 'b.yml'));
    const both = { config: 'mode.yml\nb.yml' };
    await setting.run('pull_request', both);
    await setting.run('pull_request', { 'comment-label': 'staging -->' });
    await setting.run('pull_request', both);
    const heads = setting.gitHub.comments.map(({ body }) => body.split('\n')[0]);
    assert.deepEqual(heads, [
      MARKER,
      '<!-- mode-ingest:plan config=b.yml label= -->',
      '<!-- mode-ingest:plan config=mode.yml label=staging%20%2D%2D%3E -->',
    ]);
  });

  test('tells the mistakes of a configuration, and takes them back', async (context) => {
    const setting = await setReview(context);
    setting.scene.configure({ source: { includeOwner: true } });
    await setting.run('pull_request', {}, { code: 2 });
    assert.match(only(setting), /^### ❌ The configuration has 1 error/m);
    assert.match(only(setting), /includeOwners/);
    setting.scene.configure({});
    await setting.run('pull_request');
    assert.match(only(setting), /^### \d+ dashboards created/m);
  });
});

describe('the input comment', () => {
  const CASES = [
    { comment: 'always', ingested: true, comments: 1 },
    { comment: 'changes', ingested: true, comments: 0 },
    { comment: 'failure', ingested: false, comments: 0 },
    { comment: 'never', ingested: false, comments: 0 },
  ] as const;
  for (const { comment, ingested, comments } of CASES) {
    const state = ingested ? 'nothing to do' : 'something to do';
    test(`${comment} with ${state} makes ${comments}`, async (context) => {
      const setting = await setReview(context);
      if (ingested) await setting.run('schedule');
      await setting.run('pull_request', { comment });
      assert.equal(setting.gitHub.comments.length, comments);
      const asked = sent(setting).some((request) => request.endsWith('/comments'));
      assert.equal(asked, comment !== 'never');
    });
  }

  test('failure comments on a plan that is not whole', async (context) => {
    const setting = await setReview(context);
    setting.scene.mode.addFault({ path: /\/queries/, does: { status: 403, json: {} }, times: 1 });
    await setting.run('pull_request', { comment: 'failure' }, { code: 4 });
    assert.match(only(setting), /> \[!WARNING\]\n> 1 part could not be read/);
  });
});
