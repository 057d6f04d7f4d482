import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { ExitCode } from '../errors.ts';
import { environment } from '../host/environment.ts';
import { DEFAULT_DELETION_LIMITS } from '../plan/plan-options.ts';
import { joinSummaries } from '../report/join-summaries.ts';
import { renderJson } from '../report/json.ts';
import type { RunReport } from '../report/run-report.ts';
import { renderTerminal } from '../report/terminal.ts';
import { runConfig } from '../run-config.ts';
import { secretsFrom } from '../workflow.ts';
import { worstExit } from '../worst-exit.ts';
import { type Arguments, misuse } from './arguments.ts';
import { readInput } from './read-input.ts';
import { terminalHost, wantsColour } from './terminal.ts';

/** `validate`, `plan` and `ingest`: every file in its order, each with its own report. */
export async function runFiles(
  command: 'validate' | 'plan' | 'ingest',
  args: Arguments,
  signal: AbortSignal,
): Promise<ExitCode> {
  if (args.configs.length === 0) throw misuse(`${command} needs a workflow YAML`);
  const env = environment();
  const host = terminalHost(args, env);
  const reports: RunReport[] = [];
  for (const path of args.configs) {
    const text = await readInput(path);
    const report = await runConfig({
      command,
      text,
      path,
      env,
      secrets: secretsFrom(env),
      readFile: (file) => readFile(file, 'utf8'),
      host,
      signal,
      limits: {
        maxDeletions: args.maxDeletions,
        maxDeletionShare: args.maxDeletionShare ?? DEFAULT_DELETION_LIMITS.maxDeletionShare,
      },
      detailedExitCode: args.detailedExitCode,
      requireSecrets: command !== 'validate',
    });
    reports.push(report);
    if (!args.json) {
      const colour = wantsColour(args, env, process.stdout.isTTY === true);
      process.stdout.write(`${renderTerminal(report, { colour, verbose: args.verbose })}\n`);
    }
  }
  if (args.json) process.stdout.write(asJson(reports));
  if (args.report !== null) await writeFile(args.report, asJson(reports));
  if (args.summary !== null) await writeFile(args.summary, joinSummaries(reports));
  return worstExit(reports.map((report) => report.exitCode));
}

/** One report as it is, several as a list. */
function asJson(reports: readonly RunReport[]): string {
  const texts = reports.map((report) => renderJson(report).trimEnd());
  return texts.length === 1 ? `${texts[0]}\n` : `[${texts.join(',\n')}]\n`;
}
