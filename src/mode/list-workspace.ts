import type { Shard } from '../config/shard.ts';
import type { ModeClient } from './mode-client.ts';
import type { ListedReport } from './payloads/report-payload.ts';
import { readReports } from './read-reports.ts';
import { complete, type Listing, withItems } from './reading.ts';
import type { LeaveOut, Workspace } from './workspace.ts';

/** What the lists of a whole workspace tell, before any report is looked into. */
export interface ListedWorkspace extends Omit<Workspace, 'reports' | 'recalled'> {
  /** The reports and datasets to ingest, each once, in Mode's order. */
  readonly chosen: readonly ListedReport[];
}

export interface ListOptions {
  /** `custom` leaves personal collections out on Mode's side. */
  readonly filter: 'all' | 'custom';
  readonly leaveOut: LeaveOut;
  readonly includeMembers: boolean;
  readonly includeDatasets: boolean;
  /** The reports of other shards' collections are not listed; datasets are, since any report may import them. Null or left out: all. */
  readonly shard?: Shard | null;
  /** Told after every step; `total` is null while it is not known. */
  readonly onProgress: (stage: string, done: number, total: number | null) => void;
}

/**
 * Reads the lists of a workspace. One that cannot be read is marked so and the rest is read all the same.
 * @throws IngestError when the key is not good for the workspace, or when Mode cannot be reached at all.
 */
export async function listWorkspace(mode: ModeClient, options: ListOptions): Promise<ListedWorkspace> {
  const { filter, includeMembers, onProgress } = options;
  const { scope } = await mode.verify();
  const [connections, definitions, members, collections] = await Promise.all([
    mode.connections(),
    mode.definitions(),
    includeMembers ? mode.members() : NOBODY,
    mode.collections(filter),
  ]);
  const listed = collections.reading.items;
  onProgress('collections', listed.length, listed.length);
  const reports = await readReports(mode, listed, options);
  return {
    name: mode.workspaceName,
    keyScope: scope,
    collections: withItems(collections.reading, reports.collections),
    connections: connections.reading,
    definitions: definitions.reading,
    members: members.reading,
    chosen: reports.chosen,
    leftOut: reports.leftOut,
    notices: [connections, definitions, members, collections, reports].flatMap(({ notices }) => notices),
  };
}

const NOBODY: Listing<never> = { reading: complete([]), notices: [] };
