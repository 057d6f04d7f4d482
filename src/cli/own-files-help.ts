import { WORKFLOW_PATH } from '../init/action-workflow.ts';
import { CONFIG_PATH } from '../init/starting-config.ts';
import type { Verb } from './verbs.ts';

/** The help texts of the verbs that are about the files themselves. */
export const ownFilesHelp = (
  exitCodes: string,
): Readonly<Record<Extract<Verb, 'schema' | 'init' | 'migrate'>, string>> => ({
  schema: `mode-ingest schema

Prints the JSON Schema (draft-07) of the workflow YAML. An editor with a YAML language server then offers the keys,
describes them, and marks mistakes and old spellings as they are typed. Put a line at the top of the YAML, with a file or
the address of the release:

  mode-ingest schema > mode.schema.json
  # yaml-language-server: $schema=./mode.schema.json`,
  init: `mode-ingest init [FOLDER]

Writes ${CONFIG_PATH}, a commented workflow YAML with placeholders for secrets, and
${WORKFLOW_PATH}, which ingests on a schedule, plans on pull requests and runs by hand.
FOLDER is the top of the repository; left out, it is this one. Asks nothing, and never overwrites: when one of the two is
there, nothing is written and the exit code is 2.

${exitCodes}`,
  migrate: `mode-ingest migrate FILE...

Rewrites a workflow YAML or JSON to today's keys: snake case, dbServiceName, dbServiceNames and what stood outside of
lineageInformation. Comments, order, quotes and line ends stay; a file with nothing old comes out byte for byte. A setting
that stands there twice is named, and nothing is written: it is for you to choose. Works offline, without credentials.

Options
  -c, --config FILE        the workflow YAML or JSON; may be given without -c; - is standard input
      --write              put the new text into the file, at once; otherwise it goes to standard output
      --check              write nothing: list what is old, and end with 10 when there is something
  -q, --quiet              no notes
      --no-color           as the environment variable NO_COLOR

${exitCodes}`,
});
