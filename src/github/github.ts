/** A comment of an issue or pull request, as far as it matters. */
export interface GitHubComment {
  readonly id: number;
  readonly body: string;
  /** Login of its author; empty when the account is gone. */
  readonly author: string;
}

/** An open issue, as far as it matters. */
export interface GitHubIssue {
  readonly number: number;
  readonly body: string;
  /** Login of its author; empty when the account is gone. */
  readonly author: string;
}

/** What can be asked of GitHub about one repository. Failures are GitHubErrors. */
export interface GitHub {
  /** Login under which the token writes. */
  login(): Promise<string>;
  /** The text of a file at a commit; null when there is none. */
  file(path: string, commit: string): Promise<string | null>;
  /** The comments of a pull request, the oldest first, page by page. */
  comments(pullRequest: number): AsyncIterable<GitHubComment>;
  createComment(pullRequest: number, body: string): Promise<void>;
  updateComment(id: number, body: string): Promise<void>;
  /** Those that are open, the newest first, page by page; no pull requests. */
  openIssues(): AsyncIterable<GitHubIssue>;
  createIssue(issue: { readonly title: string; readonly body: string }): Promise<void>;
  updateIssue(issue: number, change: { readonly body: string; readonly close: boolean }): Promise<void>;
}

/** A request that GitHub did not answer, refused, or answered in another way than it says. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  /** Null when there was no answer. */
  readonly status: number | null;
  /** True when it was one request too many in some span of time. It was not done. */
  readonly isRateLimit: boolean;
  /** How long GitHub asks to wait; null when it does not. */
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    {
      status,
      isRateLimit = false,
      retryAfterMs = null,
    }: {
      readonly status: number | null;
      readonly isRateLimit?: boolean;
      readonly retryAfterMs?: number | null;
    },
  ) {
    super(message);
    this.status = status;
    this.isRateLimit = isRateLimit;
    this.retryAfterMs = retryAfterMs;
  }

  /** True when the next request may well fare better: nothing about this one was found wrong. */
  get isPassing(): boolean {
    return this.status === null || this.status >= 500 || this.isRateLimit;
  }

  /** True when what was to be changed is not there any more. */
  get isGone(): boolean {
    return this.status === 404 || this.status === 410;
  }
}
