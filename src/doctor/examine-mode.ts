import { reportFilter } from '../catalog/report-filter.ts';
import { mapConcurrently } from '../concurrency/map-concurrently.ts';
import type { WorkflowConfig } from '../config/workflow-config.ts';
import { EXIT } from '../errors.ts';
import { CALLS_PER_SECOND, callsFor } from '../mode/calls-for.ts';
import type { ModeClient } from '../mode/mode-client.ts';
import type { Connection, ReadFailure, Reading } from '../mode/workspace.ts';
import { type Check, checksAbout } from './check.ts';

const { ok, warning, error } = checksAbout('Mode');
const AT_ONCE = 8;

export interface ModeExamined {
  readonly checks: readonly Check[];
  readonly connections: readonly Connection[];
}

/**
 * Mode as a run will find it: the key, what it may see, and how many calls a run will take. Reads the listings, no query and no chart.
 * @throws IngestError when the key is refused or opens another workspace.
 */
export async function examineMode(
  mode: ModeClient,
  config: Pick<WorkflowConfig, 'mode' | 'source'>,
  onProgress: (stage: string, done: number, total: number | null) => void,
): Promise<ModeExamined> {
  const key = await mode.verify();
  const checks: Check[] = [keyCheck(key.scope, mode.workspaceName)];
  const [connections, definitions, members, collections] = await Promise.all([
    mode.connections(),
    mode.definitions(),
    config.source.includeOwners ? mode.members() : null,
    mode.collections(config.mode.filterQueryParam),
  ]);
  checks.push(listCheck(connections.reading, 'connection'), listCheck(definitions.reading, 'definition'));
  if (members !== null) checks.push(membersCheck(members.reading));
  checks.push(listCheck(collections.reading, 'collection'));

  const leaveOut = reportFilter(config);
  let [reports, leftOut, calls, done] = [
    0,
    0,
    3 + (members === null ? 0 : 1) + pages(collections.reading.items.length),
    0,
  ];
  await mapConcurrently(collections.reading.items, AT_ONCE, async (collection) => {
    const listings = [await mode.reports(collection)];
    if (config.source.includeDataModels) listings.push(await mode.datasets(collection));
    for (const { reading } of listings) {
      if (reading.state !== 'complete') checks.push(failureCheck(reading.failure));
      calls += pages(reading.items.length);
      for (const report of reading.items) {
        if (leaveOut(report, collection) !== null) leftOut += 1;
        else reports += 1;
        calls += leaveOut(report, collection) === null ? callsFor(report) : 0;
      }
    }
    done += 1;
    onProgress('collections', done, collections.reading.items.length);
  });
  checks.push(reportsCheck(reports, leftOut), ok(callsText(calls)));
  return { checks, connections: connections.reading.items };
}

/** A listing is read until a page tells nothing new. */
const pages = (rows: number): number => Math.ceil(rows / 30) + 1;

function callsText(calls: number): string {
  const seconds = Math.ceil(calls / CALLS_PER_SECOND);
  const time = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
  return `A run will ask Mode about ${calls} times at most, which takes ${time} at Mode's limit of 40 in 10 s.`;
}

function keyCheck(scope: string | null, workspace: string): Check {
  if (scope === 'workspace' || scope === null) {
    return ok(`The API key opens the workspace ${workspace}${scope === null ? '' : ' (a workspace key)'}.`);
  }
  return warning(
    `The API key opens the workspace ${workspace}, but it is a ${scope} key: it sees what that person sees.`,
    'Use a workspace key (Workspace Settings, API Keys), or make sure that the person sees every collection and connection.',
  );
}

function listCheck(reading: Reading<unknown>, what: string): Check {
  if (reading.state !== 'complete') return failureCheck(reading.failure);
  const count = reading.items.length;
  if (count > 0 || what === 'definition') return ok(`${count} ${what}${count === 1 ? '' : 's'} can be seen.`);
  return warning(`No ${what} can be seen.`, `Give the key's owner access to the ${what}s that matter.`);
}

function membersCheck(reading: Reading<{ readonly email: string | null }>): Check {
  if (reading.state !== 'complete') return failureCheck(reading.failure);
  const known = reading.items.filter(({ email }) => email !== null).length;
  return known > 0 || reading.items.length === 0
    ? ok(`${known} of ${reading.items.length} members have an e-mail address, by which owners are found.`)
    : warning(
        'Mode tells no e-mail address of any member.',
        'Owners cannot be found with this key; set includeOwners: false or use another key.',
      );
}

function reportsCheck(reports: number, leftOut: number): Check {
  if (reports > 0)
    return ok(`${reports} reports and datasets will be ingested; filters leave out ${leftOut}.`);
  return leftOut > 0
    ? warning(`The filters leave out all ${leftOut} reports.`, 'Check the filter patterns.')
    : error(
        'No report can be seen.',
        "Give the key's owner access to the collections, or check filterQueryParam.",
        EXIT.emptySource,
      );
}

const failureCheck = (failure: ReadFailure): Check =>
  error(
    `Could not read ${failure.part}: ${failure.reason}`,
    'A run would be partial and delete nothing.',
    EXIT.partial,
  );
