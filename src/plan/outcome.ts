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
    | 'delete';
  readonly ok: boolean;
  /** Present when it failed: one sentence with the server's own message. */
  readonly error?: string;
  readonly status?: number;
}

/** What became of a plan. A dry run has none. */
export interface Outcome {
  readonly results: readonly StepResult[];
  /** True when a run was told to stop before it had applied everything. */
  readonly interrupted: boolean;
}

export const failures = (outcome: Outcome): readonly StepResult[] =>
  outcome.results.filter((result) => !result.ok);
