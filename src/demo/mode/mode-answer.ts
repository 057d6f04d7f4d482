import type { Answer } from '../stand-in-server.ts';

const HAL = { 'content-type': 'application/hal+json; charset=utf-8' };

/** Mode's error ids, of its Swagger's enum, with their statuses. */
const STATUS = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  rate_limited: 429,
} as const;

export const ok = (json: object): Answer => ({ status: 200, headers: HAL, json });

/** Mode's error body is `{id, message}` with a link to its help. */
export function refusal(id: keyof typeof STATUS, message: string): Answer {
  return {
    status: STATUS[id],
    headers: HAL,
    json: { id, message, _links: { help: { href: 'https://mode.com/help' } } },
  };
}

/** The item's payload, or a 404 that names what is missing, as Mode's does. */
export function oneOr404<T>(item: T | undefined, what: string, payload: (item: T) => object): Answer {
  return item === undefined ? refusal('not_found', `${what} not found`) : ok(payload(item));
}
