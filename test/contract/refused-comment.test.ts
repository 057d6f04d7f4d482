import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changed, setReview, warnings } from './review.ts';

describe('GitHub that refuses costs a warning and nothing else', () => {
  const CASES = [
    { status: 403, message: 'Resource not accessible by integration', says: /pull-requests: write/ },
    { status: 404, message: 'Not Found', says: /pull-requests: write/ },
    { status: 401, message: 'Bad credentials', says: /github-token/ },
    { status: 429, message: 'Slow down', says: /too many requests/ },
    {
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0' },
      says: /too many requests/,
    },
    { status: 500, message: '::error::forged', says: /"::error::forged" \(500\)/ },
  ];
  for (const { status, message, headers = {}, says } of CASES) {
    test(`${status} ${message}`, async (context) => {
      const setting = await setReview(context);
      setting.gitHub.addFault({
        method: 'POST',
        path: /\/comments/,
        does: { status, headers, json: { message } },
      });
      const step = await setting.run('pull_request');
      assert.match(warnings(step), says);
      assert.equal(step.outputs.status, 'planned');
    });
  }

  test('what passes is asked again, and a comment is never made twice', async (context) => {
    const setting = await setReview(context);
    const once = { does: { status: 502, json: { message: 'Bad gateway' } }, times: 1 } as const;
    setting.gitHub.addFault({ method: 'GET', path: /\/contents\//, ...once });
    setting.gitHub.addFault({ method: 'GET', path: /\/comments/, ...once });
    const step = await setting.run('pull_request');
    assert.equal(warnings(step), '');
    assert.doesNotMatch(step.summary ?? '', /could not be read/);
    setting.gitHub.addFault({ method: 'POST', path: /\/graphql/, ...once });
    setting.gitHub.addFault({
      method: 'PATCH',
      path: /\/comments/,
      does: { status: 403, headers: { 'retry-after': '1' }, json: { message: 'Slow down' } },
      times: 1,
    });
    assert.equal(warnings(await setting.run('pull_request')), '');
    assert.equal(setting.gitHub.comments.length, 1);
    assert.deepEqual(
      changed(setting).map((request) => request.split(' ')[0]),
      ['POST', 'PATCH', 'PATCH'],
    );
    const label = { 'comment-label': 'another' };
    setting.gitHub.addFault({ method: 'POST', path: /\/comments/, ...once });
    assert.match(warnings(await setting.run('pull_request', label)), /"Bad gateway" \(502\)/);
    assert.equal(setting.gitHub.comments.length, 1);
  });

  test('that cannot say whose the token is gets no second comment', async (context) => {
    const setting = await setReview(context, { login: 'acme-catalog[bot]' });
    await setting.run('pull_request');
    setting.gitHub.addFault({ path: /\/graphql/, does: { status: 502, json: { message: 'Bad gateway' } } });
    assert.match(warnings(await setting.run('pull_request')), /has no new comment.*"Bad gateway" \(502\)/);
    assert.equal(setting.gitHub.comments.length, 1);
  });

  test('no answer at all', async (context) => {
    const setting = await setReview(context);
    setting.gitHub.addFault({ path: /./, does: 'reset' });
    const step = await setting.run('pull_request');
    assert.match(warnings(step), /has no new comment/);
    assert.match(step.summary ?? '', /could not be read \(GitHub did not give it/);
  });
});

describe('the trigger', () => {
  for (const event of ['push', 'schedule', 'workflow_dispatch'] as const) {
    test(`${event} asks GitHub nothing`, async (context) => {
      const setting = await setReview(context);
      const step = await setting.run(event);
      assert.equal(step.outputs.command, 'ingest');
      assert.deepEqual(setting.gitHub.requests, []);
    });
  }

  test('pull_request_target is refused before anything is sent', async (context) => {
    const setting = await setReview(context);
    await setting.run('pull_request_target', {}, { code: 2 });
    assert.deepEqual(setting.gitHub.requests, []);
    assert.equal(setting.scene.mode.requests.length + setting.scene.openMetadata.requests.length, 0);
  });

  for (const event of ['pull_request-fork', 'pull_request-dependabot'] as const) {
    test(`${event} has a token that may only read: nothing is said, and mistakes are a warning more`, async (context) => {
      const setting = await setReview(context, { readOnly: true });
      const fine = await setting.run(event, {}, { withSecrets: false });
      assert.equal(fine.outputs.command, 'validate');
      assert.doesNotMatch(warnings(fine), /comment/);
      assert.deepEqual(changed(setting), []);
      setting.scene.configure({ source: { includeOwner: true } });
      const wrong = await setting.run(event, {}, { withSecrets: false, code: 2 });
      assert.match(warnings(wrong), /`permissions: pull-requests: write`.*forks and of Dependabot/);
      assert.deepEqual(setting.gitHub.comments, []);
      assert.equal(setting.scene.mode.requests.length + setting.scene.openMetadata.requests.length, 0);
    });
  }
});
