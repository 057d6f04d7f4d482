import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { askLogin } from './ask-login.ts';
import { type GitHub, GitHubError } from './github.ts';
import { readAnswer, readPages } from './read-answers.ts';
import type { SendToGitHub } from './send-to-github.ts';

const fileAnswer = z.object({ type: z.literal('file'), encoding: z.literal('base64'), content: z.string() });
const author = z
  .object({ login: z.string() })
  .nullish()
  .transform((user) => user?.login ?? '');
const body = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const commentsAnswer = z.array(z.object({ id: z.number(), body, user: author }));
const issuesAnswer = z.array(
  z.object({ number: z.number(), body, user: author, pull_request: z.unknown().optional() }),
);

/** GitHub's REST API for one repository. `graphqlUrl` is where it says who a token is, whatever its kind. */
export function createGitHub(
  send: SendToGitHub,
  { owner, repo, graphqlUrl }: { readonly owner: string; readonly repo: string; readonly graphqlUrl: string },
): GitHub {
  return {
    login: () => askLogin(send, graphqlUrl),
    async file(path, commit) {
      try {
        const route = 'GET /repos/{owner}/{repo}/contents/{+path}';
        const asked = { owner, repo, path: path.split('/').map(encodeURIComponent).join('/'), ref: commit };
        const { answer } = await readAnswer(send, fileAnswer, route, asked);
        return Buffer.from(answer.content, 'base64').toString('utf8');
      } catch (error) {
        if (error instanceof GitHubError && error.status === 404) return null;
        throw error;
      }
    },
    async *comments(pullRequest) {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const asked = { owner, repo, issue_number: pullRequest };
      for await (const { id, body, user } of readPages(send, commentsAnswer, route, asked))
        yield { id, body, author: user };
    },
    async createComment(pullRequest, body) {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      await send(route, { owner, repo, issue_number: pullRequest, body });
    },
    async updateComment(id, body) {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await send(route, { owner, repo, comment_id: id, body });
    },
    async *openIssues() {
      const route = 'GET /repos/{owner}/{repo}/issues';
      for await (const issue of readPages(send, issuesAnswer, route, { owner, repo, state: 'open' })) {
        const { number, body, user, pull_request } = issue;
        if (pull_request === undefined) yield { number, body, author: user };
      }
    },
    async createIssue(issue) {
      await send('POST /repos/{owner}/{repo}/issues', { owner, repo, ...issue });
    },
    async updateIssue(issue_number, { body, close }) {
      const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
      const state = close ? { state: 'closed', state_reason: 'completed' } : {};
      await send(route, { owner, repo, issue_number, body, ...state });
    },
  };
}
