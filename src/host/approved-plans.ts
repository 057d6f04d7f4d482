import { readFile } from 'node:fs/promises';
import { EXIT, IngestError } from '../errors.ts';
import type { PlanFile } from '../plan/plan-file.ts';
import { readPlanFile } from '../plan/read-plan-file.ts';
import { fileReason } from './file-reason.ts';
import { numbered } from './numbered.ts';

/**
 * The approved plan of each configuration, numbered as they were written; nulls when no file is named.
 * @throws IngestError (exit code 2) when one is not there or is none.
 */
export const readApprovedPlans = (
  path: string | null,
  configs: number,
): Promise<readonly (PlanFile | null)[]> =>
  Promise.all(
    Array.from({ length: configs }, (_, index) => (path === null ? null : read(numbered(path, index)))),
  );

async function read(path: string): Promise<PlanFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new IngestError('approved-plan', `Cannot read the approved plan ${path}: ${fileReason(cause)}`, {
      next: 'Check the path; on Deno, allow it with --allow-read.',
      exitCode: EXIT.configuration,
      cause,
    });
  }
  return readPlanFile(text, path);
}
