import { type Note, problem } from '../remark.ts';

/** The same for the JSON Schema: every address that a person would write passes, and no user, query or fragment. */
export const URL_PATTERN = {
  pattern: '\\s*[Hh][Tt][Tt][Pp][Ss]?:[/\\\\]*[^\\s/\\\\?#@]+(?:[/\\\\][^?#]*)?\\??#?\\s*',
  says: 'must be a URL that begins with https:// or http://, without user, query and fragment',
} as const;

/** An http(s) URL without what a server's address must not have; otherwise the problem. The text is never shown: it may hold a password. */
export function serverUrl(text: string, example: string): URL | Note {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    return problem(
      'host-invalid',
      'must be a URL that begins with https:// or http://',
      `For example ${example}`,
    );
  if (url.username !== '' || url.password !== '')
    return problem(
      'host-invalid',
      'must not hold a user or password',
      `Write the address alone, as in ${example}`,
    );
  if (url.search !== '' || url.hash !== '')
    return problem(
      'host-invalid',
      'must not hold a query or fragment',
      `Write the address alone, as in ${example}`,
    );
  return url;
}

export const isLoopback = ({ hostname }: URL): boolean =>
  /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/i.test(hostname);
