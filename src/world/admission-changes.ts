import type { AdmissionChanges, MovedReport } from '../base/comparison.ts';
import type { WorkflowConfig } from '../config/workflow-config.ts';
import { callsFor } from '../mode/calls-for.ts';
import type { Workspace } from '../mode/workspace.ts';
import type { World } from './read-world.ts';

export const admissionChanges = (
  world: World,
  before: WorkflowConfig,
  after: WorkflowConfig,
): AdmissionChanges => ({
  gained: onlyIn(world.workspaceOf(after), world.admissionsOf(before)),
  lost: onlyIn(world.workspaceOf(before), world.admissionsOf(after)),
});

function onlyIn(
  { reports, recalled, notReached = [] }: Workspace,
  others: ReturnType<World['admissionsOf']>,
): readonly MovedReport[] {
  const all = [
    ...reports.map((report) => ({ ...report, calls: callsFor(report) })),
    ...recalled.map((report) => ({ ...report, calls: 0 })),
    ...notReached.map((report) => ({ ...report, url: '', calls: 0 })),
  ];
  return all.flatMap(({ token, name, kind, url, calls }) => {
    const other = others.get(token) ?? { state: 'in' };
    return other.state === 'in' ? [] : [{ token, name, kind, url, calls, because: other.because }];
  });
}
