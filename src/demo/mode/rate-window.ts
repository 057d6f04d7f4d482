/** Mode counts requests per username in a window: about 40 in 10 s by its help pages. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

export interface RateVerdict {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts one more request of a username and tells whether it is still within the limit. */
export type RateWindow = (username: string) => RateVerdict;

/** Windows begin with a username's first request; `Retry-After` is in whole seconds, at least one. */
export function rateWindow(limit: RateLimit, now: () => number): RateWindow {
  const windows = new Map<string, { endsAt: number; used: number }>();
  return (username) => {
    const at = now();
    const open = windows.get(username);
    const window = open !== undefined && open.endsAt > at ? open : { endsAt: at + limit.windowMs, used: 0 };
    windows.set(username, window);
    window.used += 1;
    const allowed = window.used <= limit.requests;
    return {
      allowed,
      headers: {
        'x-ratelimit-limit': String(limit.requests),
        'x-ratelimit-remaining': String(Math.max(0, limit.requests - window.used)),
        ...(allowed ? {} : { 'retry-after': String(Math.max(1, Math.ceil((window.endsAt - at) / 1000))) }),
      },
    };
  };
}
