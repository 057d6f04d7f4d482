import type { Plan } from '../plan/plan.ts';
import type { Fates } from './fate.ts';
import type { ReportedEdge } from './run-report.ts';

/** The plan's lineage edges, in its order. */
export const reportEdges = (plan: Plan | null, fates: Fates): readonly ReportedEdge[] =>
  (plan?.edges ?? []).map((edge) => {
    const { action, failed } = fates.edge(edge);
    return {
      from: edge.from.fqn,
      to: edge.to.fqn,
      action,
      conditional: edge.conditional,
      columns: edge.columns.length,
      failed,
    };
  });
