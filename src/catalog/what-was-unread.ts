import { isNotReached } from '../mode/set-aside-unreached.ts';
import { NOT_REACHED } from '../mode/until-reading-ends.ts';
import type { Reading, Workspace } from '../mode/workspace.ts';

/** A part of the workspace that was not read in full. */
export interface UnreadPart {
  /** In prose. */
  readonly part: string;
  readonly because: string;
  /** True when the reading had to end before it: nothing failed. */
  readonly late: boolean;
}

/** Every part of the workspace that was not read in full, each once. Reports that were not reached are one part: they are many. */
export function whatWasUnread(workspace: Workspace): readonly UnreadPart[] {
  const parts = new Map<string, UnreadPart>();
  const add = (part: UnreadPart): void => void parts.set(`${part.part}: ${part.because}`, part);
  const look = (reading: Reading<unknown>): void => {
    if (reading.state === 'complete') return;
    const { part, reason } = reading.failure;
    add({ part, because: reason, late: isNotReached(reading) });
  };
  look(workspace.connections);
  look(workspace.definitions);
  look(workspace.members);
  look(workspace.collections);
  for (const collection of workspace.collections.items) {
    look(collection.reports);
    look(collection.datasets);
  }
  for (const report of workspace.reports) {
    look(report.queries);
    look(report.importedBy);
    for (const query of report.queries.items) look(query.charts);
  }
  for (const report of workspace.recalled) look(report.importedBy);
  for (const { part, reason, code } of workspace.otherFailures ?? [])
    add({ part, because: reason, late: code === NOT_REACHED });
  const { notReached = [], reports, recalled } = workspace;
  const [first] = notReached;
  if (first !== undefined) {
    const all = notReached.length + reports.length + recalled.length;
    add({
      part: `queries and charts of ${notReached.length} of ${all} reports`,
      because: first.because,
      late: true,
    });
  }
  return [...parts.values()];
}
