import type { Finding, WorkflowConfig } from '../config/workflow-config.ts';

/** A finding about one text of the file, at its place there; where that is not known, about the file. */
export function findingAt(
  { path: file, places }: Pick<WorkflowConfig, 'path' | 'places'>,
  found: Pick<Finding, 'severity' | 'code' | 'next' | 'message'> & {
    /** The list, or the key, that holds the text. */
    readonly path: string;
    readonly text: string;
  },
): Finding {
  const { path, text, message, ...finding } = found;
  const place = places.find((placed) => isIn(placed.path, path) && placed.text === text);
  return { ...finding, message: `\`${place?.path ?? path}\` ${message}.`, file, ...place?.at };
}

const isIn = (path: string, list: string): boolean => path === list || path.startsWith(`${list}[`);
