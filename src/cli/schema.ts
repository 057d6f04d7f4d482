import process from 'node:process';
import { workflowJsonSchema } from '../config/json-schema/workflow-json-schema.ts';
import { EXIT, type ExitCode } from '../errors.ts';

/** `schema`: the JSON Schema of the workflow YAML, for editors. */
export function runSchema(): ExitCode {
  process.stdout.write(`${JSON.stringify(workflowJsonSchema(), null, 2)}\n`);
  return EXIT.done;
}
