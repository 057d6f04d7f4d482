/** What the process (and the action's `exit-code` output) ends with. One table for script and action. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  configuration: 2,
  credentials: 3,
  partial: 4,
  guard: 5,
  emptySource: 6,
  changes: 10,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The base of every error that a user can cause or mend. `code` has an entry in docs/errors.md;
 * `next` is the step that the reader should take. The message never holds a secret nor a query string.
 */
export class IngestError extends Error {
  override readonly name: string = 'IngestError';
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly next: string;

  constructor(
    code: string,
    message: string,
    options: { next: string; exitCode?: ExitCode; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.next = options.next;
    this.exitCode = options.exitCode ?? EXIT.unexpected;
  }
}
