import type { WorkflowConfig } from './config/workflow-config.ts';
import { connectBoth } from './connections.ts';
import { EXIT, IngestError } from './errors.ts';
import { atLevel } from './host/at-level.ts';
import { makeTrue, nothingFound } from './make-true.ts';
import type { RunFacts } from './report/run-report.ts';
import { requestCounts } from './request-counts.ts';
import type { RunOptions } from './run-options.ts';
import { endedWith } from './run-status.ts';

/** One run, from the validated configuration to all that its reports tell. It throws nothing that a user can cause. */
export async function run(config: WorkflowConfig, given: RunOptions): Promise<RunFacts> {
  const startedAt = Date.now();
  const options = { ...given, host: atLevel(given.host, config.workflow.loggerLevel) };
  const found = nothingFound();
  const connections = connectBoth(config, {
    env: options.env,
    signal: options.signal,
    onRetry: (note) => options.host.info(note),
    ...(options.requests === undefined ? {} : { requests: options.requests }),
  });
  const facts = (end: Pick<RunFacts, 'status' | 'exitCode' | 'error'>): RunFacts => ({
    command: options.command,
    shard: options.shard ?? null,
    configPath: config.path,
    serviceName: config.serviceName,
    workspace: found.workspace,
    sources: found.sources,
    plan: found.plan,
    outcome: found.outcome,
    owners: found.owners,
    findings: [],
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
  try {
    await makeTrue(config, options, connections, found);
    if (found.plan === null) return facts({ ...EMPTY, error: null });
    return facts({
      ...endedWith(found.plan, found.outcome, {
        successThreshold: config.workflow.successThreshold,
        raiseOnError: config.workflow.raiseOnError,
        detailedExitCode: options.detailedExitCode,
      }),
      error: null,
    });
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return facts({
      status: 'failed',
      exitCode: error.exitCode,
      error: { code: error.code, message: error.message, next: error.next },
    });
  } finally {
    connections.close();
  }
}

const EMPTY = { status: 'empty', exitCode: EXIT.emptySource } as const;
