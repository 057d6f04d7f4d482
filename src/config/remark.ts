import type { Path, Place } from './document/config-node.ts';
import type { Finding } from './workflow-config.ts';

/** A finding that does not know its file yet. */
export interface Remark extends Omit<Finding, 'file' | 'line' | 'column'> {
  readonly at: Place | null;
}

/** What is to be said about one value; the message goes on after the value's path: ``…`hostPort` holds a path``. */
export type Note = Omit<Remark, 'at'>;

/** A path as people write it: `source.sourceConfig.config`, `includes[0]`. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );

/** A note made whole: its subject is the path. */
export const remarkOn = (path: Path, at: Place | null, note: Note): Remark => ({
  ...note,
  message: `\`${pathText(path)}\` ${note.message}.`,
  at,
});

export const problem = (code: string, message: string, next: string): Note => ({
  severity: 'error',
  code,
  message,
  next,
});
