import type { GitHub } from './github.ts';
import type { GitHubIssues } from './issues.ts';

/** Finds the one issue by its marker and author, and opens, updates or closes it. Two runs at a time may open two: the older is left. */
export async function keepIssue(
  issues: GitHubIssues,
  { login }: Pick<GitHub, 'login'>,
  wanted: {
    /** First line of the body. */
    readonly marker: string;
    readonly title: string;
    readonly body: string;
    readonly isOpen: boolean;
  },
): Promise<'opened' | 'updated' | 'closed' | 'nothing to do'> {
  const { marker, title, isOpen } = wanted;
  const body = `${marker}\n${wanted.body}`;
  const author = await login();
  for await (const issue of issues.open()) {
    // Anybody may copy the marker into an issue of their own.
    if (issue.author !== author || issue.body.split(/\r?\n/, 1)[0] !== marker) continue;
    await issues.update(issue.number, { body, close: !isOpen });
    return isOpen ? 'updated' : 'closed';
  }
  if (!isOpen) return 'nothing to do';
  await issues.create({ title, body });
  return 'opened';
}
