import { type StandIn, startStandIn } from '../../src/demo/stand-in-server.ts';

interface Issue {
  readonly number: number;
  title: string;
  body: string;
  state: string;
  readonly user: { readonly login: string };
  readonly pull_request?: object;
}

/** The issues of one repository, as GitHub's REST API tells and takes them (2022-11-28). */
export interface GitHubStandIn extends StandIn {
  readonly issues: Issue[];
  /** False: the token may only read. */
  mayWrite: boolean;
}

const ME = 'github-actions[bot]';

export async function startGitHub(): Promise<GitHubStandIn> {
  const standIn = await startStandIn(({ method, path, body }) => {
    const url = new URL(`http://github${path}`);
    // GITHUB_TOKEN may ask GraphQL who it is.
    if (url.pathname === '/graphql') return { status: 200, json: { data: { viewer: { login: ME } } } };
    const [, number] = /^\/repos\/acme\/catalog\/issues(?:\/(\d+))?$/.exec(url.pathname) ?? [null];
    if (number === null) return { status: 404, json: { message: 'Not Found' } };
    if (method === 'GET') return listed(gitHub.issues, url);
    if (!gitHub.mayWrite) return { status: 403, json: { message: 'Resource not accessible by integration' } };
    const given = body as { title: string; body: string; state?: string };
    if (method === 'POST') {
      const issue = { number: gitHub.issues.length + 1, state: 'open', user: { login: ME }, ...given };
      gitHub.issues.push(issue);
      return { status: 201, json: issue };
    }
    const issue = gitHub.issues.find((one) => one.number === Number(number));
    if (issue === undefined) return { status: 404, json: { message: 'Not Found' } };
    issue.body = given.body;
    issue.state = given.state ?? issue.state;
    return { status: 200, json: issue };
  });
  const gitHub: GitHubStandIn = { ...standIn, issues: [], mayWrite: true };
  return gitHub;
}

function listed(issues: readonly Issue[], url: URL) {
  const [size, page] = ['per_page', 'page'].map((name) => Number(url.searchParams.get(name)));
  const open = issues.filter(({ state }) => state === 'open').toReversed();
  const from = ((page ?? 1) - 1) * (size ?? 30);
  const rows = open.slice(from, from + (size ?? 30));
  const next = new URL(url);
  next.searchParams.set('page', String((page ?? 1) + 1));
  const hasNext = from + rows.length < open.length;
  return {
    status: 200,
    json: rows,
    headers: hasNext ? { link: `<${next.href}>; rel="next"` } : {},
  };
}

/** An issue that somebody else opened. */
export const issueOf = (number: number, login: string, body: string, isPull = false): Issue => ({
  number,
  title: `Issue ${number}`,
  body,
  state: 'open',
  user: { login },
  ...(isPull ? { pull_request: {} } : {}),
});
