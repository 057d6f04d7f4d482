import type { QueryVerdict } from '../lineage/sources.ts';
import { NEXT_STEPS } from './next-steps.ts';
import type { ReportedQuery, RunFacts } from './run-report.ts';

/** Every query that is not linked in full or whose lineage is in doubt, with its verdict, the reason and what can be done. */
export function reportQueries({ sources, workspace }: RunFacts): readonly ReportedQuery[] {
  const reports = new Map(
    workspace === null
      ? []
      : [
          ...workspace.reports.map((report) => [report.token, [report.name, report.queries.items]] as const),
          ...workspace.recalled.map((report) => [report.token, [report.name, report.queries]] as const),
        ],
  );
  return sources
    .filter(({ verdict, diagnostics }) => verdict !== 'linked' || diagnostics.length > 0)
    .map((source) => {
      const { reportToken, queryToken, verdict, reason, diagnostics } = source;
      const [name, queries] = reports.get(reportToken) ?? [];
      const query = queries?.find(({ token }) => token === queryToken);
      return {
        report: name ?? reportToken,
        query: `${reportToken}.${queryToken}`,
        name: query?.name ?? queryToken,
        url: query?.url ?? null,
        verdict,
        reason: [reason, ...choices(source)].join(' '),
        next: NEXT_STEPS[verdict].next,
        // The verdict's reason may have said it.
        diagnostics: diagnostics.filter(({ message }) => !reason.includes(message)),
      };
    });
}

const MOST_NAMES = 3;
const MOST_CANDIDATES = 5;

/** Which tables a name could mean: `invoices is a.b.invoices or c.d.invoices.` */
function choices({ unlinked }: QueryVerdict): readonly string[] {
  return unlinked
    .filter(({ candidates }) => candidates.length > 0)
    .slice(0, MOST_NAMES)
    .map(({ written, candidates }) => {
      const more = candidates.length - MOST_CANDIDATES;
      const shown = [...candidates.slice(0, MOST_CANDIDATES), ...(more > 0 ? [`one of ${more} more`] : [])];
      return `${written} is ${shown.join(' or ')}.`;
    });
}
