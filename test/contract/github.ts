import type { TestContext } from 'node:test';
import {
  type Answer,
  type RecordedRequest,
  type StandIn,
  startStandIn,
} from '../../src/demo/stand-in-server.ts';
import { content, LIMITS, page, refusal } from './github-answers.ts';

interface Written {
  body: string;
  readonly user: { readonly login: string } | null;
}

export interface Comment extends Written {
  readonly id: number;
}

export interface Issue extends Written {
  readonly number: number;
  readonly title: string;
  state: 'open' | 'closed';
  readonly pull_request?: object;
}

/** GitHub's REST API (2022-11-28) as far as the action asks it, for the repository of the recorded events. */
export interface GitHubStandIn extends StandIn {
  /** Comments of pull request 7, the oldest first. */
  readonly comments: Comment[];
  /** The oldest first. */
  readonly issues: Issue[];
  /** Files of the base branch by path. */
  readonly files: Map<string, string>;
  /** What a step needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  comment(body: string, login?: string): Comment;
  /** Opens an issue, or a pull request, which GitHub lists among them. */
  open(issue: { readonly body: string; readonly login?: string; readonly isPull?: boolean }): Issue;
}

export const BOT = 'github-actions[bot]';
export const GITHUB_TOKEN = 'ghs_contract0123456789abcdefghijklmnopqr';

const REPOSITORY = '/repos/acme/catalog';
const COMMENTS = `${REPOSITORY}/issues/7/comments`;
const ISSUES = `${REPOSITORY}/issues`;

/** `login` is whom the token stands for. GITHUB_TOKEN learns that from GraphQL only: `/user` refuses it. */
export async function startGitHub(
  context: Pick<TestContext, 'after'>,
  { login = BOT, readOnly = false }: { readonly login?: string; readonly readOnly?: boolean } = {},
): Promise<GitHubStandIn> {
  const comments: Comment[] = [];
  const issues: Issue[] = [];
  const files = new Map<string, string>();
  let last = 1000;
  const comment: GitHubStandIn['comment'] = (body, author = login) => {
    last += 1;
    const made = { id: last, body, user: { login: author } };
    comments.push(made);
    return made;
  };
  const open = (given: Parameters<GitHubStandIn['open']>[0] & { readonly title?: string }): Issue => {
    last += 1;
    const made: Issue = {
      number: last,
      title: given.title ?? 'Something else',
      body: given.body,
      state: 'open',
      user: { login: given.login ?? login },
      ...(given.isPull ? { pull_request: {} } : {}),
    };
    issues.push(made);
    return made;
  };
  const read = (route: string, asked: URLSearchParams): Answer | null => {
    const list = (path: string) => `${standIn.url}${path.replace(REPOSITORY, '/repositories/500')}`;
    if (route === 'POST /graphql') return { status: 200, json: { data: { viewer: { login } } } };
    if (route === 'GET /user') return refusal(403, 'Resource not accessible by integration');
    if (route === `GET ${COMMENTS}`) return page(comments, asked, list(COMMENTS));
    const newest = issues.filter(({ state }) => state === (asked.get('state') ?? 'open')).toReversed();
    if (route === `GET ${ISSUES}`) return page(newest, asked, list(ISSUES));
    const path = /^GET \/repos\/acme\/catalog\/contents\/(.+)$/.exec(route)?.[1];
    return path === undefined ? null : content(files.get(decodeURIComponent(path)), path, asked);
  };
  const written = (route: string, { title = '', body = '', state }: Sent): Answer => {
    if (readOnly) return refusal(403, 'Resource not accessible by integration');
    if (body.length > 65_536 || title.length > 256) return refusal(422, 'Validation Failed');
    if (route === `POST ${COMMENTS}`) return { status: 201, json: comment(body) };
    if (route === `POST ${ISSUES}`) return { status: 201, json: open({ title, body }) };
    const [, kind, digits] =
      /^PATCH \/repos\/acme\/catalog\/(issues|issues\/comments)\/(\d+)$/.exec(route) ?? [];
    const found =
      kind === 'issues'
        ? issues.find(({ number }) => number === Number(digits))
        : comments.find(({ id }) => id === Number(digits));
    if (found === undefined) return refusal(404, 'Not Found');
    if (found.user?.login !== login) return refusal(403, 'Resource not accessible by integration');
    found.body = body;
    if ('state' in found) found.state = state ?? found.state;
    return { status: 200, json: found };
  };
  const answer = (request: RecordedRequest): Answer => {
    if (request.headers.authorization !== `token ${GITHUB_TOKEN}`) return refusal(401, 'Bad credentials');
    const { pathname, searchParams } = new URL(request.path, 'http://github');
    const route = `${request.method} ${pathname}`;
    return read(route, searchParams) ?? written(route, (request.body ?? {}) as Sent);
  };
  const standIn = await startStandIn((request) => {
    const { status, headers = {}, json } = answer(request);
    return { status, headers: { ...LIMITS, ...headers }, json };
  });
  context.after(() => standIn.close());
  return {
    ...standIn,
    comments,
    issues,
    files,
    comment,
    open,
    env: { GITHUB_API_URL: standIn.url, GITHUB_GRAPHQL_URL: `${standIn.url}/graphql` },
  };
}

/** What the action sends; whatever else is sent is ignored. */
interface Sent {
  readonly title?: string;
  readonly body?: string;
  readonly state?: Issue['state'];
}
