import type { ModeClient } from './mode-client.ts';
import type { ListedCollection } from './payloads/collection-payload.ts';
import type { ListedReport } from './payloads/report-payload.ts';
import type { LeftOut, ReadFailure } from './workspace.ts';

/** The lists below the reports of a workspace. */
export type ChildLists = Pick<ModeClient, 'queries' | 'charts' | 'importers'>;

/** Where a walk has its lists from: REST, or Discovery with REST for what it lacks. Either gives the same values. */
export interface WorkspaceLists extends Pick<ModeClient, 'reports' | 'datasets'> {
  /** True when the reports come with their creators' addresses, so that the members need not be asked for. */
  readonly tellsAddresses: boolean;
  /** Collections beside those that REST lists. */
  readonly moreCollections: readonly ListedCollection[];
  /** Reports that were listed and are in no collection of the run. */
  readonly leftOut: readonly LeftOut[];
  readonly notices: readonly string[];
  /** What else was not read in full. */
  readonly otherFailures: readonly ReadFailure[];
  /** Gets the lists below these reports ready: asked once, when it is known whose children are to be read. */
  children(reports: readonly ListedReport[]): Promise<PreparedChildren>;
}

export interface PreparedChildren {
  readonly lists: ChildLists;
  readonly notices: readonly string[];
}

/** Everything is asked of REST when it is wanted. */
export const restLists = (mode: ModeClient, notices: readonly string[] = []): WorkspaceLists => ({
  reports: mode.reports,
  datasets: mode.datasets,
  tellsAddresses: false,
  moreCollections: [],
  leftOut: [],
  notices,
  otherFailures: [],
  children: async () => ({ lists: mode, notices: [] }),
});
