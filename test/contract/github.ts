import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import {
  type Answer,
  type RecordedRequest,
  type StandIn,
  startStandIn,
} from '../../src/demo/stand-in-server.ts';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string } | null;
}

/** GitHub's API as far as the action asks it, for the repository of the recorded events. */
export interface GitHubStandIn extends StandIn {
  /** Comments of the pull request, the oldest first. */
  readonly comments: Comment[];
  /** Files of the base branch by path. */
  readonly files: Map<string, string>;
  /** What a step needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  comment(body: string, login?: string): Comment;
}

export const BOT = 'github-actions[bot]';
export const GITHUB_TOKEN = 'ghs_contract0123456789abcdefghijklmnopqr';

export type EventName =
  | 'pull_request'
  | 'pull_request-fork'
  | 'pull_request-dependabot'
  | 'pull_request_target'
  | 'push'
  | 'schedule'
  | 'workflow_dispatch';

/** A recorded payload, and the name of its event. */
export const recorded = (name: EventName) => ({
  event: name.split('-')[0] ?? name,
  payload: JSON.parse(readFileSync(`test/contract/events/${name}.json`, 'utf8')) as unknown,
});

const REPOSITORY = '/repos/acme/catalog';

/** `login` is whom the token stands for. GITHUB_TOKEN learns that from GraphQL only: `/user` refuses it. */
export async function startGitHub(
  context: Pick<TestContext, 'after'>,
  { login = BOT, readOnly = false }: { readonly login?: string; readonly readOnly?: boolean } = {},
): Promise<GitHubStandIn> {
  const comments: Comment[] = [];
  const files = new Map<string, string>();
  let lastId = 1000;
  const comment = (body: string, author: string = login): Comment => {
    lastId += 1;
    const made = { id: lastId, body, user: { login: author } };
    comments.push(made);
    return made;
  };
  const answer = (request: RecordedRequest): Answer => {
    if (request.headers.authorization !== `token ${GITHUB_TOKEN}`) return refusal(401, 'Bad credentials');
    const { pathname, searchParams } = new URL(request.path, 'http://github');
    const route = `${request.method} ${pathname}`;
    if (route === 'POST /graphql') return { status: 200, json: { data: { viewer: { login } } } };
    if (route === 'GET /user') return refusal(403, 'Resource not accessible by integration');
    if (route === `GET ${REPOSITORY}/issues/7/comments`) return page(comments, searchParams, url());
    const path = /^GET \/repos\/acme\/catalog\/contents\/(.+)$/.exec(route)?.[1];
    if (path !== undefined) return content(files.get(decodeURIComponent(path)), path, searchParams);
    if (readOnly) return refusal(403, 'Resource not accessible by integration');
    const body = bodyOf(request.body);
    if (body.length > 65_536) return refusal(422, 'Validation Failed');
    if (route === `POST ${REPOSITORY}/issues/7/comments`) return { status: 201, json: comment(body) };
    const id = Number(/^PATCH .*\/issues\/comments\/(\d+)$/.exec(route)?.[1] ?? Number.NaN);
    const found = comments.find((each) => each.id === id);
    if (found === undefined) return refusal(404, 'Not Found');
    if (found.user?.login !== login) return refusal(403, 'Resource not accessible by integration');
    found.body = body;
    return { status: 200, json: found };
  };
  const standIn = await startStandIn((request) => {
    const { status, headers = {}, json } = answer(request);
    return { status, headers: { ...LIMITS, ...headers }, json };
  });
  const url = (): string => standIn.url;
  context.after(() => standIn.close());
  return {
    ...standIn,
    get requests() {
      return standIn.requests;
    },
    comments,
    files,
    comment,
    env: { GITHUB_API_URL: standIn.url, GITHUB_GRAPHQL_URL: `${standIn.url}/graphql` },
  };
}

const LIMITS = {
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '987',
  'x-ratelimit-reset': '1795600000',
};

const refusal = (status: number, message: string): Answer => ({
  status,
  json: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

/** Pages of 30 unless asked for up to 100, with the links that GitHub gives. */
function page(comments: readonly Comment[], asked: URLSearchParams, base: string): Answer {
  const size = Math.min(100, Number(asked.get('per_page') ?? 30));
  const number = Number(asked.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(comments.length / size));
  const to = (each: number, rel: string) =>
    `<${base}/repositories/500/issues/7/comments?per_page=${size}&page=${each}>; rel="${rel}"`;
  const links = [
    ...(number > 1 ? [to(number - 1, 'prev')] : []),
    ...(number < last ? [to(number + 1, 'next'), to(last, 'last')] : []),
    ...(number > 1 ? [to(1, 'first')] : []),
  ];
  return {
    status: 200,
    headers: links.length === 0 ? {} : { link: links.join(', ') },
    json: comments.slice((number - 1) * size, number * size),
  };
}

function content(text: string | undefined, path: string, asked: URLSearchParams): Answer {
  if (text === undefined) return refusal(404, 'Not Found');
  const lines = Buffer.from(text, 'utf8').toString('base64').replace(/.{60}/g, '$&\n');
  return {
    status: 200,
    json: {
      type: 'file',
      encoding: 'base64',
      size: text.length,
      path,
      sha: asked.get('ref'),
      content: lines,
    },
  };
}

const bodyOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'body' in body ? String(body.body) : '';
