import type { HttpRequest } from './http-client.ts';
import { redactUrl } from './redact.ts';

type Headers = Readonly<Record<string, string>>;

/** A request as it goes on the wire, and how messages name it. */
export interface PreparedRequest {
  readonly method: HttpRequest['method'];
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | null;
  readonly subject: string;
}

/**
 * Joins base, path and query, and lays the headers over each other: ours, the extra ones, the request's own.
 * @throws TypeError for a path without a leading slash: joined to the base it could name another host.
 */
export function prepareRequest(
  request: HttpRequest,
  client: {
    readonly base: string;
    readonly authorization: string;
    readonly userAgent: string;
    readonly accept?: string;
    readonly extraHeaders?: Headers;
  },
): PreparedRequest {
  if (!request.path.startsWith('/')) throw new TypeError('A request path starts with a slash.');
  const url = new URL(`${client.base}${request.path}`);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  // URLSearchParams writes a blank as +, which only forms decode; a real + is %2B already.
  if (request.query !== undefined) url.search = url.search.replaceAll('+', '%20');
  return {
    method: request.method,
    url,
    headers: {
      accept: client.accept ?? 'application/json',
      'user-agent': client.userAgent,
      authorization: client.authorization,
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...lowerCase(client.extraHeaders),
      ...lowerCase(request.headers),
    },
    body: request.body === undefined ? null : JSON.stringify(request.body),
    subject: `${request.method} ${redactUrl(url)}`,
  };
}

const lowerCase = (headers: Headers = {}): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
