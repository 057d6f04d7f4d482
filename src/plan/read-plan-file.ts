import { z } from 'zod';
import { EXIT, IngestError } from '../errors.ts';
import { hashOf } from './make-plan-file.ts';
import type { PlanFile } from './plan-file.ts';

const digest = z.string().regex(/^[0-9a-f]{32}$/);

const planFileSchema = z.object({
  schemaVersion: z.literal(1),
  createdAt: z.iso.datetime(),
  service: z.string(),
  workspace: z.string(),
  complete: z.boolean(),
  settings: z.record(z.string(), digest),
  steps: z.array(z.object({ what: z.string(), action: z.string(), digest })),
  hash: digest,
});

/** @throws IngestError (exit code 2) when the text is no plan, or not as it was written. */
export function readPlanFile(text: string, path: string): PlanFile {
  const refused = (why: string) =>
    new IngestError('approved-plan', `${path} is no plan to approve: ${why}.`, {
      next: 'Give it the file that plan-path (--plan) wrote, as it is.',
      exitCode: EXIT.configuration,
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('it is not JSON');
  }
  const { success, data, error } = planFileSchema.safeParse(value);
  if (!success) throw refused(`${error.issues[0]?.path.join('.') || 'the file'} is not as expected`);
  if (hashOf(data) !== data.hash) throw refused('its content does not fit its hash');
  return data;
}
