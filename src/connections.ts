import { Buffer } from 'node:buffer';
import type { WorkflowConfig } from './config/workflow-config.ts';
import { createHttpClient } from './http/create-http-client.ts';
import { giveUp } from './http/give-up.ts';
import type { HttpClient } from './http/http-client.ts';
import type { HttpClientOptions } from './http/http-client-options.ts';
import { adaptive, paced, unpaced } from './http/rate-gate.ts';
import { createModeClient, type ModeClient } from './mode/mode-client.ts';
import { untilReadingEnds } from './mode/until-reading-ends.ts';
import { CONCURRENCY, START } from './openmetadata/concurrency.ts';
import { jwtExpiry } from './openmetadata/jwt-expiry.ts';
import { createOpenMetadataClient, type OpenMetadataClient } from './openmetadata/open-metadata-client.ts';
import { VERSION } from './version.ts';

/** Mode's published limit: about 40 requests in 10 s per username. A Mode on this very machine is a stand-in and has none. */
const MODE_PACE = { requests: 40, windowMs: 10_000 };
const STAND_IN_CONCURRENCY = 16;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** How long one request may take; the client's own defaults when left out. */
export type RequestLimits = Pick<HttpClientOptions, 'timeoutMs' | 'budgetMs' | 'attempts'>;

export interface Connections {
  readonly mode: ModeClient;
  readonly modeHttp: HttpClient;
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
  const modeHttp = createHttpClient({
    ...shared,
    signal: reading,
    base: mode.hostPort,
    authorization: `Basic ${basic}`,
    accept: 'application/hal+json',
    gate: LOOPBACK.has(new URL(mode.hostPort).hostname)
      ? unpaced({ concurrency: STAND_IN_CONCURRENCY })
      : paced(MODE_PACE),
  });
  const openMetadataHttp = createHttpClient({
    ...shared,
    base: `${openMetadata.hostPort}/v1`,
    authorization: `Bearer ${openMetadata.jwtToken}`,
    gate: adaptive({ start: START, most: CONCURRENCY }),
    tls: openMetadata.tls,
    extraHeaders: openMetadata.extraHeaders,
  });
  return {
    mode: createModeClient(untilReadingEnds(giveUp(modeHttp, { server: 'Mode' }), reading), mode),
    modeHttp,
    openMetadata: createOpenMetadataClient(giveUp(openMetadataHttp, { server: 'OpenMetadata' }), {
      tokenExpiresAt: jwtExpiry(openMetadata.jwtToken),
    }),
    openMetadataHttp,
    close() {
      modeHttp.close();
      openMetadataHttp.close();
    },
  };
}
