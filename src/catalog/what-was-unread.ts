import type { Reading, Workspace } from '../mode/workspace.ts';

/** Every part of the workspace that was not read in full, in prose. */
export function whatWasUnread(workspace: Workspace): readonly string[] {
  const parts: string[] = [];
  const look = (reading: Reading<unknown>): void => {
    if (reading.state !== 'complete') parts.push(`${reading.failure.part}: ${reading.failure.reason}`);
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
  for (const { part, reason } of workspace.otherFailures ?? []) parts.push(`${part}: ${reason}`);
  return [...new Set(parts)];
}
