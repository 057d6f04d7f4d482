import { Buffer } from 'node:buffer';
import { readDiscoveryToken } from './config/tidy/discovery-token.ts';
import type { WorkflowConfig } from './config/workflow-config.ts';
import { createHttpClient } from './http/create-http-client.ts';
import { giveUp } from './http/give-up.ts';
import type { HttpClient } from './http/http-client.ts';
import type { HttpClientOptions } from './http/http-client-options.ts';
import { paced, unpaced } from './http/rate-gate.ts';
import { createDiscoveryClient, type DiscoveryClient } from './mode/discovery/discovery-client.ts';
import { createModeClient, type ModeClient } from './mode/mode-client.ts';
import { CONCURRENCY } from './openmetadata/concurrency.ts';
import { jwtExpiry } from './openmetadata/jwt-expiry.ts';
import { createOpenMetadataClient, type OpenMetadataClient } from './openmetadata/open-metadata-client.ts';
import { VERSION } from './version.ts';

/** Mode's published limit: about 40 requests in 10 s per username. A Mode on this very machine is a stand-in and has none. */
const MODE_PACE = { requests: 40, windowMs: 10_000 };
const STAND_IN_CONCURRENCY = 10;
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
  close(): void;
}

/** The clients of both servers, each with its own pace, credentials and trust. A server that is down is not asked to the end. */
export function connectBoth(
  config: WorkflowConfig,
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    readonly onRetry: (note: string) => void;
    readonly requests?: RequestLimits;
  },
): Connections {
  const { mode, openMetadata } = config;
  const basic = Buffer.from(`${mode.accessToken}:${mode.accessTokenPassword}`).toString('base64');
  const shared = {
    ...options.requests,
    userAgent: `mode-openmetadata-ingest/${VERSION}`,
    proxyEnv: options.env,
    signal: options.signal,
    onRetry: options.onRetry,
  };
  // One pace for both ways: they are counted at the same host.
  const gate = LOOPBACK.has(new URL(mode.hostPort).hostname)
    ? unpaced({ concurrency: STAND_IN_CONCURRENCY })
    : paced(MODE_PACE);
  const modeHttp = createHttpClient({
    ...shared,
    base: mode.hostPort,
    authorization: `Basic ${basic}`,
    accept: 'application/hal+json',
    gate,
  });
  const discoveryHttp =
    mode.discoveryToken === null
      ? null
      : createHttpClient({
          ...shared,
          base: mode.hostPort,
          authorization: `Bearer ${mode.discoveryToken}`,
          secrets: readDiscoveryToken(mode.discoveryToken)?.secrets ?? [],
          gate,
        });
  const openMetadataHttp = createHttpClient({
    ...shared,
    base: `${openMetadata.hostPort}/v1`,
    authorization: `Bearer ${openMetadata.jwtToken}`,
    gate: unpaced({ concurrency: CONCURRENCY }),
    tls: openMetadata.tls,
    extraHeaders: openMetadata.extraHeaders,
  });
  return {
    mode: createModeClient(giveUp(modeHttp, { server: 'Mode' }), mode),
    modeHttp,
    discovery:
      discoveryHttp === null
        ? null
        : createDiscoveryClient(
            giveUp(discoveryHttp, { server: "Mode's Discovery API" }),
            mode.workspaceName,
          ),
    discoveryHttp,
    openMetadata: createOpenMetadataClient(giveUp(openMetadataHttp, { server: 'OpenMetadata' }), {
      tokenExpiresAt: jwtExpiry(openMetadata.jwtToken),
    }),
    openMetadataHttp,
    close() {
      modeHttp.close();
      discoveryHttp?.close();
      openMetadataHttp.close();
    },
  };
}
