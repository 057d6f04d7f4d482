import type { BaseFile } from './base/base-file.ts';
import { considerBase } from './base/consider-base.ts';
import type { GivenSecrets } from './config/given-secrets.ts';
import { loadConfig } from './config/load-config.ts';
import { type Settings, withSettings } from './config/settings.ts';
import type { Shard } from './config/shard.ts';
import type { Finding } from './config/workflow-config.ts';
import { WRITE_ON_MS } from './endings.ts';
import { EXIT } from './errors.ts';
import type { Host } from './host/host.ts';
import type { DeletionLimits } from './plan/plan-options.ts';
import { buildRunReport } from './report/build-run-report.ts';
import type { RunFacts, RunReport } from './report/run-report.ts';
import { worstFirst } from './report/sections/trouble.ts';
import { run } from './run.ts';

export interface RunConfigOptions {
  readonly command: 'validate' | 'plan' | 'ingest' | 'sweep';
  readonly text: string;
  readonly path: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: GivenSecrets;
  readonly readFile: (path: string) => Promise<string>;
  readonly host: Host;
  /** Aborts at SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  readonly limits: DeletionLimits;
  readonly settings: Settings;
  readonly shard: Shard | null;
  readonly detailedExitCode: boolean;
  /** The file as the base branch has it, to plan both side by side. It is data: nothing is sent where the file under review would not. */
  readonly base?: BaseFile | null;
  /** Validation goes on without credentials; nothing else does. */
  readonly requireSecrets: boolean;
  /** Refuses hosts that credentials must not be sent to: findings, or none. */
  readonly checkHosts?: (hosts: {
    readonly mode: string;
    readonly openMetadata: string;
  }) => readonly Finding[];
}

/** A run's report, and what it was made from. */
export interface ConfigRun {
  readonly report: RunReport;
  readonly facts: RunFacts;
}

/** One configuration text through one command, to its report: what every face does. Findings and secrets go to the host first. */
export async function runConfig(options: RunConfigOptions): Promise<ConfigRun> {
  const startedAt = Date.now();
  const loading = {
    path: options.path,
    env: options.env,
    secrets: options.secrets,
    ...(options.settings.modeRead === undefined ? {} : { modeRead: options.settings.modeRead }),
    readFile: options.readFile,
    requireSecrets: options.requireSecrets,
  };
  const loaded = await loadConfig(options.text, loading);
  for (const secret of loaded.secrets) options.host.mask(secret);
  const { config } = loaded;
  const refused =
    config === null
      ? []
      : (options.checkHosts?.({ mode: config.mode.hostPort, openMetadata: config.openMetadata.hostPort }) ??
        []);
  const findings = [...loaded.findings, ...refused];
  for (const finding of worstFirst(findings)) options.host.finding(finding);

  if (config === null || refused.length > 0 || options.command === 'validate') {
    const valid = config !== null && refused.length === 0;
    return reported({
      ...NOTHING_REACHED,
      command: options.command,
      configPath: options.path,
      serviceName: config?.serviceName ?? null,
      findings,
      status: valid ? 'valid' : 'invalid',
      exitCode: valid ? EXIT.done : EXIT.configuration,
      servers: {
        mode: config?.mode.hostPort ?? null,
        openMetadata: config?.openMetadata.hostPort ?? null,
        openMetadataVersion: null,
      },
      startedAt,
      finishedAt: Date.now(),
    });
  }
  const head = withSettings(config, options.settings);
  const { base, text, settings } = options;
  const beside = base
    ? await considerBase(base, { text, config: head, secrets: loaded.secrets }, { ...loading, settings })
    : null;
  for (const secret of beside?.secrets ?? []) options.host.mask(secret);
  const facts = await run(head, {
    command: options.command,
    base: beside?.config ?? null,
    host: options.host,
    env: options.env,
    signal: options.signal,
    writeOnMs: WRITE_ON_MS,
    limits: options.limits,
    shard: options.shard,
    detailedExitCode: options.detailedExitCode,
  });
  return reported({
    ...facts,
    findings: [...findings, ...facts.findings],
    comparison: beside?.comparison ?? null,
  });
}

const reported = (facts: RunFacts): ConfigRun => ({ report: buildRunReport(facts), facts });

const NOTHING_REACHED = {
  workspace: null,
  sources: [],
  plan: null,
  outcome: null,
  error: null,
  calls: { mode: 0, openMetadata: 0, writes: 0 },
} as const satisfies Partial<RunFacts>;
