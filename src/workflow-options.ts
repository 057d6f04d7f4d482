import { hoursOf } from './config/settings.ts';
import { shardOf } from './config/shard.ts';
import { EXIT, IngestError } from './errors.ts';
import type { Host } from './host/host.ts';
import type { DeletionLimits } from './plan/plan-options.ts';
import { readPlanFile } from './plan/read-plan-file.ts';
import type { RunOptions } from './run-options.ts';

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

/**
 * What the options ask of the run itself.
 * @throws IngestError (exit code 2) for one that is none, or that the command has no use for: passed over in silence it would be a trap.
 */
export function readWorkflowOptions({
  command = 'ingest',
  approvedPlan,
  maxAge,
  shard: part,
}: WorkflowOptions): Pick<RunOptions, 'command' | 'approved' | 'drift' | 'shard'> {
  const [shard, maxAgeHours] = [shardOf(part ?? ''), hoursOf(maxAge ?? '')];
  if (part !== undefined && (command === 'drift' || command === 'sweep'))
    throw wrong('shard', `is given to a ${command}`, 'Leave it out: this is for the whole workspace.');
  if (part !== undefined && shard === null)
    throw wrong('shard', `is ${JSON.stringify(part)}`, 'Give one such as 1/4.');
  if (approvedPlan !== undefined && command !== 'ingest')
    throw wrong('approvedPlan', `is given to a ${command}`, 'It is for an ingestion.');
  if (maxAge !== undefined && command !== 'drift')
    throw wrong('maxAge', `is given, and command is ${command}`, 'It is for a drift.');
  if (maxAge !== undefined && maxAgeHours === null)
    throw wrong('maxAge', `is ${JSON.stringify(maxAge)}`, 'Give a span such as 24h or 7d.');
  return {
    command: command === 'drift' ? 'plan' : command,
    approved: approvedPlan === undefined ? null : readPlanFile(approvedPlan, 'The option approvedPlan'),
    drift: command === 'drift' ? { maxAgeHours } : null,
    shard,
  };
}

const wrong = (name: keyof WorkflowOptions, what: string, next: string) =>
  new IngestError('option', `The option ${name} ${what}.`, { next, exitCode: EXIT.configuration });
