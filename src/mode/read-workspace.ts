import type { ModeClient } from './mode-client.ts';
import { readChildren } from './read-children.ts';
import { readReports } from './read-reports.ts';
import { complete, type Listing, withItems } from './reading.ts';
import type { LeaveOut, Workspace } from './workspace.ts';

export interface WalkOptions {
  /** `custom` leaves personal collections out on Mode's side. */
  readonly filter: 'all' | 'custom';
  readonly leaveOut: LeaveOut;
  readonly includeMembers: boolean;
  readonly includeDatasets: boolean;
  /** Told after every step; `total` is null while it is not known. */
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
}

/** Lists being read at once. The HTTP client keeps Mode's pace; this keeps its answers from piling up. */
const CONCURRENCY = 16;

/**
 * Reads a whole workspace. A list that cannot be read is marked so and the rest is read all the same; when the run is
 * cancelled, what is left is marked likewise. Everything comes in Mode's order, whatever order the answers came in.
 * @throws IngestError when the key is not good for the workspace, or when Mode cannot be reached at all.
 */
export async function readWorkspace(mode: ModeClient, options: WalkOptions): Promise<Workspace> {
  const { filter, includeMembers, onProgress } = options;
  const limits = { concurrency: CONCURRENCY, onProgress };

  const { scope } = await mode.verify();
  const [connections, definitions, members, collections] = await Promise.all([
    mode.connections(),
    mode.definitions(),
    includeMembers ? mode.members() : NOBODY,
    mode.collections(filter),
  ]);
  const listed = collections.reading.items;
  onProgress('collections', listed.length, listed.length);

  const reports = await readReports(mode, listed, { ...options, ...limits });
  const children = await readChildren(mode, reports.chosen, limits);

  return {
    name: mode.workspaceName,
    keyScope: scope,
    collections: withItems(collections.reading, reports.collections),
    connections: connections.reading,
    definitions: definitions.reading,
    members: members.reading,
    reports: children.reports,
    leftOut: reports.leftOut,
    notices: [connections, definitions, members, collections, reports, children].flatMap(
      ({ notices }) => notices,
    ),
  };
}

const NOBODY: Listing<never> = { reading: complete([]), notices: [] };
