import { z } from 'zod';
import { EXIT, IngestError } from '../errors.ts';
import type { Plan } from './plan.ts';
import type { PlanSettings } from './plan-settings.ts';
import { digestOf, type PlannedStep, plannedSteps } from './planned-steps.ts';

const digest = z.string().regex(/^[0-9a-f]{32}$/);

const planFileSchema = z.object({
  schemaVersion: z.literal(1),
  createdAt: z.string(),
  service: z.string(),
  workspace: z.string(),
  complete: z.boolean(),
  settings: z.record(z.string(), digest),
  steps: z.array(z.object({ what: z.string(), action: z.string(), digest })),
  hash: digest,
});

/** A plan as it is kept for approval: names of entities and digests, neither SQL nor anything secret. */
export interface PlanFile {
  readonly schemaVersion: 1;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly service: string;
  readonly workspace: string;
  /** Whether everything was read. */
  readonly complete: boolean;
  /** Digests by the keys of the YAML. */
  readonly settings: Readonly<Record<string, string>>;
  readonly steps: readonly PlannedStep[];
  /** Over everything above but the time. */
  readonly hash: string;
}

export function planFile(
  plan: Plan,
  given: { readonly settings: PlanSettings; readonly workspace: string; readonly createdAt: Date },
): PlanFile {
  const content = {
    service: plan.service.name,
    workspace: given.workspace,
    complete: plan.complete,
    settings: Object.fromEntries(
      Object.entries(given.settings).map(([key, value]) => [key, digestOf(value)]),
    ),
    steps: plannedSteps(plan),
  };
  return {
    schemaVersion: 1,
    createdAt: given.createdAt.toISOString(),
    ...content,
    hash: hashOf(content),
  };
}

const hashOf = ({
  service,
  workspace,
  complete,
  settings,
  steps,
}: Omit<PlanFile, 'schemaVersion' | 'createdAt' | 'hash'>): string =>
  digestOf([
    [service, workspace, complete],
    Object.entries(settings).sort(),
    steps.map(({ what, action, digest }) => [what, action, digest]),
  ]);

export const renderPlanFile = (file: PlanFile): string => `${JSON.stringify(file, null, 2)}\n`;

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
