import { join } from 'node:path';
import { numbered } from '../host/numbered.ts';
import { writeOut } from '../host/output-file.ts';
import { renderPlanFile } from '../plan/make-plan-file.ts';
import { joinSummaries } from '../report/join-summaries.ts';
import { renderJson } from '../report/json.ts';
import { renderPage } from '../report/page/render-page.ts';
import type { RunReport } from '../report/run-report.ts';
import type { ConfigRun } from '../run-config.ts';
import { outputs } from './outputs.ts';
import type { Runner } from './run-action.ts';

/** The outputs of the step, its files and the job summary. */
export async function publish(
  runner: Runner,
  given: {
    readonly command: string;
    readonly summary: boolean;
    readonly reportPath: string;
    readonly htmlPath: string;
    readonly planPath: string;
  },
  runs: readonly ConfigRun[],
): Promise<void> {
  const reports = runs.map(({ report }) => report);
  const summaryPath = join(runner.temp, 'mode-ingest', 'summary.md');
  const hasPlan = runs[0]?.facts.planFile != null;
  const values = outputs(reports, { ...given, planPath: hasPlan ? given.planPath : '', summaryPath });
  if (given.command === 'drift') runner.setOutput('last-success', lastSuccessOf(reports));
  for (const [name, value] of Object.entries(values)) runner.setOutput(name, value);

  const summary = joinSummaries(reports);
  for (const [index, { report, facts }] of runs.entries()) {
    await writeOut(numbered(given.reportPath, index), renderJson(report));
    await writeOut(numbered(given.htmlPath, index), renderPage(report, facts.plan?.edges ?? []));
    if (facts.planFile) await writeOut(numbered(given.planPath, index), renderPlanFile(facts.planFile));
  }
  await writeOut(summaryPath, summary);
  if (given.summary)
    await runner.writeSummary(summary).catch((error: unknown) => {
      runner.host.warning(
        `GitHub did not take the job summary (${String(error)}); it stands in ${summaryPath}.`,
      );
    });
}

/** Of several configurations the one that waits the longest; empty where it is not known. ISO 8601 sorts as time goes. */
function lastSuccessOf(reports: readonly RunReport[]): string {
  const times = reports.flatMap(({ lastSuccess }) => lastSuccess ?? []);
  return times.length < reports.length ? '' : (times.sort()[0] ?? '');
}
