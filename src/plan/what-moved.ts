import { EXIT, IngestError } from '../errors.ts';
import type { PlanFile } from './plan-file.ts';

const MOST_NAMED = 5;

/** What differs between the plan that was approved and that of today, the settings first; empty when they are the same. */
export function whatMoved(approved: PlanFile, today: PlanFile): readonly string[] {
  if (approved.hash === today.hash) return [];
  const keys = new Set([...Object.keys(approved.settings), ...Object.keys(today.settings)]);
  const settings = [...keys]
    .filter((key) => approved.settings[key] !== today.settings[key])
    .sort()
    .map((key) => `the setting ${key}`);
  const [before, now] = [approved, today].map(({ steps }) => new Map(steps.map((step) => [step.what, step])));
  const steps = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].sort().flatMap((what) => {
    const [old, own] = [before?.get(what), now?.get(what)];
    if (old === undefined) return [`${what}: ${own?.action ?? ''}, which was not planned`];
    if (own === undefined) return [`${what}: ${old.action} was planned and is not needed any more`];
    if (old.action !== own.action) return [`${what}: ${own.action} in place of ${old.action}`];
    return old.digest === own.digest ? [] : [`${what}: ${own.action} to other values`];
  });
  const complete =
    approved.complete === today.complete
      ? []
      : [`Mode was ${today.complete ? 'read in full' : 'not read in full'} this time`];
  return [...settings, ...complete, ...steps];
}

/** The refusal (exit code 5) of a plan of today that is not the one that was approved; null when it is. */
export function refusal(approved: PlanFile, today: PlanFile): IngestError | null {
  if (approved.hash === today.hash) return null;
  const moved = whatMoved(approved, today);
  const named = moved.slice(0, MOST_NAMED);
  const more = moved.length - named.length;
  return new IngestError(
    'plan-moved',
    `The plan of ${approved.createdAt} is not what would be done now. Differences: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    { next: 'Make a new plan, have it approved, and ingest with that one.', exitCode: EXIT.guard },
  );
}
