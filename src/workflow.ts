import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { loadConfig, loadConfigValue } from './config/load-config.ts';
import { shardOf } from './config/shard.ts';
import type { Finding, WorkflowConfig } from './config/workflow-config.ts';
import { EXIT, IngestError } from './errors.ts';
import { environment } from './host/environment.ts';
import type { Host } from './host/host.ts';
import { silentHost } from './host/silent-host.ts';
import { DEFAULT_DELETION_LIMITS, type DeletionLimits } from './plan/plan-options.ts';
import { buildRunReport } from './report/build-run-report.ts';
import { renderPage } from './report/page/render-page.ts';
import type { RunReport } from './report/run-report.ts';
import { renderTerminal } from './report/terminal.ts';
import { run } from './run.ts';

/** What a caller may choose beside the configuration. */
export interface WorkflowOptions {
  /** `plan` writes nothing; `sweep` closes a run of shards. Default `ingest`. */
  readonly command?: 'plan' | 'ingest' | 'sweep';
  /** The part of the workspace to keep to, such as `1/4`. A shard deletes nothing. Default: all of it. */
  readonly shard?: string;
  /** Named in messages. Default `<config>`. */
  readonly path?: string;
  /** Where `${NAME}` is looked up. Default: the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly limits?: DeletionLimits;
  readonly host?: Host;
  /** How long one request may take, in milliseconds, and how often it is tried. */
  readonly requests?: { readonly timeoutMs?: number; readonly budgetMs?: number; readonly attempts?: number };
  /** The clock, in milliseconds since 1970. Default: the machine's. */
  readonly now?: () => number;
}

/** A configuration that cannot be run: every finding at once. Exit code 2. */
export class ConfigurationError extends IngestError {
  override readonly name = 'ConfigurationError';
  readonly findings: readonly Finding[];

  constructor(path: string, findings: readonly Finding[]) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    const lines = errors.map(({ line, column, message }) => `${path}:${line ?? 1}:${column ?? 1} ${message}`);
    const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
    super('configuration', `The configuration has ${count}.\n${lines.join('\n')}`, {
      next: 'Mend the places named above.',
      exitCode: EXIT.configuration,
    });
    this.findings = findings;
  }
}

/** An ingestion that ended with anything but success; `report` tells all of it. */
export class WorkflowExecutionError extends IngestError {
  override readonly name = 'WorkflowExecutionError';
  readonly report: RunReport;

  constructor(report: RunReport) {
    super(report.error?.code ?? report.status, report.error?.message ?? report.verdict, {
      next: report.error?.next ?? 'Read the report: it names every part that was not read or written.',
      exitCode: report.exitCode,
    });
    this.report = report;
  }
}

/**
 * One ingestion with the life cycle of OpenMetadata's Airflow recipe:
 * `create`, `execute`, `raiseFromStatus`, `printStatus`, `stop`.
 */
export class Workflow {
  readonly config: WorkflowConfig;
  readonly findings: readonly Finding[];
  readonly #options: WorkflowOptions;
  readonly #stopping = new AbortController();
  #report: RunReport | null = null;
  #page: () => string | null = () => null;

  private constructor(config: WorkflowConfig, findings: readonly Finding[], options: WorkflowOptions) {
    this.config = config;
    this.findings = findings;
    this.#options = options;
  }

  /**
   * Reads the workflow YAML (or JSON) text, or the value that it holds.
   * @throws ConfigurationError with all findings when it cannot be run.
   * @throws IngestError when the option `shard` names none.
   */
  static async create(config: string | object, options: WorkflowOptions = {}): Promise<Workflow> {
    if (options.shard !== undefined && (shardOf(options.shard) === null || options.command === 'sweep')) {
      throw new IngestError('shard', `There is no shard ${JSON.stringify(options.shard)} to run.`, {
        next: 'Give one such as 1/4, and none to a sweep, which is for the whole workspace.',
        exitCode: EXIT.configuration,
      });
    }
    const path = options.path ?? '<config>';
    const env = options.env ?? environment();
    const loading = {
      path,
      env,
      secrets: secretsFrom(env),
      readFile: (file: string) => readFile(file, 'utf8'),
    };
    const loaded =
      typeof config === 'string' ? await loadConfig(config, loading) : await loadConfigValue(config, loading);
    for (const secret of loaded.secrets) options.host?.mask(secret);
    if (loaded.config === null) throw new ConfigurationError(path, loaded.findings);
    return new Workflow(loaded.config, loaded.findings, options);
  }

  /** Runs the whole ingestion and tells its report. Failures of a part are in the report; `raiseFromStatus` throws them. */
  async execute(): Promise<RunReport> {
    const facts = await run(this.config, {
      command: this.#options.command ?? 'ingest',
      shard: shardOf(this.#options.shard ?? ''),
      host: this.#options.host ?? silentHost,
      env: this.#options.env ?? environment(),
      signal: this.#stopping.signal,
      limits: this.#options.limits ?? DEFAULT_DELETION_LIMITS,
      detailedExitCode: false,
      ...(this.#options.requests === undefined ? {} : { requests: this.#options.requests }),
      ...(this.#options.now === undefined ? {} : { now: this.#options.now }),
    });
    const report = buildRunReport({ ...facts, findings: [...this.findings, ...facts.findings] });
    this.#report = report;
    this.#page = () => renderPage(report, facts.plan?.edges ?? []);
    return report;
  }

  /** The report of the last `execute`; null before it. */
  get report(): RunReport | null {
    return this.#report;
  }

  /** The last run as one HTML page that needs nothing else; null before it. */
  page(): string | null {
    return this.#page();
  }

  /** @throws WorkflowExecutionError unless the last run ended well. */
  raiseFromStatus(): void {
    if (this.#report !== null && this.#report.exitCode !== EXIT.done)
      throw new WorkflowExecutionError(this.#report);
  }

  /** Prints the last run's report, plain, to the given writer (default: standard output). */
  printStatus(write: (text: string) => void = (text) => void process.stdout.write(text)): void {
    if (this.#report !== null) write(`${renderTerminal(this.#report, { colour: false })}\n`);
  }

  /** Tells a running `execute` to finish what is in flight and start nothing more. Safe to call at any time. */
  stop(): void {
    this.#stopping.abort();
  }
}

/** The credentials under the names that every face uses. */
export const secretsFrom = (env: Readonly<Record<string, string | undefined>>) => {
  const entries = {
    modeAccessToken: env.MODE_ACCESS_TOKEN,
    modeAccessTokenPassword: env.MODE_ACCESS_TOKEN_PASSWORD,
    openMetadataJwtToken: env.OPENMETADATA_JWT_TOKEN,
    modeDiscoveryToken: env.MODE_DISCOVERY_TOKEN,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value)) as {
    readonly [Name in keyof typeof entries]?: string;
  };
};
