import { HttpError } from './http-error.ts';

/** The error for a server that asks to wait longer than a request may take. Times are milliseconds since 1970. */
export function comeBackLater(
  says: string,
  facts: {
    readonly reopensAt: number;
    readonly now: number;
    readonly status: number;
    readonly serverMessage?: string | null;
  },
): HttpError {
  const time = utc(facts.reopensAt);
  return new HttpError({
    kind: 'status',
    status: facts.status,
    serverMessage: facts.serverMessage ?? null,
    message: `${says}: the server asks to wait until ${time}, longer than a request may take`,
    next: `Run again after ${time}.`,
    retryAfterMs: Math.max(0, facts.reopensAt - facts.now),
  });
}

const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
