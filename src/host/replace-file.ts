import { randomUUID } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT, IngestError } from '../errors.ts';
import { fileReason } from './file-reason.ts';

/**
 * Puts another text into a file at once: a reader sees the old or the new one, and so does whoever looks after a crash. Its rights stay,
 * and a link stays a link.
 * @throws IngestError (exit code 2) when the file cannot be written; it is as it was then.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  try {
    const file = await realpath(path);
    const { mode } = await stat(file);
    const beside = join(dirname(file), `.mode-ingest-${randomUUID()}.tmp`);
    try {
      await writeFile(beside, text, { flag: 'wx', mode: 0o600 });
      await chmod(beside, mode & 0o777);
      await rename(beside, file);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  } catch (cause) {
    throw new IngestError('file-unwritable', `Cannot write ${path}: ${fileReason(cause)}`, {
      next: 'Check the path and its rights; on Deno, allow its folder with --allow-write.',
      exitCode: EXIT.configuration,
      cause,
    });
  }
}
