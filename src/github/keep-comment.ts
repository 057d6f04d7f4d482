import { hasMarker } from './comment-marker.ts';
import { type GitHub, GitHubError } from './github.ts';

export type Kept = 'created' | 'updated' | 'nothing to do';

/**
 * Makes the one comment with this marker say this. It is ours only if the token's own user wrote it: a marker can be copied. One that
 * somebody deletes meanwhile is written anew.
 * @throws GitHubError
 */
export async function keepComment(
  gitHub: GitHub,
  pullRequest: number,
  comment: {
    readonly marker: string;
    readonly body: string;
    /** Whether it is worth a comment where there is none yet. */
    readonly isNews: boolean;
  },
): Promise<Kept> {
  const { marker, body, isNews } = comment;
  const before = await find(gitHub, pullRequest, marker);
  if (before !== null) {
    try {
      await gitHub.updateComment(before, body);
      return 'updated';
    } catch (error) {
      const isGone = error instanceof GitHubError && (error.status === 404 || error.status === 410);
      if (!isGone) throw error;
    }
  }
  if (!isNews) return 'nothing to do';
  await gitHub.createComment(pullRequest, body);
  return 'created';
}

/** The id of the oldest comment of ours that has the marker. Who we are is asked only when one has it. */
async function find(gitHub: GitHub, pullRequest: number, marker: string): Promise<number | null> {
  let login: string | null = null;
  for await (const { id, body, author } of gitHub.comments(pullRequest)) {
    if (!hasMarker(body, marker)) continue;
    login ??= (await gitHub.login()).toLowerCase();
    if (author.toLowerCase() === login) return id;
  }
  return null;
}
