import type { Capabilities } from '../openmetadata/capabilities.ts';
import type { PipelineState } from '../openmetadata/ingestion-pipelines.ts';
import type { RunStatus } from '../report/run-report.ts';

const STATES: Readonly<Record<RunStatus, PipelineState>> = {
  done: 'success',
  planned: 'success',
  valid: 'success',
  // All was written but the deletions, which a human has to look at.
  guarded: 'partialSuccess',
  partial: 'partialSuccess',
  // "Ingested nothing, success" is what hides a key that sees too little.
  empty: 'failed',
  failed: 'failed',
  invalid: 'failed',
};

/** How OpenMetadata shows a run that ended so. One that was told to stop before its end is stopped, whatever it had done. */
export function pipelineState(
  status: RunStatus,
  { isStopped, stoppedState }: { readonly isStopped: boolean } & Pick<Capabilities, 'stoppedState'>,
): PipelineState {
  if (!isStopped || status === 'done') return STATES[status];
  return stoppedState ? 'stopped' : 'failed';
}
