import { hours } from './schema/fields.ts';
import type { ModeRead, WorkflowConfig } from './workflow-config.ts';

/** What a run may be told beside its file. Each takes the place of what the file says; what is left out leaves it. */
export interface Settings {
  readonly incremental?: boolean;
  readonly modeRead?: ModeRead;
  readonly fullEveryHours?: number;
  /** Minutes. */
  readonly timeBudget?: number;
  /** Shows the run in OpenMetadata. */
  readonly registerRun?: boolean;
}

export const withSettings = (
  config: WorkflowConfig,
  { registerRun, timeBudget, ...source }: Settings,
): WorkflowConfig => ({
  ...config,
  source: { ...config.source, ...source },
  workflow: { ...config.workflow, timeBudget: timeBudget ?? config.workflow.timeBudget },
  pipeline: { ...config.pipeline, register: registerRun ?? config.pipeline.register },
});

/** The hours of a span such as `24h` or `7d`; null when it is none. */
export function hoursOf(span: string): number | null {
  const read = hours.safeParse(span);
  return read.success ? read.data : null;
}
