import assert from 'node:assert/strict';
import { test } from 'node:test';
import { giveUp } from '../../src/http/give-up.ts';
import type { HttpClient } from '../../src/http/http-client.ts';
import { HttpError } from '../../src/http/http-error.ts';

const MINUTE = 60_000;
const LIST = { method: 'GET', path: '/api/acme/spaces' } as const;
const timeout = new HttpError({
  kind: 'timeout',
  message: 'GET x timed out',
  next: 'Wait.',
  transient: true,
});
const gone = new HttpError({ kind: 'status', status: 404, message: 'GET x answered 404', next: 'Look.' });
const later = new HttpError({
  kind: 'status',
  status: 429,
  message: 'GET x: wait',
  next: 'Wait.',
  retryAfterMs: 1,
});

/** Mode as it answers each request: with a list or an error, after so many minutes. */
function modeThat(answers: (nth: number) => { readonly after: number; readonly error?: HttpError }) {
  let time = 0;
  let sent = 0;
  const http: Pick<HttpClient, 'request'> = {
    async request() {
      sent += 1;
      const { after, error } = answers(sent);
      time += after * MINUTE;
      if (error !== undefined) throw error;
      return { status: 200, headers: new Map(), json: {} };
    },
  };
  const { request } = giveUp(http, { server: 'Mode', now: () => time });
  return {
    async ask(times: number): Promise<HttpError | null> {
      let last: HttpError | null = null;
      for (let nth = 0; nth < times; nth += 1) {
        last = await request(LIST).then(
          () => null,
          (error: HttpError) => error,
        );
      }
      return last;
    },
    sent: () => sent,
  };
}

for (const { what, error } of [
  { what: 'times out', error: timeout },
  { what: 'asks to come back later', error: later },
]) {
  test(`a Mode that only ${what} is not asked for a thousand lists`, async () => {
    const mode = modeThat((nth) => (nth === 1 ? { after: 0 } : { after: 1, error }));
    const last = await mode.ask(1_000);
    assert.equal(mode.sent(), 9);
    assert.equal(last?.code, error.code);
    assert.match(last?.message ?? '', /^Mode has stopped answering, so it was not asked; before: GET x/);
  });
}

test('a short trouble, however many lists it hits, is no reason to give up', async () => {
  const mode = modeThat((nth) => (nth <= 50 ? { after: 0.02, error: timeout } : { after: 0 }));
  assert.equal(await mode.ask(60), null);
  assert.equal(mode.sent(), 60);
});

test('a few failures, however long they take, are no reason to give up', async () => {
  const mode = modeThat((nth) => (nth <= 7 ? { after: 5, error: timeout } : { after: 0 }));
  assert.equal(await mode.ask(10), null);
});

test('an answer about one list, such as 404, shows that Mode is there', async () => {
  const mode = modeThat((nth) => ({ after: 1, error: nth % 5 === 0 ? gone : timeout }));
  await mode.ask(100);
  assert.equal(mode.sent(), 100);
});
