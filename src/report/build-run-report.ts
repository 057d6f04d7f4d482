import { VERDICTS } from '../lineage/sources.ts';
import { createFates } from './fate.ts';
import { missingTables } from './missing-tables.ts';
import { reportComparison } from './report-comparison.ts';
import { reportDashboards } from './report-dashboards.ts';
import { reportEdges } from './report-edges.ts';
import { reportNotices } from './report-notices.ts';
import { reportQueries } from './report-queries.ts';
import { reportSkipped } from './report-skipped.ts';
import { reportUsage } from './report-usage.ts';
import type { RunFacts, RunReport } from './run-report.ts';
import { countTotals } from './totals.ts';
import { plural } from './words.ts';
import { writeVerdict } from './write-verdict.ts';

/** The published model of what a run knows when it ends. */
export function buildRunReport(facts: RunFacts): RunReport {
  const { plan, outcome } = facts;
  const fates = createFates(facts);
  const totals = countTotals(plan, fates);
  const usage = reportUsage(plan, fates);
  const incomplete = [...(plan?.incomplete ?? [])];
  if (outcome !== null && outcome.reached !== null) {
    incomplete.push(
      `${outcome.endedBy ?? 'The run was told to stop'}: ${plural(fates.unreached, 'step')} of the plan not applied.`,
    );
  }
  return {
    schemaVersion: 1,
    command: facts.command,
    status: facts.status,
    exitCode: facts.exitCode,
    verdict: writeVerdict(facts, totals, usage),
    config: facts.configPath,
    service: facts.serviceName,
    servers: facts.servers,
    startedAt: new Date(facts.startedAt).toISOString(),
    durationMs: Math.max(0, facts.finishedAt - facts.startedAt),
    calls: facts.calls,
    pipeline: facts.pipeline ?? null,
    lastSuccess: facts.lastSuccess == null ? null : new Date(facts.lastSuccess).toISOString(),
    totals,
    usage,
    dashboards: reportDashboards(facts, fates),
    edges: reportEdges(plan, fates),
    estimate: facts.estimate ?? null,
    comparison: reportComparison(facts),
    queriesWithoutLineage: reportQueries(facts),
    missingTables: missingTables(facts.sources),
    verdicts: Object.fromEntries(
      VERDICTS.map((verdict) => [
        verdict,
        facts.sources.filter((source) => source.verdict === verdict).length,
      ]),
    ),
    skipped: reportSkipped(facts, fates),
    notices: reportNotices(facts),
    failures: (outcome?.failures ?? []).map(({ key, error }) => ({ key, error })),
    guard: plan === null ? null : { ...plan.guard },
    incomplete,
    findings: facts.findings,
    error: facts.error,
  };
}
