import { NOT_REACHED } from './until-reading-ends.ts';
import type { NotReached, Reading, Report, Workspace } from './workspace.ts';

/**
 * Takes out the reports and datasets whose queries, charts or importers were not all reached before the reading had to end: half a
 * report is not written, and what the catalog has of it stays.
 */
export function setAsideUnreached(workspace: Workspace): Workspace {
  const whole: Report[] = [];
  const notReached: NotReached[] = [];
  for (const report of workspace.reports) {
    const { token, name, kind } = report;
    const because = whyNotReached(report);
    if (because === null) whole.push(report);
    else notReached.push({ token, name, kind, because });
  }
  return notReached.length === 0 ? workspace : { ...workspace, reports: whole, notReached };
}

function whyNotReached({ queries, importedBy }: Report): string | null {
  const lists: readonly Reading<unknown>[] = [
    queries,
    importedBy,
    ...queries.items.map(({ charts }) => charts),
  ];
  for (const list of lists) if (isNotReached(list)) return list.failure.reason;
  return null;
}

/** True of a list that was not read, or not to its end, only because the reading had to end. */
export const isNotReached = <T>(
  reading: Reading<T>,
): reading is Exclude<Reading<T>, { readonly state: 'complete' }> =>
  reading.state !== 'complete' && reading.failure.code === NOT_REACHED;
