import type { Shard } from '../config/shard.ts';
import { discoveredLists, openReports, type ToldByRest } from './discovery/discovered-lists.ts';
import type { DiscoveryOptions } from './discovery/discovery-options.ts';
import type { ModeClient } from './mode-client.ts';
import type { ListedReport } from './payloads/report-payload.ts';
import { readReports } from './read-reports.ts';
import { complete, type Listing, withItems } from './reading.ts';
import type { LeaveOut, Member, Workspace } from './workspace.ts';
import { restLists, type WorkspaceLists } from './workspace-lists.ts';

/** What the lists of a whole workspace tell, before any report is looked into. */
export interface ListedWorkspace extends Omit<Workspace, 'reports' | 'recalled'> {
  /** The reports and datasets to ingest, each once, in Mode's order. */
  readonly chosen: readonly ListedReport[];
  /** Gets ready what is below those of them that are to be read. */
  readonly children: WorkspaceLists['children'];
}

export interface ListOptions {
  /** `custom` leaves personal collections out on Mode's side. */
  readonly filter: 'all' | 'custom';
  readonly leaveOut: LeaveOut;
  readonly includeMembers: boolean;
  readonly includeDatasets: boolean;
  /** Left out, everything is read through REST. */
  readonly discovery?: DiscoveryOptions;
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
  const [connections, definitions, collections, opened] = await Promise.all([
    mode.connections(),
    mode.definitions(),
    mode.collections(filter),
    options.discovery === undefined ? null : openReports(options.discovery, filter),
  ]);
  const told = { filter, connections: connections.reading, collections: collections.reading };
  const lists = await listsOf(mode, opened, told, options);
  const listed = [...collections.reading.items, ...lists.moreCollections];
  onProgress('collections', listed.length, listed.length);
  const [reports, early] = await Promise.all([
    readReports(lists, listed, options),
    includeMembers && !lists.tellsAddresses ? mode.members() : NOBODY,
  ]);
  const late = includeMembers && lists.tellsAddresses && reports.chosen.some(lacksAddress);
  const members = late ? await mode.members() : early;
  return {
    name: mode.workspaceName,
    keyScope: scope,
    collections: withItems(collections.reading, reports.collections),
    connections: connections.reading,
    definitions: definitions.reading,
    members: members.reading,
    chosen: withAddresses(reports.chosen, members.reading.items),
    children: lists.children,
    leftOut: [...reports.leftOut, ...lists.leftOut],
    notices: [connections, definitions, members, collections, lists, reports].flatMap(
      ({ notices }) => notices,
    ),
    ...(lists.otherFailures.length === 0 ? {} : { otherFailures: lists.otherFailures }),
  };
}

const listsOf = async (
  mode: ModeClient,
  opened: Awaited<ReturnType<typeof openReports>>,
  told: ToldByRest,
  { discovery }: ListOptions,
): Promise<WorkspaceLists> =>
  discovery === undefined ? restLists(mode) : discoveredLists(mode, opened, told, discovery);

/** Listed through REST, which names the creator and tells no address. */
const lacksAddress = ({ creator, creatorEmail }: ListedReport): boolean =>
  creator !== null && creatorEmail === null;

function withAddresses(
  reports: readonly ListedReport[],
  members: readonly Member[],
): readonly ListedReport[] {
  const emails = new Map(members.map(({ username, email }) => [username, email] as const));
  return reports.map((report) =>
    report.creator !== null && lacksAddress(report)
      ? { ...report, creatorEmail: emails.get(report.creator) ?? null }
      : report,
  );
}

const NOBODY: Listing<never> = { reading: complete([]), notices: [] };
