import { randomUUID } from 'node:crypto';
import type { WorkflowConfig } from './config/workflow-config.ts';
import { connectBoth, modePerSecond } from './connections.ts';
import { createEndings, type Endings } from './endings.ts';
import { EXIT, IngestError } from './errors.ts';
import { atLevel } from './host/at-level.ts';
import { earlyEndOf } from './http/early-end.ts';
import { pipelineState } from './ingestion-pipeline/pipeline-state.ts';
import { registerRun } from './ingestion-pipeline/register-run.ts';
import { stepSummaries } from './ingestion-pipeline/step-summaries.ts';
import { makeTrue } from './make-true.ts';
import { type Estimate, estimate } from './plan/estimate.ts';
import { nothingFound, type Progress } from './progress.ts';
import type { RunFacts } from './report/run-report.ts';
import { requestCounts } from './request-counts.ts';
import type { RunOptions } from './run-options.ts';
import { endedWith } from './run-status.ts';

/** One run, from the validated configuration to all that its reports tell. It throws nothing that a user can cause. */
export async function run(config: WorkflowConfig, given: RunOptions): Promise<RunFacts> {
  const startedAt = Date.now();
  const options = { ...given, host: atLevel(given.host, config.workflow.loggerLevel) };
  const found = nothingFound();
  const minutes = config.workflow.timeBudget;
  const endings = createEndings({
    told: options.signal,
    writeOnMs: options.writeOnMs ?? 0,
    budgetMs: minutes === null ? null : minutes * 60_000,
  });
  const connections = connectBoth(config, {
    env: options.env,
    signal: endings.sending,
    reading: endings.reading,
    onRetry: (note) => options.host.info(note),
    ...(options.requests === undefined ? {} : { requests: options.requests }),
  });
  const facts = (end: Ended): RunFacts => ({
    command: options.command,
    shard: options.shard ?? null,
    configPath: config.path,
    serviceName: config.serviceName,
    workspace: found.workspace,
    sources: found.sources,
    plan: found.plan,
    planFile: found.planFile,
    lastSuccess: found.freshness?.lastSuccess ?? null,
    outcome: found.outcome,
    owners: found.owners,
    base: found.base,
    estimate: options.command === 'plan' ? estimateOf(found, config, requestCounts(connections)) : null,
    findings: found.findings,
    ...end,
    servers: {
      mode: config.mode.hostPort,
      openMetadata: config.openMetadata.hostPort,
      openMetadataVersion: found.server?.version ?? null,
    },
    calls: requestCounts(connections),
    startedAt,
    finishedAt: Date.now(),
  });
  const registration =
    options.command === 'plan'
      ? null
      : registerRun(config, { startedAt, newId: randomUUID, client: connections.besides });
  /** The run's end, told to OpenMetadata where it is to be shown. */
  const told = async (end: Ended): Promise<RunFacts> => {
    const ended = facts(end);
    if (registration === null) return ended;
    const { signal, host } = options;
    const hurried = AbortSignal.any([signal, endings.sending]);
    const stoppedState = found.server?.capabilities.stoppedState ?? true;
    const state = pipelineState(end.status, { isStopped: signal.aborted, stoppedState });
    const steps = stepSummaries(ended);
    const problem = await registration.end({ state, endedAt: ended.finishedAt, steps }, hurried);
    if (problem !== null) host.warning(`OpenMetadata does not show this run: ${problem}`);
    const { fqn, runId } = registration;
    return { ...ended, pipeline: { fqn, runId, state, problem }, calls: requestCounts(connections) };
  };
  try {
    await makeTrue(config, options, connections, found, endings, ({ capabilities }) =>
      registration?.begin(capabilities),
    );
    if (found.plan === null) return await told({ ...EMPTY, error: null });
    return await told({
      ...endedWith(found.plan, found.outcome, {
        successThreshold: config.workflow.successThreshold,
        raiseOnError: config.workflow.raiseOnError,
        detailedExitCode: options.detailedExitCode,
        drifted: options.drift ? hasDrifted(found) : false,
      }),
      error: null,
    });
  } catch (error) {
    if (!(error instanceof IngestError)) {
      await told({ status: 'failed', exitCode: EXIT.unexpected, error: null });
      throw error;
    }
    const stopped = endedEarly(error, endings);
    if (stopped !== null) return await told(stopped);
    return await told({
      status: 'failed',
      exitCode: error.exitCode,
      error: { code: error.code, message: error.message, next: error.next },
    });
  } finally {
    connections.close();
    endings.release();
  }
}

const hasDrifted = ({ planFile, freshness }: Progress): boolean =>
  (planFile?.steps.length ?? 0) > 0 || freshness?.isStale === true;

/** What this run read, an ingestion reads as well, but for what it read for the comparison alone. */
function estimateOf(
  { plan, server, base }: Progress,
  config: WorkflowConfig,
  { mode, openMetadata }: RunFacts['calls'],
): Estimate | null {
  if (plan === null || server === null) return null;
  const besides = (base?.lost ?? []).reduce((sum, { calls }) => sum + calls, 0);
  return estimate(
    plan,
    { mode: Math.max(0, mode - besides), openMetadata },
    {
      bulkSize: server.capabilities.bulk ? config.bulkSize : 1,
      modePerSecond: modePerSecond(config.mode),
    },
  );
}

type Ended = Pick<RunFacts, 'status' | 'exitCode' | 'error'>;

const EMPTY = { status: 'empty', exitCode: EXIT.emptySource } as const;

/** A run that had to end before there was a plan. Null when it ended by an error of another kind. */
function endedEarly(
  error: IngestError,
  endings: Endings,
): Pick<RunFacts, 'status' | 'exitCode' | 'error'> | null {
  const end = earlyEndOf(endings.sending) ?? earlyEndOf(endings.reading);
  if (end === null || !ENDED_EARLY.has(error.code)) return null;
  const { code, message, next, exitCode } = end;
  return {
    status: 'partial',
    exitCode,
    error: { code, message: `${message} before it was known what to write.`, next },
  };
}

/** What a request says that was stopped, Mode's or OpenMetadata's, and what is thrown between requests. */
const ENDED_EARLY: ReadonlySet<string> = new Set(['cancelled', 'not-reached', 'stopped']);
