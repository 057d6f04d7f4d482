import { fit, type Tidied, unfit } from './tidied.ts';
import { serverUrl } from './url.ts';

/** OpenMetadata's address up to and with `/api`, which its own client wants too; `/v1` is added at each call. */
export function tidyOpenMetadataHost(text: string): Tidied {
  const url = serverUrl(text, 'https://openmetadata.example.com/api');
  if (!(url instanceof URL)) return unfit(url);
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '/api');
  if (path.endsWith('/api')) return fit(`${url.origin}${path}`);
  return fit(`${url.origin}${path}/api`, {
    severity: 'notice',
    code: 'host-api-path',
    message: 'does not end in `/api`, which is added',
  });
}
