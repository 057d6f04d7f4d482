import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXIT, IngestError } from '../errors.ts';
import { fileReason } from './file-reason.ts';

/**
 * Makes sure, before any work is done, that its result can be written. Makes the folder.
 * @throws IngestError (exit code 2) when it cannot.
 */
export const prepareFile = (path: string): Promise<void> =>
  inFolder(path, async () => (await open(path, 'a')).close());

/** @throws IngestError (exit code 2) when the file cannot be written. */
export const writeOut = (path: string, text: string): Promise<void> =>
  inFolder(path, () => writeFile(path, text));

/** The folder is made only when it is missing: Deno's right to write one file is no right to make its folder. */
async function inFolder(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work().catch(async (error: unknown) => {
      if (fileReason(error) !== 'ENOENT') throw error;
      await mkdir(dirname(path), { recursive: true });
      await work();
    });
  } catch (cause) {
    throw new IngestError('file-unwritable', `Cannot write ${path}: ${fileReason(cause)}`, {
      next: 'Check the path and its rights; on Deno, allow it with --allow-write.',
      exitCode: EXIT.configuration,
      cause,
    });
  }
}
