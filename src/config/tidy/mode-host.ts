import type { Note } from '../remark.ts';
import { fit, type Tidied, unfit } from './tidied.ts';
import { isLoopback, serverUrl } from './url.ts';

/** The default of OpenMetadata's Mode connection. */
export const MODE_HOST = 'https://app.mode.com';

/** Mode's origin, out of a URL that may have a path. */
export function tidyModeHost(text: string): Tidied {
  const url = serverUrl(text, MODE_HOST);
  if (!(url instanceof URL)) return unfit(url);
  const notes: Note[] = [];
  if (url.pathname !== '/')
    notes.push({
      severity: 'notice',
      code: 'host-path',
      message: 'holds a path, which is left out: the workspace goes into `workspaceName`',
    });
  if (url.protocol === 'http:' && !isLoopback(url))
    notes.push({
      severity: 'warning',
      code: 'host-plain-http',
      message: 'begins with http://, so the credentials of Mode can be read on the way',
      next: 'Use https://.',
    });
  return fit(url.origin, ...notes);
}
