import { findOurs } from './find-ours.ts';
import { type GitHub, GitHubError } from './github.ts';

export type KeptIssue = 'opened' | 'updated' | 'closed' | 'nothing to do';

/**
 * Finds the one issue by its marker and author, and opens, updates or closes it. One that somebody deletes meanwhile is opened anew.
 * Two runs at a time may open two: the older is left.
 * @throws GitHubError
 */
export async function keepIssue(
  gitHub: GitHub,
  wanted: {
    /** First line of the body. */
    readonly marker: string;
    readonly title: string;
    readonly body: string;
    readonly isOpen: boolean;
  },
): Promise<KeptIssue> {
  const { marker, title, isOpen } = wanted;
  const body = `${marker}\n${wanted.body}`;
  const before = await findOurs(gitHub.openIssues(), marker, gitHub);
  if (before !== null) {
    try {
      await gitHub.updateIssue(before.number, { body, close: !isOpen });
      return isOpen ? 'updated' : 'closed';
    } catch (error) {
      if (!(error instanceof GitHubError && error.isGone)) throw error;
    }
  }
  if (!isOpen) return 'nothing to do';
  await gitHub.createIssue({ title, body });
  return 'opened';
}
