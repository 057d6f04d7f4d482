import { z } from 'zod';
import type { SendToGitHub } from './create-github.ts';
import { GitHubError } from './github.ts';
import { gitHubError } from './github-error.ts';

/** An open issue, as far as it matters. */
export interface GitHubIssue {
  readonly number: number;
  readonly body: string;
  /** Login of its author; empty when the account is gone. */
  readonly author: string;
}

/** What can be asked of GitHub about the issues of one repository. Failures are GitHubErrors. */
export interface GitHubIssues {
  /** Those that are open, the newest first, page by page; no pull requests. */
  open(): AsyncIterable<GitHubIssue>;
  create(issue: { readonly title: string; readonly body: string }): Promise<void>;
  update(issue: number, change: { readonly body: string; readonly close: boolean }): Promise<void>;
}

/** The most that GitHub gives on a page. */
const PAGE = 100;
const MOST_PAGES = 100;

const issuesAnswer = z.array(
  z.object({
    number: z.number(),
    body: z.string().nullish(),
    user: z.object({ login: z.string() }).nullish(),
    pull_request: z.unknown().optional(),
  }),
);

export function createIssues(
  request: SendToGitHub,
  { owner, repo }: { readonly owner: string; readonly repo: string },
): GitHubIssues {
  const send: SendToGitHub = async (route, parameters) => {
    try {
      return await request(route, { owner, repo, ...parameters });
    } catch (error) {
      throw gitHubError(error);
    }
  };
  return {
    async *open(): AsyncGenerator<GitHubIssue> {
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const asked = { state: 'open', per_page: PAGE, page };
        const { data, headers } = await send('GET /repos/{owner}/{repo}/issues', asked);
        const answer = issuesAnswer.safeParse(data);
        if (!answer.success) throw new GitHubError('a list of issues that was not expected', null, false);
        for (const { number, body, user, pull_request } of answer.data)
          if (pull_request === undefined) yield { number, body: body ?? '', author: user?.login ?? '' };
        if (!/;\s*rel="?next"?/.test(headers.link ?? '')) return;
      }
    },
    async create(issue) {
      await send('POST /repos/{owner}/{repo}/issues', { ...issue });
    },
    async update(issue_number, { body, close }) {
      const state = close ? { state: 'closed', state_reason: 'completed' } : {};
      await send('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { issue_number, body, ...state });
    },
  };
}
