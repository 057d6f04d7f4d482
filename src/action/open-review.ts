import { createGitHub, type SendToGitHub } from '../github/create-github.ts';
import { readPullRequest } from '../github/pull-request.ts';
import type { CommentInputs } from './comment-inputs.ts';
import type { Review } from './post-comment.ts';

/** GitHub as the runner names it: on Enterprise these are not github.com's. */
export interface GitHubContext {
  readonly owner: string;
  readonly repo: string;
  /** `https://github.com`. */
  readonly serverUrl: string;
  readonly graphqlUrl: string;
  readonly runId: number;
  /** Requests with a token. */
  readonly connect: (token: string) => SendToGitHub;
}

/** The pull request under review, ready to be asked about; null when the event is about none, or there is no token. */
export function openReview(
  event: string,
  payload: unknown,
  { owner, repo, serverUrl, graphqlUrl, runId, connect }: GitHubContext,
  { gitHubToken }: Pick<CommentInputs, 'gitHubToken'>,
): Review | null {
  const pullRequest = readPullRequest(event, payload);
  if (pullRequest === null || gitHubToken === '') return null;
  const repositoryUrl = `${serverUrl}/${owner}/${repo}`;
  return {
    gitHub: createGitHub(connect(gitHubToken), { owner, repo, graphqlUrl }),
    pullRequest,
    repositoryUrl,
    runUrl: runId > 0 ? `${repositoryUrl}/actions/runs/${runId}` : null,
  };
}
