import type { WorkflowConfig } from './config/workflow-config.ts';
import { createHttpClient } from './http/create-http-client.ts';
import type { HttpClient } from './http/http-client.ts';
import { paced, unpaced } from './http/rate-gate.ts';
import { createModeClient, type ModeClient } from './mode/mode-client.ts';
import { createOpenMetadataClient, type OpenMetadataClient } from './openmetadata/open-metadata-client.ts';
import { VERSION } from './version.ts';

/** Mode's published limit: about 40 requests in 10 s per username. */
const MODE_REQUESTS = 40;
const MODE_WINDOW_MS = 10_000;
/** An OpenMetadata server answers 4–16 requests at once best (no general limit before 2.0, which admits 64). */
const OPEN_METADATA_CONCURRENCY = 8;

export interface Connections {
  readonly mode: ModeClient;
  readonly modeHttp: HttpClient;
  readonly openMetadata: OpenMetadataClient;
  readonly openMetadataHttp: HttpClient;
  close(): void;
}

/** The clients of both servers, each with its own pace, credentials and trust. */
export function connectBoth(
  config: WorkflowConfig,
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    readonly onRetry: (note: string) => void;
  },
): Connections {
  const { mode, openMetadata } = config;
  const basic = Buffer.from(`${mode.accessToken}:${mode.accessTokenPassword}`).toString('base64');
  const shared = {
    userAgent: `mode-openmetadata-ingest/${VERSION}`,
    proxyEnv: options.env,
    signal: options.signal,
    onRetry: options.onRetry,
  };
  const modeHttp = createHttpClient({
    ...shared,
    base: mode.hostPort,
    authorization: `Basic ${basic}`,
    accept: 'application/hal+json',
    gate: paced({ requests: MODE_REQUESTS, windowMs: MODE_WINDOW_MS }),
  });
  const openMetadataHttp = createHttpClient({
    ...shared,
    base: `${openMetadata.hostPort}/v1`,
    authorization: `Bearer ${openMetadata.jwtToken}`,
    gate: unpaced({ concurrency: OPEN_METADATA_CONCURRENCY }),
    tls: openMetadata.tls,
    extraHeaders: openMetadata.extraHeaders,
  });
  return {
    mode: createModeClient(modeHttp, mode),
    modeHttp,
    openMetadata: createOpenMetadataClient(openMetadataHttp),
    openMetadataHttp,
    close() {
      modeHttp.close();
      openMetadataHttp.close();
    },
  };
}
