import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { EXIT, IngestError } from '../errors.ts';

/** The text of a configuration file, or of standard input for `-`. */
export async function readInput(path: string): Promise<string> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
    throw new IngestError('config-unreadable', `Cannot read ${path}: ${reason}`, {
      next: 'Check the path; on Deno, allow it with --allow-read.',
      exitCode: EXIT.configuration,
      cause,
    });
  }
}
