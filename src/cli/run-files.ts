import { readFile } from 'node:fs/promises';
import process from 'node:process';
import type { ExitCode } from '../errors.ts';
import { readApprovedPlans } from '../host/approved-plans.ts';
import type { Host } from '../host/host.ts';
import { numbered } from '../host/numbered.ts';
import { prepareFile, writeOut } from '../host/output-file.ts';
import { renderPlanFile } from '../plan/make-plan-file.ts';
import { DEFAULT_DELETION_LIMITS } from '../plan/plan-options.ts';
import { joinSummaries } from '../report/join-summaries.ts';
import { renderJson } from '../report/json.ts';
import { renderPage } from '../report/page/render-page.ts';
import type { RunReport } from '../report/run-report.ts';
import { renderTerminal } from '../report/terminal.ts';
import { type ConfigRun, runConfig } from '../run-config.ts';
import { asRun } from '../run-options.ts';
import { secretsFrom } from '../workflow.ts';
import { worstExit } from '../worst-exit.ts';
import type { Arguments } from './arguments.ts';
import { misuse } from './misuse.ts';
import { readInputs } from './read-input.ts';
import type { Terminal } from './terminal.ts';

/** `validate`, `plan`, `drift`, `ingest` and `sweep`: every file in its order, each with its own report. */
export async function runFiles(
  command: 'validate' | 'plan' | 'drift' | 'ingest' | 'sweep',
  args: Arguments,
  { env, host, colour, signal }: Terminal,
): Promise<ExitCode> {
  if (args.configs.length === 0) throw misuse(`${command} needs a workflow YAML`);
  const inputs = await readInputs(args.configs);
  const approved = await readApprovedPlans(args.approvedPlan, inputs.length);
  for (const path of [args.report, args.summary, args.html, args.plan])
    if (path !== null) await prepareFile(path);
  const runs: ConfigRun[] = [];
  try {
    for (const [index, { path, text }] of inputs.entries()) {
      const run = await runConfig({
        ...asRun(command, args.maxAgeHours),
        text,
        path,
        env,
        secrets: secretsFrom(env),
        readFile: (file) => readFile(file, 'utf8'),
        host: args.json ? host : withoutFindings(host),
        signal,
        limits: {
          maxDeletions: args.maxDeletions,
          maxDeletionShare: args.maxDeletionShare ?? DEFAULT_DELETION_LIMITS.maxDeletionShare,
        },
        approved: approved[index] ?? null,
        settings: args.settings,
        shard: args.shard,
        detailedExitCode: args.detailedExitCode,
        requireSecrets: command !== 'validate',
      });
      runs.push(run);
      const { report } = run;
      // Where the findings are all that there is to tell, all are told.
      const verbose = args.verbose || report.status === 'valid' || report.status === 'invalid';
      if (!args.json) process.stdout.write(`${renderTerminal(report, { colour, verbose })}\n`);
    }
  } finally {
    await publish(runs, args);
  }
  return worstExit(runs.map(({ report }) => report.exitCode));
}

/** What is done is told, also when a later configuration ends unexpectedly. */
async function publish(runs: readonly ConfigRun[], args: Arguments): Promise<void> {
  if (runs.length === 0) return;
  const reports = runs.map(({ report }) => report);
  if (args.json) process.stdout.write(asJson(reports));
  if (args.report !== null) await writeOut(args.report, asJson(reports));
  if (args.summary !== null) await writeOut(args.summary, joinSummaries(reports));
  for (const [index, { report, facts }] of runs.entries()) {
    if (args.html !== null)
      await writeOut(numbered(args.html, index), renderPage(report, facts.plan?.edges ?? []));
    if (args.plan !== null && facts.planFile)
      await writeOut(numbered(args.plan, index), renderPlanFile(facts.planFile));
  }
}

/** The report on standard output has them all: in a terminal they would be seen twice. */
const withoutFindings = (host: Host): Host => ({ ...host, finding() {} });

/** One report as it is, several as a list. */
function asJson(reports: readonly RunReport[]): string {
  const texts = reports.map((report) => renderJson(report).trimEnd());
  return texts.length === 1 ? `${texts[0]}\n` : `[${texts.join(',\n')}]\n`;
}
