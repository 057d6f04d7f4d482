import { Buffer } from 'node:buffer';
import { type Answer, type RecordedRequest, type StandIn, startStandIn } from '../stand-in-server.ts';
import { batchRoutes, type DemoDiscovery } from './batch-routes.ts';
import { refusal } from './mode-answer.ts';
import type { ModeData } from './mode-data.ts';
import { modeRoutes } from './mode-routes.ts';
import { type RateLimit, rateWindow } from './rate-window.ts';

const TOKEN = 'demo-token';
const SECRET = 'demo-secret-of-the-sample';
const TRIPLE = 'demo-signature:demo-access-key:demo-access-secret';

/** A small Mode that answers as Mode is known to answer, its quirks included; made without regard to any reader. */
export interface StandInMode extends StandIn {
  /** Read anew for every answer: change it, or put another in its place, between requests. */
  workspace: ModeData;
  /** The API key that it accepts by Basic authentication: a workspace key. */
  readonly token: string;
  readonly secret: string;
  /** `token:key:secret` of the one Discovery signature token. */
  readonly discoveryToken: string;
  readonly discovery: DemoDiscovery;
  /** Further ones, token → secret: a workspace may have several. Each is a username of its own to the rate limit. */
  readonly otherKeys: Map<string, string>;
}

/** Without `rateLimit` it answers as fast as it is asked. */
export async function startMode(
  data: ModeData,
  options: { rateLimit?: RateLimit } = {},
): Promise<StandInMode> {
  const { rateLimit } = options;
  const spend = rateLimit === undefined ? undefined : rateWindow(rateLimit, Date.now);
  const standIn = await startStandIn((request) => {
    const spent = spend?.(usernameOf(request));
    const answer =
      spent === undefined || spent.allowed
        ? authorised(mode, request)
        : refusal('rate_limited', 'Too many requests. Please try again later.');
    return { ...answer, headers: { ...answer.headers, ...spent?.headers } };
  });
  const mode: StandInMode = {
    ...standIn,
    workspace: data,
    token: TOKEN,
    secret: SECRET,
    discoveryToken: TRIPLE,
    discovery: { inPlan: true, listsDatasets: false },
    otherKeys: new Map(),
  };
  return mode;
}

/** Everything asks for the key but the workspace itself, which Mode shows to anybody. */
function authorised(standIn: StandInMode, request: RecordedRequest): Answer {
  const { workspace: mode, discovery } = standIn;
  const url = new URL(`http://mode${request.path}`);
  if (request.method === 'GET' && url.pathname.startsWith('/batch/')) {
    return bearer(request) === TRIPLE
      ? batchRoutes(mode, discovery, url)
      : refusal('unauthorized', 'Invalid signature token.');
  }
  if (request.method !== 'GET' || !url.pathname.startsWith('/api/')) {
    return refusal('not_found', 'Route not found');
  }
  if (url.pathname !== `/api/${mode.name}` && !isKeyOf(standIn, request)) {
    return refusal('unauthorized', 'You need to sign in or sign up before continuing.');
  }
  return modeRoutes(mode, url);
}

function isKeyOf({ token, secret, otherKeys }: StandInMode, request: RecordedRequest): boolean {
  const pair = Buffer.from(basicPair(request) ?? '', 'base64').toString('utf8');
  return [[token, secret] as const, ...otherKeys].some((key) => key.join(':') === pair);
}

function basicPair({ headers }: RecordedRequest): string | undefined {
  return /^Basic\s+(\S+)$/i.exec(String(headers.authorization ?? ''))?.[1];
}

/** What a Bearer token holds in base64. */
function bearer({ headers }: RecordedRequest): string | undefined {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(String(headers.authorization ?? '')) ?? [];
  return token === undefined ? undefined : Buffer.from(token, 'base64').toString('utf8');
}

/** Whose requests are counted: the key's, of whose owner the signature token is as well, or all anonymous ones together. */
function usernameOf(request: RecordedRequest): string {
  if (bearer(request) === TRIPLE) return TOKEN;
  return (
    Buffer.from(basicPair(request) ?? '', 'base64')
      .toString('utf8')
      .split(':', 1)[0] ?? ''
  );
}
