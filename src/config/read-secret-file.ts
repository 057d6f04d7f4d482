import { IngestError } from '../errors.ts';
import { type Note, problem } from './remark.ts';

export type ReadFile = (path: string) => Promise<string>;

/** Devices and the kernel's views hold no secret of ours, and reading some of them never ends. */
const NO_FILE = /^[\\/]+(?:dev|proc|sys)[\\/]/;

/** The text of a file that the YAML names in place of a value, or why there is none. The path is shown, never the text. */
export async function readSecretFile(path: string, readFile: ReadFile): Promise<string | Note> {
  try {
    if (NO_FILE.test(path)) throw new IngestError('no-file', 'it is no ordinary file', { next: '' });
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return problem(
      'secret-file-unreadable',
      `names a file that cannot be read (${reason})`,
      'Check the path: it counts from the folder that the run starts in.',
    );
  }
}
