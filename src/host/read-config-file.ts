import { readFile } from 'node:fs/promises';
import { EXIT, IngestError } from '../errors.ts';
import { fileReason } from './file-reason.ts';

/**
 * The text of a configuration file.
 * @throws IngestError (exit code 2) with the next step of the face when it cannot be read.
 */
export async function readConfigFile(path: string, next: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new IngestError('config-unreadable', `Cannot read ${path}: ${fileReason(cause)}`, {
      next,
      exitCode: EXIT.configuration,
      cause,
    });
  }
}
