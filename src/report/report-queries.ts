import { NEXT_STEPS } from './next-steps.ts';
import type { ReportedQuery, RunFacts } from './run-report.ts';

/** Every query that is not linked in full, with its verdict, the reason and what can be done. */
export function reportQueries({ sources, workspace }: RunFacts): readonly ReportedQuery[] {
  const reports = new Map(workspace?.reports.map((report) => [report.token, report] as const));
  return sources
    .filter(({ verdict }) => verdict !== 'linked')
    .map(({ reportToken, queryToken, verdict, reason }) => {
      const report = reports.get(reportToken);
      const query = report?.queries.items.find(({ token }) => token === queryToken);
      return {
        report: report?.name ?? reportToken,
        query: `${reportToken}.${queryToken}`,
        name: query?.name ?? queryToken,
        verdict,
        reason,
        next: NEXT_STEPS[verdict].next,
      };
    });
}
