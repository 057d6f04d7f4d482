import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { BaseFile } from '../base/base-file.ts';
import { type GitHub, GitHubError } from './github.ts';

/** The file as it was at a commit, by its path on this machine. A checkout seldom has more than one commit, so GitHub is asked. */
export async function readBaseFile(
  gitHub: Pick<GitHub, 'file'>,
  { path, workspace, commit }: { readonly path: string; readonly workspace: string; readonly commit: string },
): Promise<BaseFile> {
  const inside = relative(resolve(workspace), resolve(workspace, path));
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside))
    return { state: 'unread', why: 'the file is not in the checkout' };
  try {
    const text = await gitHub.file(inside.split(sep).join('/'), commit);
    return text === null ? { state: 'absent' } : { state: 'read', text };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const status = error.status === null ? '' : ` (${error.status})`;
    return { state: 'unread', why: `GitHub did not give it: ${error.message}${status}` };
  }
}
