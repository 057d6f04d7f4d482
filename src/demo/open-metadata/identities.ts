import { Buffer } from 'node:buffer';
import type { Answer } from '../stand-in-server.ts';
import { addEntity, type Caller, type CatalogServer } from './catalog-server.ts';
import { isObject } from './json-shape.ts';
import { badRequest, forbidden, unauthorised } from './refusals.ts';

/** The two who may ask, and what is answered to nobody in particular. */
export interface Identities {
  readonly botToken: string;
  readonly adminToken: string;
  /** Version, health and log-in need no token; undefined for everything else. */
  answerOpen(method: string, parts: readonly string[], body: unknown): Answer | undefined;
  callerOf(authorization: string | string[] | undefined): Caller;
  /** GET /users/token/{id}, admins only: the bot's token. */
  answerToken(caller: Caller): Answer;
}

const ADMIN_EMAIL = 'admin@open-metadata.org';

export function createIdentities(server: CatalogServer): Identities {
  const botToken = tokenOf('ingestion-bot', server.newId());
  const adminToken = tokenOf('admin', server.newId());
  const bot = addEntity(server, 'user', 'ingestion-bot', null, 'ingestion-bot');
  const shared = { allowImpersonation: false, personaPreferences: [] };
  bot.values = { ...shared, email: 'ingestion-bot@open-metadata.org', isBot: true, isAdmin: false };
  const admin = addEntity(server, 'user', 'admin', null, 'admin');
  admin.values = { ...shared, email: ADMIN_EMAIL, isBot: false, isAdmin: true, isEmailVerified: true };
  return {
    botToken,
    adminToken,
    answerOpen(method, parts, body) {
      const path = `${method} ${parts.join('/')}`;
      if (path === 'GET system/version')
        return {
          status: 200,
          json: { version: server.features.version, revision: 'local', timestamp: server.now() },
        };
      if (path === 'GET system/health') return { status: 200, json: 'OK' };
      if (path !== 'POST users/login') return undefined;
      // The stand-in lets in whoever names the admin: there is nothing to guard.
      if (!isObject(body) || body.email !== ADMIN_EMAIL)
        return badRequest('You have entered an invalid username or password.').answer;
      return {
        status: 200,
        json: {
          accessToken: adminToken,
          refreshToken: server.newId(),
          tokenType: 'Bearer',
          expiryDuration: server.now() + 3_600_000,
        },
      };
    },
    callerOf(authorization) {
      const token = /^Bearer (.+)$/.exec(String(authorization ?? ''))?.[1];
      if (token === undefined) throw unauthorised('Token not present');
      if (token === botToken) return { name: 'ingestion-bot', isBot: true };
      if (token === adminToken) return { name: 'admin', isBot: false };
      throw unauthorised('Invalid token.');
    },
    answerToken(caller) {
      if (caller.isBot) throw forbidden(`Principal: CatalogPrincipal{name='${caller.name}'} is not admin`);
      return { status: 200, json: { JWTToken: botToken, JWTTokenExpiry: 'Unlimited' } };
    },
  };
}

/** Three parts like a JWT, and nothing like a real one. */
function tokenOf(name: string, id: string): string {
  return ['demo', Buffer.from(name).toString('base64url'), id].join('.');
}
