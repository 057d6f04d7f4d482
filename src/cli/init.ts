import { join } from 'node:path';
import process from 'node:process';
import { EXIT, type ExitCode } from '../errors.ts';
import { writeNewFiles } from '../host/new-files.ts';
import { ACTION_WORKFLOW, WORKFLOW_PATH } from '../init/action-workflow.ts';
import { NEXT_STEPS } from '../init/next-steps.ts';
import { CONFIG_PATH, STARTING_CONFIG } from '../init/starting-config.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import type { Arguments } from './arguments.ts';

/** `init`: a workflow YAML and a workflow of GitHub to begin with, in the folder of a repository. */
export async function runInit({ subjects: [folder = '.'] }: Arguments): Promise<ExitCode> {
  const files = [
    { path: join(folder, CONFIG_PATH), text: STARTING_CONFIG },
    { path: join(folder, WORKFLOW_PATH), text: ACTION_WORKFLOW },
  ];
  await writeNewFiles(files);
  const names = files.map(({ path }) => escapeTerminal(path)).join(' and ');
  process.stdout.write(`Written: ${names}\n\n${NEXT_STEPS}\n`);
  return EXIT.done;
}
