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
