import { Buffer } from 'node:buffer';
import process from 'node:process';
import { readConfigFile } from '../host/read-config-file.ts';

export interface Input {
  readonly path: string;
  readonly text: string;
}

/** The configurations, all of them before anything is done with the first: files, or standard input for `-`. */
export async function readInputs(paths: readonly string[]): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) inputs.push({ path, text: await readInput(path) });
  return inputs;
}

/** The text of a file, or of standard input for `-`. */
export async function readInput(path: string): Promise<string> {
  if (path !== '-') return readConfigFile(path, 'Check the path; on Deno, allow it with --allow-read.');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
