/** What a write is of. A mark is written apart from its entity. */
export type What =
  | 'service'
  | 'tag'
  | 'chart'
  | 'dashboardDataModel'
  | 'dashboard'
  | 'edge'
  | 'mark'
  | 'usage'
  | 'delete';

/** A planned step that was to be written and was not. */
export interface StepFailure {
  /** `kind:fqn` for entities, tags and views, `from → to` for edges. */
  readonly key: string;
  readonly what: What;
  /** One sentence with the server's own message. */
  readonly error: string;
  readonly status?: number;
}

/** What became of a plan. A dry run has none. */
export interface Outcome {
  readonly failures: readonly StepFailure[];
  /** How many writes succeeded. Views are not counted among the others: what fails of them is made up for. */
  readonly succeeded: { readonly usage: number; readonly others: number };
  /**
   * Keys of the steps that were done or failed, when it ended before it had applied everything: it was told to stop, the token was not
   * taken any more, or there is no service to write into. Null when it came to its end: those of a large plan are many megabytes.
   */
  readonly reached: ReadonlySet<string> | null;
  /** Why, as a sentence without its full stop, when it was ended from outside. */
  readonly endedBy?: string;
}

/** All writes that were tried. */
export const writesOf = ({ failures, succeeded }: Outcome): number =>
  failures.length + succeeded.usage + succeeded.others;
