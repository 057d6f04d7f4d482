/** What became of one planned step that writes. `key` is `kind:fqn` for entities and tags, `from → to` for edges. */
export interface StepResult {
  readonly key: string;
  readonly what:
    | 'service'
    | 'tag'
    | 'chart'
    | 'dashboardDataModel'
    | 'dashboard'
    | 'edge'
    | 'mark'
    | 'usage'
    | 'delete';
  readonly ok: boolean;
  /** Present when it failed: one sentence with the server's own message. */
  readonly error?: string;
  readonly status?: number;
}

/** What became of a plan. A dry run has none. */
export interface Outcome {
  readonly results: readonly StepResult[];
  /**
   * True when it ended before it had applied everything: it was told to stop, the token was not taken any more, or there is no
   * service to write into.
   */
  readonly interrupted: boolean;
  /** Why, as a sentence without its full stop, when it was ended from outside. */
  readonly endedBy?: string;
}

export const failures = (outcome: Outcome): readonly StepResult[] =>
  outcome.results.filter((result) => !result.ok);
