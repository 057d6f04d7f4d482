import { Buffer } from 'node:buffer';
import type { ModeData } from '../../src/demo/mode/mode-data.ts';
import { startMode } from '../../src/demo/mode/start-mode.ts';
import { createHttpClient } from '../../src/http/create-http-client.ts';
import { unpaced } from '../../src/http/rate-gate.ts';
import { createDiscoveryClient } from '../../src/mode/discovery/discovery-client.ts';
import type { DiscoveryOptions } from '../../src/mode/discovery/discovery-options.ts';
import { type ListOptions, listWorkspace } from '../../src/mode/list-workspace.ts';
import { createModeClient, type ModeClient } from '../../src/mode/mode-client.ts';
import { readChildren } from '../../src/mode/read-children.ts';
import type { Workspace } from '../../src/mode/workspace.ts';

export type StandInMode = Awaited<ReturnType<typeof startMode>>;

export interface ClientOptions {
  readonly attempts?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly workspaceName?: string;
  readonly secret?: string;
}

/** Our client on a stand-in, as a run makes it but without waits. */
export function clientOf(
  mode: StandInMode,
  { workspaceName, secret, ...options }: ClientOptions = {},
): { readonly client: ModeClient; close(): void } {
  const http = createHttpClient({
    base: mode.url,
    authorization: `Basic ${Buffer.from(`${mode.token}:${secret ?? mode.secret}`).toString('base64')}`,
    userAgent: 'test',
    accept: 'application/hal+json',
    gate: unpaced({ concurrency: 10 }),
    sleep: async () => {},
    ...options,
  });
  return {
    client: createModeClient(http, {
      hostPort: mode.url,
      workspaceName: workspaceName ?? mode.workspace.name,
    }),
    close: () => http.close(),
  };
}

export const EVERYTHING: ListOptions = {
  filter: 'all',
  leaveOut: () => null,
  includeMembers: true,
  includeDatasets: true,
  onProgress() {},
};

/** Starts a stand-in, lets `work` have it, and ends it whatever happens. */
export async function withMode<T>(data: ModeData, work: (mode: StandInMode) => Promise<T>): Promise<T> {
  const mode = await startMode(data);
  try {
    return await work(mode);
  } finally {
    await mode.close();
  }
}

/** One walk with a client of its own. */
export async function walk(
  mode: StandInMode,
  options: Partial<ListOptions> = {},
  clientOptions: ClientOptions = {},
) {
  const { client, close } = clientOf(mode, clientOptions);
  try {
    const asked = { ...EVERYTHING, ...options };
    const listed = await listWorkspace(client, asked);
    return await readChildren(listed, { ...asked, recall: () => null, onQueries() {} });
  } finally {
    close();
  }
}

/** What a walk through Discovery was told and said. */
export interface Discovered {
  readonly workspace: Workspace;
  readonly info: readonly string[];
  readonly warnings: readonly string[];
}

/** One walk through Discovery, with clients of its own. */
export async function discover(
  mode: StandInMode,
  discovery: Partial<DiscoveryOptions> = {},
  options: Partial<ListOptions> = {},
  {
    discoveryToken = mode.discoveryToken,
    ...clientOptions
  }: ClientOptions & { discoveryToken?: string } = {},
): Promise<Discovered> {
  const { client, close } = clientOf(mode, clientOptions);
  const http = createHttpClient({
    base: mode.url,
    authorization: `Bearer ${Buffer.from(discoveryToken).toString('base64')}`,
    userAgent: 'test',
    gate: unpaced({ concurrency: 10 }),
    sleep: async () => {},
    ...clientOptions,
  });
  const info: string[] = [];
  const warnings: string[] = [];
  try {
    const asked: ListOptions = {
      ...EVERYTHING,
      ...options,
      discovery: {
        client: createDiscoveryClient(http, mode.workspace.name),
        read: 'discovery',
        chartDetails: 'full',
        knowArchived: false,
        includeViewCounts: false,
        includeDiscoveryOnlyCollections: false,
        onInfo: (text) => info.push(text),
        onWarning: (text) => warnings.push(text),
        ...discovery,
      },
    };
    const listed = await listWorkspace(client, asked);
    const workspace = await readChildren(listed, { ...asked, recall: () => null, onQueries() {} });
    return { workspace, info, warnings };
  } finally {
    close();
    http.close();
  }
}
