import { readFile } from 'node:fs/promises';
import { EXIT, type ExitCode } from '../errors.ts';
import { listConfigs } from '../matrix/list-configs.ts';
import type { ActionInputs } from './inputs.ts';
import type { Runner } from './run-action.ts';
import { stepExit } from './verdict.ts';

/** `command: list`: the matrix of the configurations as an output, for the jobs that follow. */
export async function listAction(
  files: readonly { readonly path: string; readonly text: string }[],
  { env, host, setOutput }: Pick<Runner, 'env' | 'host' | 'setOutput'>,
  inputs: Pick<ActionInputs, 'shards' | 'failOn'>,
): Promise<ExitCode> {
  const { matrix, findings } = await listConfigs(files, {
    env,
    readFile: (path) => readFile(path, 'utf8'),
    shards: inputs.shards,
    host,
  });
  const exitCode = matrix === null ? EXIT.configuration : EXIT.done;
  setOutput('status', matrix === null ? 'invalid' : 'valid');
  setOutput('exit-code', String(exitCode));
  setOutput('command', 'list');
  if (matrix !== null) setOutput('matrix', JSON.stringify(matrix));
  return stepExit([{ exitCode, findings }], inputs.failOn);
}
