import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { loadConfig, loadConfigValue } from './config/load-config.ts';
import type { Finding, WorkflowConfig } from './config/workflow-config.ts';
import { EXIT, IngestError } from './errors.ts';
import { environment } from './host/environment.ts';
import { silentHost } from './host/silent-host.ts';
import { renderPlanFile } from './plan/make-plan-file.ts';
import { DEFAULT_DELETION_LIMITS } from './plan/plan-options.ts';
import { readWorkflowOptions } from './read-workflow-options.ts';
import { buildRunReport } from './report/build-run-report.ts';
import { renderPage } from './report/page/render-page.ts';
import type { RunReport } from './report/run-report.ts';
import { renderTerminal } from './report/terminal.ts';
import { run } from './run.ts';
import type { WorkflowOptions } from './workflow-options.ts';

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

const LOOK = 'Read the report: it names every difference, which an ingestion would undo.';
const MEND = 'Read the report: it names every part that was not read or written.';

/** An ingestion that ended with anything but success; `report` tells all of it. */
export class WorkflowExecutionError extends IngestError {
  override readonly name = 'WorkflowExecutionError';
  readonly report: RunReport;

  constructor(report: RunReport) {
    super(report.error?.code ?? report.status, report.error?.message ?? report.verdict, {
      next: report.error?.next ?? (report.exitCode === EXIT.changes ? LOOK : MEND),
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
  readonly #asked: ReturnType<typeof readWorkflowOptions>;
  readonly #stopping = new AbortController();
  #report: RunReport | null = null;
  #page: () => string | null = () => null;
  #planFile: string | null = null;

  private constructor(
    config: WorkflowConfig,
    findings: readonly Finding[],
    options: WorkflowOptions,
    asked: ReturnType<typeof readWorkflowOptions>,
  ) {
    this.config = config;
    this.findings = findings;
    this.#options = options;
    this.#asked = asked;
  }

  /**
   * Reads the workflow YAML (or JSON) text, or the value that it holds.
   * @throws ConfigurationError with all findings when it cannot be run.
   * @throws IngestError when an option is none that the command takes.
   */
  static async create(config: string | object, options: WorkflowOptions = {}): Promise<Workflow> {
    const asked = readWorkflowOptions(options);
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
    return new Workflow(loaded.config, loaded.findings, options, asked);
  }

  /** Runs the whole ingestion and tells its report. Failures of a part are in the report; `raiseFromStatus` throws them. */
  async execute(): Promise<RunReport> {
    const facts = await run(this.config, {
      ...this.#asked,
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
    this.#planFile = facts.planFile ? renderPlanFile(facts.planFile) : null;
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

  /** What the last run found to do, as a text to keep and approve (`approvedPlan`); null where no plan was made. */
  planFile(): string | null {
    return this.#planFile;
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
