import { createGitHub } from '../github/create-github.ts';
import { readPullRequest } from '../github/pull-request.ts';
import type { GitHubContext } from './github-context.ts';
import type { Review } from './post-comment.ts';

/** The pull request under review, ready to be asked about; null when the event is about none, or there is no token. */
export function openReview(
  event: string,
  payload: unknown,
  { owner, repo, serverUrl, graphqlUrl, runId, connect }: GitHubContext,
  token: string,
): Review | null {
  const pullRequest = readPullRequest(event, payload);
  if (pullRequest === null || token === '') return null;
  const repositoryUrl = `${serverUrl}/${owner}/${repo}`;
  return {
    gitHub: createGitHub(connect(token), { owner, repo, graphqlUrl }),
    pullRequest,
    repositoryUrl,
    runUrl: runId > 0 ? `${repositoryUrl}/actions/runs/${runId}` : null,
  };
}
