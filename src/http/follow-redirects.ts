import type { Answer } from './attempt.ts';
import { HttpError } from './http-error.ts';
import { redactUrl } from './redact.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MOST = 5;

/**
 * Sends a request and, when it is a GET, follows redirects within the origin. Credentials never leave the origin that they were
 * given for, so a redirect to another one is an error that names both.
 * @throws HttpError of kind redirect.
 */
export async function followRedirects<Sent extends Answer>(
  method: string,
  first: URL,
  send: (url: URL) => Promise<Sent>,
): Promise<Sent> {
  let url = first;
  for (let followed = 0; ; followed += 1) {
    const answer = await send(url);
    if (!REDIRECTS.has(answer.status)) return answer;
    const refuse = (says: string, next: string) =>
      new HttpError({
        kind: 'redirect',
        status: answer.status,
        message: `${method} ${redactUrl(first)}: ${says}`,
        next,
      });
    const target = targetOf(answer, url);
    if (target === null) throw refuse(`answered ${answer.status} without a usable Location`, CHECK);
    if (target.origin !== url.origin) throw refuse(...leaving(url, target));
    if (method !== 'GET') {
      throw refuse(`redirects to ${redactUrl(target)}, which is followed for GET only`, CHECK);
    }
    if (followed === MOST) throw refuse(`redirects more than ${MOST} times`, CHECK);
    url = target;
  }
}

const CHECK = 'Check hostPort: it must be the address of the API itself, without a redirect before it.';

function leaving(from: URL, to: URL): readonly [says: string, next: string] {
  const says = `redirects from ${from.origin} to ${to.origin}`;
  if (from.hostname === to.hostname && from.protocol === 'http:' && to.protocol === 'https:') {
    return [`${says}: the server wants https`, `Write ${to.origin} in hostPort.`];
  }
  return [
    `${says}; credentials are not sent to another origin`,
    `If ${to.origin} is the right server, write it in hostPort; if it is a sign-in page, the API is not reachable from here.`,
  ];
}

/** Where an answer sends us, without the user and password that a hostile Location may hold. */
function targetOf(answer: Answer, from: URL): URL | null {
  const location = answer.headers.get('location');
  if (location === undefined || !URL.canParse(location, from.href)) return null;
  const target = new URL(location, from.href);
  target.username = '';
  target.password = '';
  return target;
}
