import type { WorkflowConfig } from '../config/workflow-config.ts';
import type { LeaveOut } from '../mode/workspace.ts';

/** Which reports and datasets the configuration leaves out, decided before anything of them is read. */
export function reportFilter({ source }: Pick<WorkflowConfig, 'source'>): LeaveOut {
  return (report, collection) => {
    if (report.archived && !source.includeDraftDashboard)
      return 'archived, and includeDraftDashboard is false';
    const project = source.projects.decide(collection.name);
    if (!project.kept) return `collection ${project.because} of projectFilterPattern`;
    const dashboard = source.dashboards.decide(report.name ?? report.token);
    if (!dashboard.kept) return `${dashboard.because} of dashboardFilterPattern`;
    return null;
  };
}
