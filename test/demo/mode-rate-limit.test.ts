import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rateWindow } from '../../src/demo/mode/rate-window.ts';
import { startMode } from '../../src/demo/mode/start-mode.ts';
import { askMode, basic, under } from './ask-mode.ts';
import { tinyMode } from './tiny-mode.ts';

describe('the window of the rate limit', () => {
  it('counts per username, tells when to come back, and opens again', () => {
    let now = 1_000;
    const spend = rateWindow({ requests: 2, windowMs: 10_000 }, () => now);
    assert.deepEqual(spend('key'), {
      allowed: true,
      headers: { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '1' },
    });
    assert.equal(spend('key').headers['x-ratelimit-remaining'], '0');
    now += 2_500;
    assert.deepEqual(spend('key'), {
      allowed: false,
      headers: { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0', 'retry-after': '8' },
    });
    assert.equal(spend('another').allowed, true);
    now += 7_499;
    assert.equal(spend('key').headers['retry-after'], '1');
    now += 1;
    assert.equal(spend('key').allowed, true);
  });
});

describe('the stand-in for Mode with a rate limit', () => {
  it('refuses with 429 and its headers, key by key, and heads every answer', async () => {
    const mode = await startMode(tinyMode(), { rateLimit: { requests: 2, windowMs: 60_000 } });
    try {
      const answers = [];
      for (let nth = 0; nth < 3; nth += 1) answers.push(await askMode(mode, '/api/verify'));
      assert.deepEqual(
        answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')]),
        [
          [200, '1'],
          [200, '0'],
          [429, '0'],
        ],
      );
      assert.equal(under(answers[2]?.body, 'id'), 'rate_limited');
      assert.match(answers[2]?.headers.get('retry-after') ?? '', /^\d+$/);
      const other = await askMode(mode, '/api/verify', basic('someone-else', 'wrong'));
      assert.equal(other.status, 401);
      assert.equal(other.headers.get('x-ratelimit-limit'), '2');
    } finally {
      await mode.close();
    }
  });

  it('speaks of no limit when it has none', async () => {
    const mode = await startMode(tinyMode());
    try {
      assert.equal((await askMode(mode, '/api/verify')).headers.get('x-ratelimit-limit'), null);
    } finally {
      await mode.close();
    }
  });
});
