import { EXIT, IngestError } from '../errors.ts';

/** What ends a run before its work is done: its time is used up, or somebody told it to stop. */
export type EndedBy = 'time-budget' | 'told';

/**
 * The reason of a signal that ends a part of a run early. It is an error too, so that whoever notices the signal may throw it; it never
 * means that a server failed.
 */
export class EarlyEnd extends IngestError {
  override readonly name = 'EarlyEnd';
  readonly by: EndedBy;
  /** How long a write that is under way may still take, in milliseconds. */
  readonly graceMs: number;
  /** What is said of a part that was not read. */
  readonly notReached: string;

  constructor(by: EndedBy, { graceMs }: { readonly graceMs: number }) {
    const isBudget = by === 'time-budget';
    super('stopped', isBudget ? 'The time budget ran out' : 'The run was told to stop', {
      next: isBudget
        ? 'Run again: what is written is not written twice. If it never suffices, raise timeBudget.'
        : 'Run again: what is written is not written twice.',
      exitCode: EXIT.partial,
    });
    this.by = by;
    this.graceMs = graceMs;
    this.notReached = isBudget
      ? 'not reached within the time budget'
      : 'not reached before the run was told to stop';
  }
}

/** Why a signal aborted, when it ended something early; null while it has not, and when somebody else aborted it. */
export const earlyEndOf = ({ reason }: AbortSignal): EarlyEnd | null =>
  reason instanceof EarlyEnd ? reason : null;
