import type { Plan } from './plan.ts';
import type { PlanFile } from './plan-file.ts';
import type { PlanSettings } from './plan-settings.ts';
import { digestOf, plannedSteps } from './planned-steps.ts';

export function makePlanFile(
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

/** Over all that decides, and not over the time. */
export const hashOf = ({
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
