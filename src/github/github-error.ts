import { z } from 'zod';
import { GitHubError } from './github.ts';

/** What Octokit throws, as far as it is needed. */
const thrown = z.object({
  status: z.number().optional().catch(undefined),
  message: z.string().catch(''),
  response: z
    .object({
      headers: z.record(z.string(), z.unknown()).catch({}),
      data: z.object({ message: z.string() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** Whatever went wrong, as an error of ours: GitHub's own words, without the address of its documentation. */
export function gitHubError(error: unknown): GitHubError {
  const { status, message, response } = thrown.safeParse(error).data ?? { message: String(error) };
  const answered = response !== undefined && status !== undefined;
  const { headers = {} } = response ?? {};
  const isRateLimit =
    status === 429 ||
    (status === 403 && (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined));
  return new GitHubError(
    (answered ? response.data?.message : message) || 'no reason was given',
    answered ? status : null,
    isRateLimit,
  );
}
