import type { Host } from './host/host.ts';
import type { DeletionLimits } from './plan/plan-options.ts';

/** What a caller may choose beside the configuration. */
export interface WorkflowOptions {
  /**
   * `plan` writes nothing; `drift` is a plan that does not end well (exit code 10) when the catalog is not as Mode; `sweep` closes a run
   * of shards. Default `ingest`.
   */
  readonly command?: 'plan' | 'drift' | 'ingest' | 'sweep';
  /** Of an ingestion: what `planFile` gave after an earlier plan. It applies that and no other (exit code 5). */
  readonly approvedPlan?: string;
  /** Of a drift: a span such as `24h` or `7d`. It is a difference, too, when the last ingestion that succeeded is older. */
  readonly maxAge?: string;
  /** The part of the workspace to keep to, such as `1/4`. A shard deletes nothing. Default: all of it. */
  readonly shard?: string;
  /** Named in messages. Default `<config>`. */
  readonly path?: string;
  /** Where `${NAME}` is looked up. Default: the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly limits?: DeletionLimits;
  readonly host?: Host;
  /** How long one request may take, in milliseconds, and how often it is tried. */
  readonly requests?: { readonly timeoutMs?: number; readonly budgetMs?: number; readonly attempts?: number };
  /** The clock, in milliseconds since 1970. Default: the machine's. */
  readonly now?: () => number;
}
