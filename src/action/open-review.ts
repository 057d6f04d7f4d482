import { createGitHub } from '../github/create-github.ts';
import { readPullRequest } from '../github/pull-request.ts';
import { type GitHubContext, repositoryUrl, runUrl } from './github-context.ts';
import type { Review } from './post-comment.ts';

/** The pull request under review, ready to be asked about; null when the event is about none, or there is no token. */
export function openReview(
  event: string,
  payload: unknown,
  context: GitHubContext,
  token: string,
): Review | null {
  const pullRequest = readPullRequest(event, payload);
  if (pullRequest === null || token === '') return null;
  const { owner, repo, graphqlUrl } = context;
  return {
    gitHub: createGitHub(context.connect(token), { owner, repo, graphqlUrl }),
    pullRequest,
    repositoryUrl: repositoryUrl(context),
    runUrl: runUrl(context),
  };
}
