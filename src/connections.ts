import { Buffer } from 'node:buffer';
import { readDiscoveryToken } from './config/tidy/discovery-token.ts';
import type { WorkflowConfig } from './config/workflow-config.ts';
import { createHttpClient } from './http/create-http-client.ts';
import { giveUp } from './http/give-up.ts';
import type { HttpClient } from './http/http-client.ts';
import type { HttpClientOptions } from './http/http-client-options.ts';
import { adaptive, paced, type RateGate, unpaced } from './http/rate-gate.ts';
import { createDiscoveryClient, type DiscoveryClient } from './mode/discovery/discovery-client.ts';
import { createModeClient, type ModeClient } from './mode/mode-client.ts';
import { untilReadingEnds } from './mode/until-reading-ends.ts';
import { CONCURRENCY, START } from './openmetadata/concurrency.ts';
import { jwtExpiry } from './openmetadata/jwt-expiry.ts';
import { createOpenMetadataClient, type OpenMetadataClient } from './openmetadata/open-metadata-client.ts';
import { VERSION } from './version.ts';

/** Mode's published limit: about 40 requests in 10 s per username. A Mode on this very machine is a stand-in and has none, unless one is set. */
const MODE_LIMIT = 40;
const MODE_WINDOW_MS = 10_000;
const STAND_IN_CONCURRENCY = 16;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** How long one request may take; the client's own defaults when left out. */
export type RequestLimits = Pick<HttpClientOptions, 'timeoutMs' | 'budgetMs' | 'attempts'>;

export interface Connections {
  readonly mode: ModeClient;
  readonly modeHttp: HttpClient;
  /** Null without a token for it. */
  readonly discovery: DiscoveryClient | null;
  readonly discoveryHttp: HttpClient | null;
  readonly openMetadata: OpenMetadataClient;
  readonly openMetadataHttp: HttpClient;
  /** A client of OpenMetadata beside the run: it has one attempt, ends with the given signal alone, and waits for nothing else. */
  besides(signal: AbortSignal): OpenMetadataClient;
  /** Requests to OpenMetadata of all such clients so far. */
  readonly besidesCounts: { readonly calls: number; readonly writes: number };
  close(): void;
}

/** The clients of both servers, each with its own pace, credentials and trust. A server that is down is not asked to the end. */
export function connectBoth(
  config: WorkflowConfig,
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    /** Ends the requests to Mode before those to OpenMetadata. Default: `signal`. */
    readonly reading?: AbortSignal;
    readonly onRetry: (note: string) => void;
    readonly requests?: RequestLimits;
  },
): Connections {
  const { mode, openMetadata } = config;
  const { reading = options.signal } = options;
  const basic = Buffer.from(`${mode.accessToken}:${mode.accessTokenPassword}`).toString('base64');
  const shared = {
    ...options.requests,
    userAgent: `mode-openmetadata-ingest/${VERSION}`,
    proxyEnv: options.env,
    signal: options.signal,
    onRetry: options.onRetry,
  };
  // One pace for both ways: they are counted at the same host.
  const toMode = { ...shared, signal: reading, base: mode.hostPort, gate: modeGate(mode) };
  const modeHttp = createHttpClient({
    ...toMode,
    authorization: `Basic ${basic}`,
    accept: 'application/hal+json',
  });
  const discoveryHttp =
    mode.discoveryToken === null
      ? null
      : createHttpClient({
          ...toMode,
          authorization: `Bearer ${mode.discoveryToken}`,
          secrets: readDiscoveryToken(mode.discoveryToken)?.secrets ?? [],
        });
  const fromMode = (http: HttpClient, server: string) => untilReadingEnds(giveUp(http, { server }), reading);
  const openMetadataOptions = {
    ...shared,
    base: `${openMetadata.hostPort}/v1`,
    authorization: `Bearer ${openMetadata.jwtToken}`,
    gate: adaptive({ start: START, most: CONCURRENCY }),
    tls: openMetadata.tls,
    extraHeaders: openMetadata.extraHeaders,
  };
  const openMetadataHttp = createHttpClient(openMetadataOptions);
  const beside: HttpClient[] = [];
  return {
    mode: createModeClient(fromMode(modeHttp, 'Mode'), mode),
    modeHttp,
    discovery:
      discoveryHttp === null
        ? null
        : createDiscoveryClient(fromMode(discoveryHttp, "Mode's Discovery API"), mode.workspaceName),
    discoveryHttp,
    openMetadata: createOpenMetadataClient(giveUp(openMetadataHttp, { server: 'OpenMetadata' }), {
      tokenExpiresAt: jwtExpiry(openMetadata.jwtToken),
    }),
    openMetadataHttp,
    besides(signal) {
      const http = createHttpClient({
        ...openMetadataOptions,
        signal,
        attempts: 1,
        graceMs: 0,
        gate: unpaced({ concurrency: 1 }),
      });
      beside.push(http);
      return createOpenMetadataClient(http);
    },
    get besidesCounts() {
      const sum = (count: 'calls' | 'writes') => beside.reduce((all, http) => all + http[count], 0);
      return { calls: sum('calls'), writes: sum('writes') };
    },
    close() {
      for (const http of beside) http.close();
      modeHttp.close();
      discoveryHttp?.close();
      openMetadataHttp.close();
    },
  };
}

/** Requests to Mode in a second; null where nothing holds them back. */
export const modePerSecond = ({ hostPort, rateLimit }: WorkflowConfig['mode']): number | null =>
  rateLimit === null && LOOPBACK.has(new URL(hostPort).hostname)
    ? null
    : (rateLimit ?? MODE_LIMIT) / (MODE_WINDOW_MS / 1000);

const modeGate = (mode: WorkflowConfig['mode']): RateGate =>
  modePerSecond(mode) === null
    ? unpaced({ concurrency: STAND_IN_CONCURRENCY })
    : paced({ requests: mode.rateLimit ?? MODE_LIMIT, windowMs: MODE_WINDOW_MS });
