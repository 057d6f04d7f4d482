import { hoursOf } from './config/settings.ts';
import { shardOf } from './config/shard.ts';
import { EXIT, IngestError } from './errors.ts';
import { readPlanFile } from './plan/read-plan-file.ts';
import { asRun, type RunOptions } from './run-options.ts';
import type { WorkflowOptions } from './workflow-options.ts';

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
    ...asRun(command, maxAgeHours),
    approved: approvedPlan === undefined ? null : readPlanFile(approvedPlan, 'The option approvedPlan'),
    shard,
  };
}

const wrong = (name: keyof WorkflowOptions, what: string, next: string) =>
  new IngestError('option', `The option ${name} ${what}.`, { next, exitCode: EXIT.configuration });
