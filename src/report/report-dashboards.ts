import type { EntityStep } from '../plan/plan.ts';
import type { Fates } from './fate.ts';
import { groupBy } from './group-by.ts';
import type { ReportedDashboard, ReportedEntity, RunFacts } from './run-report.ts';

/**
 * The plan's dashboards, each with its charts and data models, in the plan's order. Assets that belong to no dashboard of the plan
 * (a dataset's data model, a chart whose dashboard the server does not tell) follow as entries of their own `kind`.
 */
export function reportDashboards(facts: RunFacts, fates: Fates): readonly ReportedDashboard[] {
  const { plan } = facts;
  if (plan === null) return [];
  const projectOf = projects(facts);
  const entity = (step: EntityStep): ReportedEntity => {
    const fate = fates.entity(step);
    return {
      kind: step.kind,
      fqn: step.fqn,
      name: step.displayName || step.name,
      url: step.url,
      action: fate.action,
      reason: fate.reason,
      failed: fate.failed,
      changes: step.changes,
    };
  };
  const charts = groupBy(plan.charts, ({ parent }) => parent);
  const dataModels = groupBy(plan.dataModels, ({ parent }) => parent);
  const known = new Set(plan.dashboards.map(({ fqn }) => fqn));
  const alone = [...plan.charts, ...plan.dataModels].filter(
    ({ parent }) => parent === null || !known.has(parent),
  );
  return [
    ...plan.dashboards.map((step) => ({
      ...entity(step),
      project: projectOf(step),
      charts: (charts.get(step.fqn) ?? []).map(entity),
      dataModels: (dataModels.get(step.fqn) ?? []).map(entity),
    })),
    ...alone.map((step) => ({ ...entity(step), project: projectOf(step), charts: [], dataModels: [] })),
  ];
}

/** The collection of an asset: the dashboard's own, or that of the report in Mode. */
function projects({ workspace }: RunFacts): (step: EntityStep) => string | null {
  const collections = new Map(
    workspace?.collections.items.map(({ token, name }) => [token, name] as const) ?? [],
  );
  const ofReport = new Map(
    [...(workspace?.reports ?? []), ...(workspace?.recalled ?? [])].map(
      (report) => [report.token, collections.get(report.collectionToken ?? '')] as const,
    ),
  );
  return (step) => {
    const reportToken = step.name.split('.', 1)[0] ?? '';
    return step.project ?? ofReport.get(reportToken) ?? null;
  };
}
