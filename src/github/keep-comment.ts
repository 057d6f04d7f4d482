import { findOurs } from './find-ours.ts';
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
  const before = await findOurs(gitHub.comments(pullRequest), marker, gitHub);
  if (before !== null) {
    try {
      await gitHub.updateComment(before.id, body);
      return 'updated';
    } catch (error) {
      if (!(error instanceof GitHubError && error.isGone)) throw error;
    }
  }
  if (!isNews) return 'nothing to do';
  await gitHub.createComment(pullRequest, body);
  return 'created';
}
