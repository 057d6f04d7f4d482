import type { SendToGitHub } from '../github/send-to-github.ts';

/** The repository that the step runs in, as the runner names it, and how GitHub is reached: on Enterprise these are not github.com's. */
export interface GitHubContext {
  readonly owner: string;
  readonly repo: string;
  /** `https://github.com`. */
  readonly serverUrl: string;
  readonly graphqlUrl: string;
  readonly runId: number;
  /** Requests with a token. What fails is a GitHubError. */
  readonly connect: (token: string) => SendToGitHub;
}

type Place = Pick<GitHubContext, 'owner' | 'repo' | 'serverUrl' | 'runId'>;

/** Web address of the repository. */
export const repositoryUrl = ({ serverUrl, owner, repo }: Place): string => `${serverUrl}/${owner}/${repo}`;

/** Web address of the workflow run; null when the runner names none. */
export const runUrl = (place: Place): string | null =>
  place.runId > 0 ? `${repositoryUrl(place)}/actions/runs/${place.runId}` : null;
