import type { GitHubError } from '../github/github.ts';

/** What went wrong with GitHub, as a warning. `hints`: what a status means here, and what to do. */
export function refusedByGitHub(
  what: string,
  { status, message, isRateLimit }: GitHubError,
  hints: Readonly<Record<number, string>>,
): string {
  const told = `${what}: GitHub says ${JSON.stringify(message)}`;
  if (isRateLimit) return `${told}; it has had too many requests. The next run tries again.`;
  if (status === null) return `${told}.`;
  const hint = status === 401 ? 'Check the input github-token.' : hints[status];
  return hint === undefined ? `${told} (${status}).` : `${told} (${status}). ${hint}`;
}
