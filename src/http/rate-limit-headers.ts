/** What X-RateLimit-Limit and X-RateLimit-Remaining say; null for a header that is absent or not a whole number. */
export const rateLimits = (headers: ReadonlyMap<string, string>) => ({
  limit: whole(headers.get('x-ratelimit-limit')),
  remaining: whole(headers.get('x-ratelimit-remaining')),
});

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
