import type { Shard } from './config/shard.ts';
import type { WorkflowConfig } from './config/workflow-config.ts';
import type { RequestLimits } from './connections.ts';
import type { Host } from './host/host.ts';
import type { PlanFile } from './plan/plan-file.ts';
import type { DeletionLimits } from './plan/plan-options.ts';

/** What a run is given beside its configuration. */
export interface RunOptions {
  /** `sweep` closes a run of shards: an incremental ingestion of everything. */
  readonly command: 'plan' | 'ingest' | 'sweep';
  /** The part of the workspace to keep to; null or left out: all of it. */
  readonly shard?: Shard | null;
  /** The configuration of the base branch, to be planned beside: it has the same workspace and service. Null or left out: none. */
  readonly base?: WorkflowConfig | null;
  readonly host: Host;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Tells the run to stop: it reads no further, deletes nothing and ends. */
  readonly signal: AbortSignal;
  /** How long it goes on writing then, in milliseconds. Default 0: no request is begun any more. */
  readonly writeOnMs?: number;
  readonly limits: DeletionLimits;
  /** The only plan that may be applied; null or left out: whatever the run finds to do. */
  readonly approved?: PlanFile | null;
  readonly detailedExitCode: boolean;
  /** A plan that ends with 10 when the catalog is not as Mode, or its last ingestion too long ago. Null or left out for any other run. */
  readonly drift?: DriftOptions | null;
  readonly requests?: RequestLimits;
  /** Milliseconds since 1970; the machine's clock when left out. */
  readonly now?: () => number;
}

export interface DriftOptions {
  /** Null for any age. */
  readonly maxAgeHours: number | null;
}

/** A drift is a plan that is judged in another way. */
export const asRun = <Command extends string>(
  command: Command,
  maxAgeHours: number | null,
): { readonly command: Exclude<Command, 'drift'> | 'plan'; readonly drift: DriftOptions | null } =>
  command === 'drift'
    ? { command: 'plan', drift: { maxAgeHours } }
    : { command: command as Exclude<Command, 'drift'>, drift: null };
