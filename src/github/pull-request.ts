import { z } from 'zod';

/** The pull request that an event is about. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
}

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const payload = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    head: z.object({ sha }),
    base: z.object({ sha }),
  }),
});

/** Null when the event is about none. */
export function readPullRequest(event: string, given: unknown): PullRequest | null {
  if (event !== 'pull_request') return null;
  const read = payload.safeParse(given);
  if (!read.success) return null;
  const { number, head, base } = read.data.pull_request;
  return { number, headSha: head.sha, baseSha: base.sha };
}
