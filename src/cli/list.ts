import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { EXIT, type ExitCode } from '../errors.ts';
import { expandGlobs } from '../host/expand-globs.ts';
import { listConfigs } from '../matrix/list-configs.ts';
import type { Arguments } from './arguments.ts';
import { misuse } from './misuse.ts';
import { readInputs } from './read-input.ts';
import type { Terminal } from './terminal.ts';

/** `list`: the matrix of the configurations, on standard output and in one line. */
export async function runList({ configs, shards }: Arguments, { env, host }: Terminal): Promise<ExitCode> {
  if (configs.length === 0) throw misuse('list needs a workflow YAML');
  if (configs.includes('-'))
    throw misuse('list takes files, since jobs are to read them; not standard input');
  const paths = await expandGlobs(configs, 'Check the pattern; on Deno, allow its folder with --allow-read.');
  const files = await readInputs(paths);
  const { matrix } = await listConfigs(files, {
    env,
    readFile: (file) => readFile(file, 'utf8'),
    shards,
    host,
  });
  if (matrix === null) return EXIT.configuration;
  process.stdout.write(`${JSON.stringify(matrix)}\n`);
  return EXIT.done;
}
