import { isPlaceholder, PLACEHOLDER_PATTERN } from '../placeholders.ts';
import { type Note, problem } from '../remark.ts';
import { anyCase } from '../schema/text-patterns.ts';
import { fit, type Tidied, unfit } from './tidied.ts';

/** The same for the JSON Schema: an address, a sample's placeholder, or a name. All letters beyond ASCII pass. */
export const WORKSPACE_PATTERN = {
  pattern: [
    '\\s*(?:[Hh][Tt][Tt][Pp][Ss]?://)?[A-Za-z0-9_.-]+\\.[A-Za-z]+(?::\\d+)?/+NAME(?:[/?#\\s][\\s\\S]*)?',
    '\\s*NAME\\s*',
    `${anyCase('workspace')}[\\s_-]*${anyCase('name')}`,
    PLACEHOLDER_PATTERN,
  ]
    .join('|')
    .replaceAll('NAME', '[^\\u0000-/:-@\\[-^`{-\\u007f\\s][^\\u0000-,/:-@\\[-^`{-\\u007f\\s]*'),
  says: 'must be the part after the host in the address of the workspace',
  anyScalar: true,
} as const;

const WHERE = 'It is the part after the host in the address of your workspace: app.mode.com/{workspaceName}.';

/** The documentation's sample, still unfilled: whether that is an error depends on the command. */
export const isSampleWorkspace = (text: string): boolean =>
  isPlaceholder(text, ['workspace_name', 'mode_workspace_name']);

/** The workspace's username in lower case, also out of a pasted address. */
export function tidyWorkspaceName(text: string): Tidied {
  const written = text.trim();
  if (isSampleWorkspace(written)) return fit(written);
  const pasted = /^(?:https?:\/\/)?[\w.-]+\.[a-z]+(?::\d+)?\/+([^/?#\s]+)/i.exec(written)?.[1];
  const name = (pasted ?? written).toLowerCase();
  if (/\s/.test(name))
    return unfit(problem('workspace-name', 'looks like the name that Mode displays: it has blanks', WHERE));
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(name))
    return unfit(problem('workspace-name', 'has characters that no address of a workspace has', WHERE));

  const notes: Note[] = [];
  const changed = (message: string): Note => ({
    severity: 'notice',
    code: 'workspace-name-changed',
    message,
  });
  if (pasted !== undefined) notes.push(changed('is an address: its first part is taken as the workspace'));
  if (name !== (pasted ?? written)) notes.push(changed('is taken in lower case, as in Mode’s addresses'));
  return fit(name, ...notes);
}
