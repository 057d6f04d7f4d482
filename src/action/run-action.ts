import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { loadConfig } from '../config/load-config.ts';
import type { ExitCode } from '../errors.ts';
import { readBaseFile } from '../github/read-base-file.ts';
import { readApprovedPlans } from '../host/approved-plans.ts';
import { expandGlobs } from '../host/expand-globs.ts';
import type { Host } from '../host/host.ts';
import { prepareFile } from '../host/output-file.ts';
import { readConfigFile } from '../host/read-config-file.ts';
import { type ConfigRun, runConfig } from '../run-config.ts';
import { asRun } from '../run-options.ts';
import { checkHosts } from './allowed-hosts.ts';
import { decideCommand } from './decide-command.ts';
import { fileEnv } from './file-env.ts';
import type { GitHubContext } from './github-context.ts';
import { type ActionInputs, readInputs } from './inputs.ts';
import { listAction } from './list-action.ts';
import { openReview } from './open-review.ts';
import { postComment } from './post-comment.ts';
import { postDrift } from './post-drift.ts';
import { publish } from './publish.ts';
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
  readonly gitHub: GitHubContext;
}

const NEXT = 'Check the input config, and that actions/checkout ran before.';
const NEXT_OF_PATTERN = 'Check the input config; paths start at the root of the checkout.';

/** The action from its inputs to its exit code. */
export async function runAction(runner: Runner): Promise<ExitCode> {
  const inputs = readInputs(runner.getInput);
  for (const secret of Object.values(inputs.secrets)) runner.host.mask(secret);
  if (inputs.gitHubToken !== '') runner.host.mask(inputs.gitHubToken);
  const trigger = readTrigger(runner.event, runner.payload);
  const paths = await expandGlobs(inputs.config, NEXT_OF_PATTERN);
  const read = async (path: string) => ({ path, text: await readConfigFile(path, NEXT) });
  const files = await Promise.all(paths.map(read));
  const env = fileEnv(runner.env, trigger);
  const whole = await Promise.all(files.map((file) => isWhole(file, env, inputs.secrets)));
  const { command, note } = decideCommand(inputs.command, trigger, whole.every(Boolean));
  if (note !== null) runner.host.warning(note);
  if (command === 'list') return listAction(files, { ...runner, env }, inputs);
  const reportPath = inputs.reportPath ?? join(runner.temp, 'mode-ingest', 'report.json');
  const htmlPath = inputs.htmlPath ?? join(runner.temp, 'mode-ingest', 'report.html');
  const planPath = inputs.planPath ?? join(runner.temp, 'mode-ingest', 'plan.json');
  const approved = await readApprovedPlans(command === 'ingest' ? inputs.approvedPlan : null, files.length);
  for (const file of [reportPath, htmlPath, ...(command === 'validate' ? [] : [planPath])])
    await prepareFile(file);

  const review = openReview(runner.event, runner.payload, runner.gitHub, inputs.gitHubToken);
  if (review === null && trigger.underReview && inputs.gitHubToken === '' && inputs.comment !== 'never')
    runner.host.warning(
      'The input github-token is empty: there is no comment, and no comparison with the base branch.',
    );

  const runs: ConfigRun[] = [];
  try {
    for (const [index, { path, text }] of files.entries()) {
      const run = await runConfig({
        ...asRun(command, inputs.maxAgeHours),
        text,
        path,
        env,
        secrets: trigger.fromFork ? {} : inputs.secrets,
        readFile: readText,
        host: runner.host,
        signal: runner.signal,
        limits: { maxDeletions: inputs.maxDeletions, maxDeletionShare: inputs.maxDeletionShare },
        approved: approved[index] ?? null,
        settings: inputs.settings,
        shard: inputs.shard,
        detailedExitCode: false,
        base:
          review === null || command !== 'plan'
            ? null
            : await readBaseFile(review.gitHub, {
                path,
                workspace: process.cwd(),
                commit: review.pullRequest.baseSha,
              }),
        requireSecrets: command !== 'validate',
        checkHosts: (hosts) =>
          command === 'validate'
            ? []
            : checkHosts(hosts, { allowed: inputs.allowedHosts, trigger, file: path }),
      });
      runs.push(run);
      runner.host.info(run.report.verdict);
      if (review !== null) await postComment(run.report, review, inputs, runner.host);
    }
  } finally {
    // What is done is told, also when a later configuration ends unexpectedly.
    if (runs.length > 0)
      await publish(runner, { command, summary: inputs.summary, reportPath, htmlPath, planPath }, runs);
  }
  if (command === 'drift' && inputs.driftIssue)
    await postDrift(
      runs.map(({ report }) => report),
      runner.gitHub,
      inputs.gitHubToken,
      runner.host,
    );
  return stepExit(
    runs.map(({ report }) => report),
    inputs.failOn,
  );
}

const readText = (path: string): Promise<string> => readFile(path, 'utf8');

/** Whether every credential is there, from the file, the environment or the inputs. */
async function isWhole(
  file: { readonly path: string; readonly text: string },
  env: Runner['env'],
  secrets: ActionInputs['secrets'],
): Promise<boolean> {
  const options = { path: file.path, env, secrets, readFile: readText, requireSecrets: false };
  const { findings } = await loadConfig(file.text, options);
  return !findings.some(({ code }) => code === 'missing-credential' || code === 'secret-file-unreadable');
}
