import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadConfig } from '../config/load-config.ts';
import { EXIT, type ExitCode, IngestError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { joinSummaries } from '../report/join-summaries.ts';
import { renderJson } from '../report/json.ts';
import type { RunReport } from '../report/run-report.ts';
import { runConfig } from '../run-config.ts';
import { checkHosts } from './allowed-hosts.ts';
import { decideCommand } from './decide-command.ts';
import { expandGlobs } from './expand-globs.ts';
import { readInputs } from './inputs.ts';
import { outputs } from './outputs.ts';
import { readTrigger } from './trigger.ts';
import { stepExit } from './verdict.ts';

/** What the action needs of the runner, so that this file knows no toolkit. */
export interface Runner {
  readonly getInput: (name: string) => string;
  readonly event: string;
  readonly payload: unknown;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly temp: string;
  readonly host: Host;
  readonly setOutput: (name: string, value: string) => void;
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** The action from its inputs to its exit code. */
export async function runAction(runner: Runner): Promise<ExitCode> {
  const inputs = readInputs(runner.getInput);
  for (const secret of Object.values(inputs.secrets)) runner.host.mask(secret);
  const trigger = readTrigger(runner.event, runner.payload);
  const paths = await expandGlobs(inputs.config);
  const read = async (path: string) => ({ path, text: await readConfigFile(path) });
  const files = await Promise.all(paths.map(read));

  const hasSecrets = (await Promise.all(files.map((file) => isWhole(file, runner, inputs.secrets)))).every(
    Boolean,
  );
  const { command, note } = decideCommand(inputs.command, trigger, hasSecrets);
  if (note !== null) runner.host.warning(note);

  const reports: RunReport[] = [];
  for (const { path, text } of files) {
    const report = await runConfig({
      command,
      text,
      path,
      // A fork's file may name any variable: it sees none.
      env: trigger.fromFork ? {} : runner.env,
      secrets: trigger.fromFork ? {} : inputs.secrets,
      readFile: readConfigFile,
      host: runner.host,
      signal: runner.signal,
      limits: { maxDeletions: inputs.maxDeletions, maxDeletionShare: inputs.maxDeletionShare },
      detailedExitCode: false,
      requireSecrets: command !== 'validate',
      checkHosts: (hosts) =>
        command === 'validate'
          ? []
          : checkHosts(hosts, { allowed: inputs.allowedHosts, trigger, file: path }),
    });
    reports.push(report);
    runner.host.info(report.verdict);
  }
  await publish(runner, inputs.reportPath, inputs.summary, command, reports);
  return stepExit(reports, inputs.failOn);
}

async function publish(
  runner: Runner,
  wantedPath: string | null,
  wantsSummary: boolean,
  command: string,
  reports: readonly RunReport[],
): Promise<void> {
  const first = wantedPath ?? join(runner.temp, 'mode-ingest', 'report.json');
  const summaryPath = join(runner.temp, 'mode-ingest', 'summary.md');
  const summary = joinSummaries(reports);
  for (const [index, report] of reports.entries()) {
    await write(index === 0 ? first : first.replace(/(\.[^./\\]*)?$/, `-${index + 1}$1`), renderJson(report));
  }
  await write(summaryPath, summary);
  if (wantsSummary) await runner.writeSummary(summary);
  const values = outputs(reports, { command, reportPath: first, summaryPath });
  for (const [name, value] of Object.entries(values)) runner.setOutput(name, value);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Whether every credential is there, from the file, the environment or the inputs. */
async function isWhole(
  file: { readonly path: string; readonly text: string },
  { env }: Runner,
  secrets: ReturnType<typeof readInputs>['secrets'],
): Promise<boolean> {
  const options = { path: file.path, env, secrets, readFile: readConfigFile, requireSecrets: false };
  const { config } = await loadConfig(file.text, options);
  if (config === null) return true;
  const { mode, openMetadata } = config;
  return [mode.accessToken, mode.accessTokenPassword, openMetadata.jwtToken].every((secret) => secret !== '');
}

async function readConfigFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
    throw new IngestError('config-unreadable', `Cannot read ${path}: ${reason}`, {
      next: 'Check the input config, and that actions/checkout ran before.',
      exitCode: EXIT.configuration,
      cause,
    });
  }
}
