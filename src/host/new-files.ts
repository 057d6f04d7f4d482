import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXIT, IngestError } from '../errors.ts';
import { fileReason } from './file-reason.ts';

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files that are not there yet, all or none.
 * @throws IngestError (exit code 2) when one is there already or cannot be written; nothing is left behind then.
 */
export async function writeNewFiles(files: readonly NewFile[]): Promise<void> {
  const there: string[] = [];
  for (const { path } of files) if (await isThere(path)) there.push(path);
  if (there.length > 0) throw fileExists(there);
  const written: string[] = [];
  for (const { path, text } of files) {
    try {
      await mkdir(dirname(path), { recursive: true });
      // Made in between is there already, too.
      await writeFile(path, text, { flag: 'wx' });
      written.push(path);
    } catch (cause) {
      for (const done of written) await rm(done, { force: true });
      throw fileReason(cause) === 'EEXIST' ? fileExists([path]) : unwritable(path, cause);
    }
  }
}

/** A link that leads nowhere is there, too. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (cause) {
    if (fileReason(cause) === 'ENOENT') return false;
    throw unwritable(path, cause);
  }
}

const fileExists = (paths: readonly string[]): IngestError =>
  new IngestError(
    'file-exists',
    `Already there, and left as it is: ${paths.join(', ')}. Nothing was written.`,
    {
      next: 'Move it away, or give another folder.',
      exitCode: EXIT.configuration,
    },
  );

const unwritable = (path: string, cause: unknown): IngestError =>
  new IngestError('file-unwritable', `Cannot write ${path}: ${fileReason(cause)}`, {
    next: 'Check the path and its rights; on Deno, allow it with --allow-read and --allow-write.',
    exitCode: EXIT.configuration,
    cause,
  });
