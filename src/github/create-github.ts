import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { type GitHub, type GitHubComment, GitHubError } from './github.ts';
import { gitHubError } from './github-error.ts';

/** Sends one request, such as `GET /user` with its parameters. Octokit's. */
export type SendToGitHub = (
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data: unknown; readonly headers: { readonly link?: string | undefined } }>;

/** The most that GitHub gives on a page. */
const PAGE = 100;
/** A pull request with more comments than this is past reading. */
const MOST_PAGES = 100;
/** As `GITHUB_TOKEN` comments; it may not ask who it is through REST. */
const ACTIONS_BOT = 'github-actions[bot]';

const viewerAnswer = z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) });
const userAnswer = z.object({ login: z.string().min(1) });
const fileAnswer = z.object({ type: z.literal('file'), encoding: z.literal('base64'), content: z.string() });
const commentsAnswer = z.array(
  z.object({
    id: z.number(),
    body: z.string().nullish(),
    user: z.object({ login: z.string() }).nullish(),
  }),
);

/** GitHub's REST API for one repository. `graphqlUrl` is where it says who a token is, whatever its kind. */
export function createGitHub(
  request: SendToGitHub,
  { owner, repo, graphqlUrl }: { readonly owner: string; readonly repo: string; readonly graphqlUrl: string },
): GitHub {
  const send: SendToGitHub = async (route, parameters) => {
    try {
      return await request(route, parameters);
    } catch (error) {
      throw gitHubError(error);
    }
  };
  const read = async <T>(schema: z.ZodType<T>, ...asked: Parameters<SendToGitHub>) => {
    const { data, headers } = await send(...asked);
    const answer = schema.safeParse(data);
    if (!answer.success) throw new GitHubError(`an answer to ${asked[0]} that was not expected`, null, false);
    return { answer: answer.data, hasNext: /;\s*rel="?next"?/.test(headers.link ?? '') };
  };
  const orNull = <T>(work: Promise<T>): Promise<T | null> =>
    work.catch((error: unknown) => {
      if (error instanceof GitHubError) return null;
      throw error;
    });

  return {
    async login() {
      const query = { query: 'query { viewer { login } }' };
      const viewer = await orNull(read(viewerAnswer, `POST ${graphqlUrl}`, query));
      if (viewer !== null) return viewer.answer.data.viewer.login;
      const user = await orNull(read(userAnswer, 'GET /user', {}));
      return user?.answer.login ?? ACTIONS_BOT;
    },
    async file(path, commit) {
      try {
        const route = 'GET /repos/{owner}/{repo}/contents/{+path}';
        const asked = { owner, repo, path: path.split('/').map(encodeURIComponent).join('/'), ref: commit };
        const { answer } = await read(fileAnswer, route, asked);
        return Buffer.from(answer.content, 'base64').toString('utf8');
      } catch (error) {
        if (error instanceof GitHubError && error.status === 404) return null;
        throw error;
      }
    },
    async *comments(pullRequest): AsyncGenerator<GitHubComment> {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const asked = { owner, repo, issue_number: pullRequest, per_page: PAGE, page };
        const { answer, hasNext } = await read(commentsAnswer, route, asked);
        for (const { id, body, user } of answer) yield { id, body: body ?? '', author: user?.login ?? '' };
        if (!hasNext) return;
      }
    },
    async createComment(pullRequest, body) {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      await send(route, { owner, repo, issue_number: pullRequest, body });
    },
    async updateComment(id, body) {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await send(route, { owner, repo, comment_id: id, body });
    },
  };
}
