import { createHttpClient } from '../../src/http/create-http-client.ts';
import { unpaced } from '../../src/http/rate-gate.ts';
import { createOpenMetadataClient } from '../../src/openmetadata/open-metadata-client.ts';

interface ClientOptions {
  readonly token?: string;
  readonly tokenExpiresAt?: Date;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** A client that is as patient as the real one and loses no time waiting. `api` ends in `/api`. */
export function clientFor(api: string, options: ClientOptions = {}) {
  const http = createHttpClient({
    base: `${api}/v1`,
    authorization: `Bearer ${options.token ?? 'a-token-nobody-checks'}`,
    userAgent: 'test',
    gate: unpaced({ concurrency: 16 }),
    attempts: 3,
    sleep: async () => {},
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.timeoutMs ? { timeoutMs: options.timeoutMs } : {}),
  });
  return createOpenMetadataClient(http, { tokenExpiresAt: options.tokenExpiresAt ?? null });
}
