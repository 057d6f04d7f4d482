/** A comment of an issue or pull request, as far as it matters. */
export interface GitHubComment {
  readonly id: number;
  readonly body: string;
  /** Login of its author; empty when the account is gone. */
  readonly author: string;
}

/** What can be asked of GitHub about one repository. Failures are GitHubErrors. */
export interface GitHub {
  /** Login under which the token comments. */
  login(): Promise<string>;
  /** The text of a file at a commit; null when there is none. */
  file(path: string, commit: string): Promise<string | null>;
  /** The comments of a pull request, the oldest first, page by page. */
  comments(pullRequest: number): AsyncIterable<GitHubComment>;
  createComment(pullRequest: number, body: string): Promise<void>;
  updateComment(id: number, body: string): Promise<void>;
}

/** A request that GitHub did not answer, or refused. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  /** Null when there was no answer. */
  readonly status: number | null;
  /** True when it was one request too many in some span of time. */
  readonly isRateLimit: boolean;

  constructor(message: string, status: number | null, isRateLimit: boolean) {
    super(message);
    this.status = status;
    this.isRateLimit = isRateLimit;
  }
}
