import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GitHubError } from '../../src/github/github.ts';
import { sendPatiently } from '../../src/github/send-patiently.ts';

const GET = 'GET /repos/{owner}/{repo}/issues';
const PATCH = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
const POST = 'POST /repos/{owner}/{repo}/issues';
const GRAPHQL = 'POST https://api.github.com/graphql';

/** As Octokit throws them. */
const answered = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  Object.assign(new Error(`${status}`), { status, response: { headers, data: { message: 'no' } } });
const UNANSWERED = Object.assign(new Error('fetch failed'), { status: 500 });
const SLOW_DOWN = answered(403, { 'retry-after': '7' });

/** A GitHub that fails so, one after the other, and then answers. A request takes `takesMs`. */
async function send(
  failures: readonly unknown[],
  {
    route = GET,
    parameters = {},
    takesMs = 0,
    stopWhileWaiting = false,
  }: {
    readonly route?: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly takesMs?: number;
    readonly stopWhileWaiting?: boolean;
  } = {},
) {
  const stopping = new AbortController();
  const pauses: number[] = [];
  let clock = 1_000_000;
  let tries = 0;
  const patient = sendPatiently(
    async () => {
      const failure = failures[tries];
      tries += 1;
      clock += takesMs;
      if (failure !== undefined) throw failure;
      return { data: 'done', headers: {} };
    },
    {
      signal: stopping.signal,
      now: () => clock,
      async sleep(ms, signal) {
        pauses.push(ms);
        clock += ms;
        if (stopWhileWaiting) stopping.abort();
        signal.throwIfAborted();
      },
    },
  );
  const ended = await patient(route, parameters).then(
    ({ data }) => data,
    (error: unknown) => {
      assert.ok(error instanceof GitHubError, String(error));
      return error.status;
    },
  );
  return { ended, tries, pauses };
}

const CASES: readonly {
  readonly name: string;
  readonly failures: readonly unknown[];
  readonly options?: Parameters<typeof send>[1];
  readonly becomes: Awaited<ReturnType<typeof send>>;
}[] = [
  {
    name: 'a list is asked for again after 502 and no answer',
    failures: [answered(502), UNANSWERED],
    becomes: { ended: 'done', tries: 3, pauses: [500, 2000] },
  },
  {
    name: 'three times is enough',
    failures: [answered(503), answered(503), answered(503), answered(503)],
    becomes: { ended: 503, tries: 3, pauses: [500, 2000] },
  },
  {
    name: 'a change is made again',
    failures: [answered(500)],
    options: { route: PATCH },
    becomes: { ended: 'done', tries: 2, pauses: [500] },
  },
  {
    name: 'what may have been made already is not made again',
    failures: [answered(502)],
    options: { route: POST },
    becomes: { ended: 502, tries: 1, pauses: [] },
  },
  {
    name: 'nor when there was no answer',
    failures: [UNANSWERED],
    options: { route: POST },
    becomes: { ended: null, tries: 1, pauses: [] },
  },
  {
    name: 'what GitHub had no time for was not made: it is, when GitHub says so',
    failures: [SLOW_DOWN],
    options: { route: POST },
    becomes: { ended: 'done', tries: 2, pauses: [7000] },
  },
  {
    name: 'a query of GraphQL makes nothing',
    failures: [answered(502)],
    options: { route: GRAPHQL, parameters: { query: 'query { viewer { login } }' } },
    becomes: { ended: 'done', tries: 2, pauses: [500] },
  },
  {
    name: 'a mutation does',
    failures: [answered(502)],
    options: { route: GRAPHQL, parameters: { query: 'mutation { x }' } },
    becomes: { ended: 502, tries: 1, pauses: [] },
  },
  {
    name: 'a limit without a time is waited for by the next run',
    failures: [answered(429)],
    becomes: { ended: 429, tries: 1, pauses: [] },
  },
  {
    name: 'so is one that asks for more than half a minute',
    failures: [answered(429, { 'retry-after': '31' })],
    becomes: { ended: 429, tries: 1, pauses: [] },
  },
  {
    name: 'all tries share the half minute',
    failures: [answered(429, { 'retry-after': '20' }), answered(429, { 'retry-after': '20' })],
    becomes: { ended: 429, tries: 2, pauses: [20_000] },
  },
  {
    name: 'a request that took all of it is not tried again',
    failures: [UNANSWERED],
    options: { takesMs: 30_000 },
    becomes: { ended: null, tries: 1, pauses: [] },
  },
  ...[400, 401, 403, 404, 410, 422].map((status) => ({
    name: `${status} is an answer`,
    failures: [answered(status)],
    becomes: { ended: status, tries: 1, pauses: [] },
  })),
  {
    name: 'a run that is told to stop waits no longer',
    failures: [answered(502)],
    options: { stopWhileWaiting: true },
    becomes: { ended: 502, tries: 1, pauses: [500] },
  },
];

for (const { name, failures, options, becomes } of CASES)
  test(name, async () => assert.deepEqual(await send(failures, options), becomes));
